import * as v from 'valibot';

/** A stable identity: letters, digits, hyphen; made once, never reused, never shown. */
export const idField = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{5,63}$/));

/** A UTC instant in ISO 8601, such as 2026-11-23T09:00:00Z. */
export const instantField = v.pipe(v.string(), v.isoTimestamp());

/** A calendar date, such as 2026-11-23. */
export const dateField = v.pipe(v.string(), v.isoDate());

/** A wall-clock date and time without a zone, such as 2026-11-23T09:00. */
export const localField = v.pipe(v.string(), v.isoDateTime());

/** A time of the day on a wall clock, such as 16:00. */
export const clockTimeField = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Asking takes longer than all else about a document, and there are few zones. */
const askedZones = new Map<string, boolean>();

function isTimeZone(timeZone: string): boolean {
  const asked = askedZones.get(timeZone);
  if (asked !== undefined) return asked;
  let isKnown = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    isKnown = false;
  }
  askedZones.set(timeZone, isKnown);
  return isKnown;
}

/** An IANA time zone that this machine knows. */
export const timeZoneField = v.pipe(v.string(), v.check(isTimeZone));

/** One line that a person typed: trimmed, not empty. */
export const lineField = (maximumLength: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maximumLength));

/** Text of any number of lines. */
export const textField = v.pipe(v.string(), v.maxLength(1_000_000));

/**
 * One line as it is stored: without a limit, since a merge keeps both versions of what was edited in
 * two places, and the document must stay readable.
 */
export const storedLineField = v.pipe(v.string(), v.trim(), v.minLength(1));

/** Text of any number of lines as it is stored: without a limit, for the same reason. */
export const storedTextField = v.string();

/** Lines of which each is there once; what is added in two places comes together. */
export const lineSetField = <T extends v.GenericSchema<string>>(line: T) =>
  v.pipe(
    v.array(line),
    v.transform((lines) => [...new Set(lines)]),
  );

/** A length of time in whole minutes, from one minute to a day. */
export const minutesField = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440));
