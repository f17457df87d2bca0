import type { Person } from '../../domain/documents/person.ts';
import {
  cameAt,
  fateOf,
  inboxEntries,
  isUnread,
  snoozeChoices,
} from '../../domain/reminders/inbox.ts';
import type { Ledger, LedgerEntry } from '../../domain/reminders/ledger-schema.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { InboxReminder, InboxView } from '../../ipc/views.ts';
import { reminderRoute } from './reminder-route.ts';

export interface InboxMoment {
  readonly now: string;
  readonly remindersPausedUntil: string | null;
}

/** The inbox as screens and the tray read it. Of people who are gone nothing is listed. */
export function inboxView(
  ledger: Ledger,
  people: readonly Pick<Person, 'id' | 'name'>[],
  { now, remindersPausedUntil }: InboxMoment,
): InboxView {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const reminders = inboxEntries(ledger).flatMap((entry) => {
    const personName = names.get(entry.personId);
    return personName === undefined ? [] : [inboxReminder(entry, personName, now)];
  });
  const isPaused = remindersPausedUntil !== null && epochOf(remindersPausedUntil) > epochOf(now);
  return {
    now,
    reminders,
    unread: reminders.filter(({ isUnread: isNews }) => isNews).length,
    pausedUntil: isPaused ? remindersPausedUntil : null,
  };
}

function inboxReminder(entry: LedgerEntry, personName: string, now: string): InboxReminder {
  const fate = fateOf(entry);
  return {
    id: entry.id,
    startsAt: entry.startsAt,
    stage: entry.stage,
    personName,
    dueAt: entry.dueAt,
    cameAt: cameAt(entry),
    fate,
    snoozedUntil: entry.snoozedUntil,
    isUnread: isUnread(entry),
    snoozes: fate === 'missed' ? [] : snoozeChoices(entry, now),
    route: reminderRoute(entry),
  };
}
