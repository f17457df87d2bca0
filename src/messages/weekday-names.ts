import type { Weekday } from '../domain/time/weekdays.ts';
import { textLanguage } from './format.ts';

/** The name of a weekday in the language of the texts around it. */
export function weekdayName(weekday: Weekday, length: 'long' | 'short' = 'long'): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(textLanguage, { weekday: length, timeZone: 'UTC' }).format(day);
}

/** Words in a row, with an "and" before the last. */
export const listOf = (words: readonly string[]): string =>
  new Intl.ListFormat(textLanguage).format(words);
