import { addMinutes, epochOf } from '../../domain/time/instants.ts';
import { nextDay } from '../../domain/time/next-day.ts';
import type { DueReview, UpcomingMeeting } from '../../ipc/views.ts';
import type { Formatter } from '../../messages/format.ts';
import type { Clock } from '../platform/clock.ts';
import type { Beat } from '../platform/heartbeat.ts';
import type { CalendarCache } from '../services/calendar-cache.ts';
import { todayAheadMinutes } from '../services/today.ts';
import type { Calendar } from '../services/upcoming.ts';
import { upcomingMeetings } from '../services/upcoming.ts';
import type { TrayContent, TrayReminders } from './tray-content.ts';
import { hasCountdown, trayContent } from './tray-menu.ts';

export interface TrayBeatParts {
  readonly calendar: CalendarCache;
  readonly reminders: () => Promise<TrayReminders>;
  /** Every decision that waits to be looked back on, whenever that is due. */
  readonly reviews: () => Promise<readonly DueReview[]>;
  readonly clock: Clock;
  readonly format: Formatter;
  /** Called only with a content that differs from the last one: setting a menu flickers. */
  readonly show: (content: TrayContent) => void;
}

const minute = 60_000;

/** Keeps the tray true: asked at each beat, it shows what is next and says when that changes. */
export function trayBeat(parts: TrayBeatParts): Beat {
  const { calendar, clock, format, show } = parts;
  let shown = '';
  return async (now) => {
    const from = now.toString();
    const timeZone = clock.timeZone();
    const [known, reminders, waiting] = await Promise.all([
      calendar.read(),
      parts.reminders(),
      parts.reviews(),
    ]);
    const upcoming = upcomingMeetings(known, from, addMinutes(from, todayAheadMinutes));
    const content = trayContent({
      ...{ upcoming, now, format, timeZone, reminders },
      reviews: waiting.filter(({ reviewOn }) => reviewOn <= dateOf(now, timeZone)),
    });
    const key = JSON.stringify(content);
    if (key !== shown) show(content);
    shown = key;
    return soonest([
      nextChange(upcoming, now) ?? nextLook(known, now, timeZone),
      pauseEnds(reminders, now),
      nextReview(waiting, now, timeZone),
    ]);
  };
}

/** When what is said of the next 1:1 changes by the clock alone. */
function nextChange(upcoming: readonly UpcomingMeeting[], now: Temporal.Instant): number | null {
  const [next] = upcoming;
  if (next === undefined) return null;
  // Minutes are counted back from the start, so they change when a whole number is left.
  const left = epochOf(next.startsAt) - now.epochMilliseconds;
  const untilNextMinute = left > 0 ? left % minute || minute : minute;
  return hasCountdown({ upcoming, now })
    ? now.epochMilliseconds + untilNextMinute
    : epochOf(next.startsAt) - 61 * minute;
}

/** What comes later than is looked ahead comes into sight one day or another. */
function nextLook(
  { series, meetings }: Calendar,
  now: Temporal.Instant,
  timeZone: string,
): number | null {
  if (series.length === 0 && meetings.length === 0) return null;
  return nextDay(now, timeZone).epochMilliseconds;
}

function pauseEnds({ pausedUntil }: TrayReminders, now: Temporal.Instant): number | null {
  const end = pausedUntil === null ? 0 : epochOf(pausedUntil);
  return end > now.epochMilliseconds ? end : null;
}

const dateOf = (now: Temporal.Instant, timeZone: string): string =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** When the next day begins on which there is more to look back on. */
function nextReview(
  waiting: readonly DueReview[],
  now: Temporal.Instant,
  timeZone: string,
): number | null {
  const next = waiting.find(({ reviewOn }) => reviewOn > dateOf(now, timeZone));
  if (next === undefined) return null;
  return Temporal.PlainDate.from(next.reviewOn).toZonedDateTime(timeZone).epochMilliseconds;
}

function soonest(wishes: readonly (number | null)[]): number | null {
  const known = wishes.filter((wish) => wish !== null);
  return known.length === 0 ? null : Math.min(...known);
}
