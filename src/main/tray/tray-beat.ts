import { addMinutes, epochOf } from '../../domain/time/instants.ts';
import type { Formatter } from '../../messages/format.ts';
import type { Clock } from '../platform/clock.ts';
import type { Beat } from '../platform/heartbeat.ts';
import type { CalendarCache } from '../services/calendar-cache.ts';
import { todayAheadMinutes } from '../services/today.ts';
import { upcomingMeetings } from '../services/upcoming.ts';
import type { TrayContent } from './tray-menu.ts';
import { hasCountdown, trayContent } from './tray-menu.ts';

export interface TrayBeatParts {
  readonly calendar: CalendarCache;
  readonly clock: Clock;
  readonly format: Formatter;
  readonly show: (content: TrayContent) => void;
}

const minute = 60_000;

/** Keeps the tray true: asked at each beat, it shows what is next and says when that changes. */
export function trayBeat({ calendar, clock, format, show }: TrayBeatParts): Beat {
  return async (now) => {
    const from = now.toString();
    const upcoming = upcomingMeetings(
      await calendar.read(),
      from,
      addMinutes(from, todayAheadMinutes),
    );
    show(trayContent({ upcoming, now, timeZone: clock.timeZone(), format }));
    const [next] = upcoming;
    if (next === undefined) return null;
    // Minutes are counted back from the start, so they change when a whole number is left.
    const left = epochOf(next.startsAt) - now.epochMilliseconds;
    const untilNextMinute = left > 0 ? left % minute || minute : minute;
    return hasCountdown({ upcoming, now })
      ? now.epochMilliseconds + untilNextMinute
      : epochOf(next.startsAt) - 61 * minute;
  };
}
