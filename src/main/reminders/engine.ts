import type { Person } from '../../domain/documents/person.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import type { Reminder } from '../../domain/reminders/ledger-schema.ts';
import { settleReminders } from '../../domain/reminders/settle.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Clock } from '../platform/clock.ts';
import type { Beat } from '../platform/heartbeat.ts';
import type { CalendarCache } from '../services/calendar-cache.ts';
import { planRoute } from '../services/plan-route.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { Notifier } from './notifier.ts';
import { remindableMeetings } from './remindable.ts';
import { reminderMessage } from './reminder-message.ts';

export interface ReminderParts {
  readonly calendar: CalendarCache;
  readonly settings: () => Promise<Settings>;
  readonly ledger: LedgerFile;
  readonly notifier: Notifier;
  readonly notices: NoticeBoard;
  readonly clock: Clock;
  readonly format: Formatter;
  /** Brings the window forward at a route. */
  readonly open: (route: string) => void;
  readonly report: (problem: unknown) => void;
}

/** How old the ledger on disk may grow while nothing happens. */
const staleMilliseconds = 15 * 60_000;

/**
 * The reminders: at each beat shows what is due, lists what came too late, and says when to be
 * asked again. What to do is decided by the domain's planner; this only reconciles.
 *
 * First shown, then noted: after a crash between the two a reminder comes again, under the same
 * identity, rather than never.
 */
export function reminderBeat(parts: ReminderParts): Beat {
  let savedUntil = 0;
  return async (instant) => {
    const now = instant.toString();
    const [calendar, settings, ledger] = await Promise.all([
      parts.calendar.read(),
      parts.settings(),
      parts.ledger.read(now),
    ]);
    const { people } = calendar;
    const occurrences = remindableMeetings(calendar, ledger, now);
    const timeZone = parts.clock.timeZone();
    const state = { occurrences, people, settings, timeZone, ledger, now };
    const { plan, ledger: after } = settleReminders(state);
    for (const reminder of plan.due) showReminder(reminder, { parts, people, settings, now });
    listMissed(plan.missed, people, parts);
    const isStale = instant.epochMilliseconds - savedUntil > staleMilliseconds;
    if (plan.due.length + plan.missed.length > 0 || isStale) {
      await parts.ledger.save(after);
      savedUntil = instant.epochMilliseconds;
    }
    return plan.nextAt === null ? null : epochOf(plan.nextAt);
  };
}

interface Showing {
  readonly parts: ReminderParts;
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly now: string;
}

function showReminder(reminder: Reminder, { parts, people, settings, now }: Showing): void {
  const { clock, format, notices, report } = parts;
  const words = {
    name: nameOf(reminder, people),
    hidesTitles: settings.hidesTitles,
    now,
    timeZone: clock.timeZone(),
    format,
  };
  const message = reminderMessage(reminder, words);
  const open = (): void => {
    parts.open(planRoute(reminder));
  };
  parts.notifier
    .show({ id: reminder.id, ...message, open })
    .then((isShown) => {
      if (isShown) return;
      notices.add({
        id: `reminder:${reminder.id}:${reminder.startsAt}`,
        severity: 'information',
        message: m.main_notice_reminder(message),
      });
    })
    .catch(report);
}

/** One notice for all that came too late since the last one was read. */
function listMissed(
  missed: readonly Reminder[],
  people: readonly Person[],
  { clock, format, notices }: ReminderParts,
): void {
  if (missed.length === 0) return;
  const list = missed
    .map((reminder) => {
      const time = format.dayAndTime(reminder.startsAt, clock.timeZone());
      return m.main_notice_missed_item({ name: nameOf(reminder, people), time });
    })
    .join('; ');
  const latest = missed.at(-1)?.startsAt ?? '';
  notices.add({
    id: `missed:${latest}`,
    severity: 'information',
    message: m.main_notice_missed({ list }),
  });
}

const nameOf = ({ personId }: Reminder, people: readonly Person[]): string =>
  people.find(({ id }) => id === personId)?.name ?? '';
