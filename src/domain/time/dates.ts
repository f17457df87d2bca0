// Calendar dates cross the app as YYYY-MM-DD.

/** Whole days from one date to another; negative when the second is the earlier one. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to).days;

/** Whole days that have passed since a date; 0 when it is yet to come. */
export const daysSince = (date: string, today: string): number =>
  Math.max(0, daysBetween(date, today));
