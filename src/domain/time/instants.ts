import { remembered } from './remembered.ts';

// Instants cross the app as UTC strings in ISO 8601, wall times as YYYY-MM-DDTHH:mm beside a zone.

/**
 * The instant of a wall time in a zone. A wall time that a spring change skips is taken as much
 * later as the clocks jumped; one that an autumn change repeats is taken the first time round
 * (RFC 5545, 3.3.5). Throws a RangeError for an impossible date or an unknown zone.
 */
export const instantOf = remembered((local, timeZone) => {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return zoned.toInstant().toString();
});

/** The wall time in a zone at an instant, to the minute. */
export function localOf(instant: string, timeZone: string): string {
  return zonedOf(instant, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The calendar date in a zone at an instant, such as 2026-11-23. */
export const localDateOf = remembered((instant, timeZone) =>
  zonedOf(instant, timeZone).toPlainDate().toString(),
);

/** The instant that many minutes of elapsed time later; earlier when negative. */
export function addMinutes(instant: string, minutes: number): string {
  return textOfEpoch(epochOf(instant) + minutes * 60_000);
}

/**
 * The midnight before an instant, in UTC, as a wall time: from when on to look where a day more does
 * no harm, so that the question, and with it the known answer, stays the same all day.
 */
export const midnightBefore = (instant: string): string => `${instant.slice(0, 10)}T00:00`;

/** Milliseconds since the epoch, for comparing and sorting instants; NaN when it is none. */
export function epochOf(instant: string): number {
  // Exact for instants in UTC, and far quicker than Temporal where thousands are sorted.
  return Date.parse(instant);
}

/** The instant of milliseconds since the epoch, quicker than by Temporal and spelt alike. */
export function textOfEpoch(epoch: number): string {
  return new Date(epoch).toISOString().replace('.000Z', 'Z');
}

function zonedOf(instant: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochOf(instant)).toZonedDateTimeISO(timeZone);
}
