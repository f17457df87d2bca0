import type { Weekday } from '../time/weekdays.ts';
import { weekdayOf } from '../time/weekdays.ts';
import { weekdayCodes } from './rule-parts.ts';

/** Which day of the month, as the first date says it. */
export const monthDays = ['date', 'last-day', 'nth-weekday', 'last-weekday'] as const;
export type MonthDay = (typeof monthDays)[number];

/** The rhythms that most 1:1s have. */
export type UsualRhythm =
  | {
      readonly kind: 'weekly';
      /** In how many weeks it comes again. */
      readonly interval: number;
      /** At least one. */
      readonly weekdays: readonly Weekday[];
    }
  | { readonly kind: 'monthly'; readonly on: MonthDay };

/** A rule without an end, and the first date that it gives. */
export interface UsualRule {
  readonly rule: string;
  readonly firstDate: string;
}

/**
 * The rule of a usual rhythm that begins on a date or, where the rhythm does not have that one, on
 * the next that it has. A month without the day is left out, as rules have it (RFC 5545, 3.3.10).
 */
export function usualRule(rhythm: UsualRhythm, date: string): UsualRule {
  switch (rhythm.kind) {
    case 'weekly':
      return weekly(rhythm, date);
    case 'monthly':
      return monthly(rhythm.on, Temporal.PlainDate.from(date));
  }
}

/** Which of its weekdays a date is in its month: the 1st to 7th are the first, the 29th the fifth. */
export function nthWeekdayOf(date: string): number {
  return Math.ceil(Temporal.PlainDate.from(date).day / 7);
}

function weekly(
  { interval, weekdays }: { interval: number; weekdays: readonly Weekday[] },
  date: string,
): UsualRule {
  const every = interval === 1 ? '' : `;INTERVAL=${interval}`;
  const days = weekdays.toSorted().map((weekday) => weekdayCodes[weekday]);
  const start = Temporal.PlainDate.from(date);
  const week = Array.from({ length: 7 }, (_, days) => start.add({ days }).toString());
  const firstDate = week.find((day) => weekdays.includes(weekdayOf(day))) ?? date;
  return { rule: `FREQ=WEEKLY${every};BYDAY=${days.join(',')}`, firstDate };
}

function monthly(on: MonthDay, date: Temporal.PlainDate): UsualRule {
  const code = weekdayCodes[weekdayOf(date.toString())];
  const lastDay = date.with({ day: date.daysInMonth });
  const weeksLeft = Math.floor((date.daysInMonth - date.day) / 7);
  switch (on) {
    case 'date':
      return monthlyRule(`BYMONTHDAY=${date.day}`, date);
    case 'last-day':
      return monthlyRule('BYMONTHDAY=-1', lastDay);
    case 'nth-weekday':
      return monthlyRule(`BYDAY=${nthWeekdayOf(date.toString())}${code}`, date);
    case 'last-weekday':
      return monthlyRule(`BYDAY=-1${code}`, date.add({ weeks: weeksLeft }));
  }
}

const monthlyRule = (day: string, first: Temporal.PlainDate): UsualRule => ({
  rule: `FREQ=MONTHLY;${day}`,
  firstDate: first.toString(),
});
