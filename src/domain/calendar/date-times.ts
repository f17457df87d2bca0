/** A date or a time as a calendar writes it, before its zone is known. */
export interface DateTime {
  /** Wall time to the minute, at midnight for a date alone. */
  readonly local: Temporal.PlainDateTime;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

/** Reads 20260302, 20260302T0900 or 20260302T090000Z, with or without - and :. */
export function readDateTime(text: string): DateTime | null {
  const found = pattern.exec(text.trim());
  if (found === null) return null;
  const [, year = '', month = '', day = '', hour, minute = '00', utc] = found;
  try {
    const local = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour ?? '00'}:${minute}`);
    return { local, isDate: hour === undefined, isUtc: utc !== undefined };
  } catch {
    return null;
  }
}

/** Of a date in the wrong form the parser leaves its separators without digits, and so an empty time. */
const pattern =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:T(?:::|(\d{2}):?(\d{2})(?::?\d{2}(?:\.\d+)?)?))?(Z)?$/i;

/** Minutes of a duration such as P1DT2H30M; null when it is none. */
export function readDuration(text: string): number | null {
  try {
    const { sign, weeks, days, hours, minutes } = Temporal.Duration.from(text.trim());
    return sign < 0 ? null : ((weeks * 7 + days) * 24 + hours) * 60 + minutes;
  } catch {
    return null;
  }
}
