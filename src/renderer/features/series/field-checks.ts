const longestMinutes = 1440;

/** Whether this is a calendar date, such as 2026-11-24. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Whether this is a wall time, such as 10:00. */
export function isTime(text: string): boolean {
  return /^\d{2}:\d{2}$/.test(text);
}

/** Whether this is a length of a 1:1 in minutes, up to a day. */
export function isLength(text: string): boolean {
  return isWhole(text, longestMinutes);
}

/** Whether this is a whole number from 1 up to the most. */
export function isWhole(text: string, most: number): boolean {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most;
}
