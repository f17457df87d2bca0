import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import { zoneCity } from '../../../messages/zone-city.ts';

/**
 * What the clock shows where somebody is, and how far that is from here: "18:40 in Tokyo",
 * "8 hours ahead of you".
 * @param now UTC instant
 */
export function timeThere(
  now: string,
  there: string,
  { format, timeZone }: { readonly format: Formatter; readonly timeZone: string },
): { readonly time: string; readonly distance: string } {
  const minutes = offsetMinutes(now, there) - offsetMinutes(now, timeZone);
  const hours = clockHours(Math.abs(minutes));
  return {
    time: m.people_glance_time_there({ time: format.time(now, there), city: zoneCity(there) }),
    distance:
      minutes === 0
        ? m.people_same_time()
        : minutes > 0
          ? m.people_ahead({ hours })
          : m.people_behind({ hours }),
  };
}

function offsetMinutes(instant: string, timeZone: string): number {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return zoned.offsetNanoseconds / 60_000_000_000;
}

/** "5 h 30 min", without the part that is nothing. */
function clockHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [
    ...(hours > 0 ? [m.people_hours({ count: hours })] : []),
    ...(rest > 0 ? [m.people_minutes({ count: rest })] : []),
  ].join(' ');
}
