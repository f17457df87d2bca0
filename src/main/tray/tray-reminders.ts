import { routeHash } from '../../domain/routes.ts';
import type { InboxReminder, InboxView } from '../../ipc/views.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import { inboxRoute } from '../reminders/reminder-route.ts';
import type { TrayEntry, TrayReminders } from './tray-content.ts';

/** A menu that is longer than a screen helps nobody; all are in the inbox. */
const shownAtMost = 3;
const pauses = [
  { length: 30, label: m.tray_pause_half_hour },
  { length: 60, label: m.tray_pause_hour },
] as const;

/** What of the tray's words depends on when and where. */
export interface TrayMoment {
  readonly now: Temporal.Instant;
  /** The zone of this machine, in which times are shown. */
  readonly timeZone: string;
  readonly format: Formatter;
}

/** What the tray shows of the inbox: what is up and can still be put off, and what is to be read. */
export function trayReminders(
  { reminders, unread, pausedUntil }: InboxView,
  unshown: readonly InboxReminder[],
): TrayReminders {
  const isUp = ({ fate, snoozes }: InboxReminder): boolean =>
    fate === 'shown' && snoozes.length > 0;
  const showing = reminders.filter(isUp).slice(0, shownAtMost);
  return { showing, unshown, missed: unread, pausedUntil };
}

/** What needs an answer: reminders that are up, that could not be shown, that were missed. */
export function reminderEntries({ showing, unshown, missed }: TrayReminders): readonly TrayEntry[] {
  const opening = unshown.map((reminder): TrayEntry => {
    const { id, startsAt, route } = reminder;
    return {
      kind: 'action',
      label: titleOf(reminder),
      action: { kind: 'answer', key: { id, startsAt }, route },
    };
  });
  const label = missed === 1 ? m.tray_missed_one() : m.tray_missed_many({ count: missed });
  return [
    ...showing.map(snoozeEntry),
    ...(unshown.length === 0
      ? []
      : [{ kind: 'submenu', label: m.tray_unshown(), entries: opening } as const]),
    ...(missed === 0
      ? []
      : [{ kind: 'action', label, action: { kind: 'show', route: inboxRoute } } as const]),
  ];
}

function snoozeEntry(reminder: InboxReminder): TrayEntry {
  const { id, startsAt, snoozes } = reminder;
  const key = { id, startsAt };
  const choices = snoozes.map((choice): TrayEntry => {
    const label =
      choice === 'until-start'
        ? m.tray_snooze_until_start()
        : m.tray_snooze_minutes({ count: choice });
    return { kind: 'action', label, action: { kind: 'snooze', key, choice } };
  });
  const done: TrayEntry = {
    kind: 'action',
    label: m.tray_snooze_done(),
    action: { kind: 'acknowledge', key },
  };
  return {
    kind: 'submenu',
    label: m.tray_snooze({ title: titleOf(reminder) }),
    entries: [...choices, done],
  };
}

function titleOf({ stage, personName: name }: InboxReminder): string {
  switch (stage) {
    case 'prepare':
      return m.tray_of_prepare({ name });
    case 'starting':
      return m.tray_of_starting({ name });
    case 'wrap-up':
      return m.tray_of_wrap_up({ name });
  }
}

/** The way to silence and back. */
export function pauseEntries(
  { pausedUntil }: TrayReminders,
  moment: TrayMoment,
): readonly TrayEntry[] {
  const time = pausedTime(pausedUntil, moment);
  if (time !== null) {
    return [
      { kind: 'heading', label: m.tray_paused({ time }) },
      { kind: 'action', label: m.tray_resume(), action: { kind: 'resume' } },
    ];
  }
  const lengths = pauses.map(({ length, label }) => ({
    kind: 'action' as const,
    label: label(),
    action: { kind: 'pause' as const, length },
  }));
  const tomorrow = { kind: 'pause', length: 'until-tomorrow' } as const;
  const settings = routeHash({ place: 'settings', field: 'pause' });
  return [
    {
      kind: 'submenu',
      label: m.tray_pause(),
      entries: [
        ...lengths,
        { kind: 'action', label: m.tray_pause_tomorrow(), action: tomorrow },
        {
          kind: 'action',
          label: m.tray_pause_custom(),
          action: { kind: 'show', route: settings },
        },
      ],
    },
  ];
}

/** Until when reminders are paused, by the clock or with the day; null while they come. */
export function pausedTime(
  pausedUntil: string | null,
  { now, timeZone, format }: TrayMoment,
): string | null {
  if (pausedUntil === null) return null;
  const end = Temporal.Instant.from(pausedUntil);
  if (Temporal.Instant.compare(end, now) <= 0) return null;
  const dayOf = (instant: Temporal.Instant): string =>
    instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return dayOf(end) === dayOf(now)
    ? format.time(pausedUntil, timeZone)
    : format.dayAndTime(pausedUntil, timeZone);
}
