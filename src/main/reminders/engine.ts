import type { Settings } from '../../domain/documents/settings.ts';
import type { ReminderPlan } from '../../domain/reminders/plan.ts';
import { schedulesOf } from '../../domain/reminders/schedule.ts';
import { settleReminders } from '../../domain/reminders/settle.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { Formatter } from '../../messages/format.ts';
import type { Clock } from '../platform/clock.ts';
import type { Beat } from '../platform/heartbeat.ts';
import type { CalendarCache } from '../services/calendar-cache.ts';
import type { KeptReading } from '../services/kept-reading.ts';
import { announcementsOf } from './announcements.ts';
import type { LedgerFile } from './ledger-file.ts';
import { remindableMeetings } from './remindable.ts';
import type { ReminderDesk } from './reminder-desk.ts';

export interface ReminderParts {
  readonly settings: Pick<KeptReading<Settings>, 'read'>;
  readonly calendar: CalendarCache;
  readonly ledger: LedgerFile;
  readonly desk: Pick<ReminderDesk, 'announce' | 'keepOnly' | 'tell'>;
  readonly clock: Clock;
  readonly format: Formatter;
}

/** How old the ledger on disk may grow while nothing happens. */
const staleMilliseconds = 15 * 60_000;

/**
 * The reminders: at each beat shows what is due, lists what came too late, and says when to be
 * asked again. What to do is decided by the domain's planner; this only reconciles.
 *
 * First shown, which the desktop has to confirm, then noted: after a crash between the two a
 * reminder comes again, under the same identity, rather than never.
 */
export function reminderBeat(parts: ReminderParts): Beat {
  let savedUntil = 0;
  return async (instant) => {
    const now = instant.toString();
    const moment = await readMoment(parts, now);
    const plan = await parts.ledger.change(async (ledger) => {
      const occurrences = remindableMeetings(moment.calendar, ledger, now);
      const settled = settleReminders({ ...moment, occurrences, ledger, now });
      parts.desk.keepOnly(() => schedulesOf({ ...moment, occurrences }).map(({ about }) => about));
      const announcements = announcementsOf(settled.plan, moment.words);
      await Promise.all(announcements.map((one) => parts.desk.announce(one)));
      const isStale = instant.epochMilliseconds - savedUntil > staleMilliseconds;
      if (!hasNews(settled.plan) && !isStale) return { ledger, value: settled.plan };
      savedUntil = instant.epochMilliseconds;
      return { ledger: settled.ledger, value: settled.plan };
    });
    if (hasNews(plan)) parts.desk.tell();
    return plan.nextAt === null ? null : epochOf(plan.nextAt);
  };
}

/** What decides about reminders, beside the ledger, and how they are worded. */
async function readMoment(parts: ReminderParts, now: string) {
  const { clock, format } = parts;
  const timeZone = clock.timeZone();
  const [calendar, settings] = await Promise.all([parts.calendar.read(), parts.settings.read()]);
  const { people } = calendar;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (personId: string): string => names.get(personId) ?? '';
  const words = { nameOf, hidesTitles: settings.hidesTitles, now, timeZone, format };
  return { calendar, people, settings, timeZone, words };
}

const hasNews = ({ due, missed }: ReminderPlan): boolean => due.length + missed.length > 0;
