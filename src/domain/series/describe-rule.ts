import { weekdayOf } from '../time/weekdays.ts';
import type { Weekday } from '../time/weekdays.ts';
import type { Rule } from './rule.ts';
import { parseRule } from './rule.ts';
import type { Until } from './rule-parts.ts';

/** When a recurrence ends. */
export type RuleEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'until'; readonly until: Until };

/** How a series recurs, for the screen to put into words. `interval` counts the kind's unit. */
export type Recurrence =
  | { readonly kind: 'daily'; readonly interval: number }
  | {
      readonly kind: 'weekly';
      readonly interval: number;
      /** In the order of the week from Monday. */
      readonly weekdays: readonly Weekday[];
    }
  | { readonly kind: 'monthly-on-date'; readonly interval: number; readonly dayOfMonth: number }
  | {
      readonly kind: 'monthly-on-weekday';
      readonly interval: number;
      /** 1 is the first such weekday of the month, -1 the last. */
      readonly nthWeekday: number;
      readonly weekday: Weekday;
    }
  | { readonly kind: 'yearly'; readonly interval: number }
  /** A sound rule that says more than the kinds above can. */
  | { readonly kind: 'other' };

export type RuleDescription =
  /** No rule: the one date alone. */
  | { readonly kind: 'once' }
  | { readonly kind: 'recurring'; readonly recurrence: Recurrence; readonly end: RuleEnd }
  /** The rule cannot be followed; `parseRule` says why. */
  | { readonly kind: 'refused' };

/** What a rule means for a series whose first occurrence is at the wall time `startLocal`. */
export function describeRule(ruleText: string | null, startLocal: string): RuleDescription {
  if (ruleText === null) return { kind: 'once' };
  const parsed = parseRule(ruleText);
  if (!parsed.ok) return { kind: 'refused' };
  const { rule } = parsed;
  return { kind: 'recurring', recurrence: recurrenceOf(rule, startLocal), end: endOf(rule) };
}

function recurrenceOf(rule: Rule, startLocal: string): Recurrence {
  const { interval, byDay, numbers } = rule;
  const isPlain = numbers.size === 0;
  switch (rule.frequency) {
    case 'DAILY':
      if (isPlain && byDay.length === 0) return { kind: 'daily', interval };
      // Each day, but on these weekdays alone: that is weekly.
      return isPlain && interval === 1 ? weekly(rule, startLocal) : { kind: 'other' };
    case 'WEEKLY':
      return isPlain ? weekly(rule, startLocal) : { kind: 'other' };
    case 'MONTHLY':
      return monthly(rule, startLocal);
    case 'YEARLY':
      return isPlain && byDay.length === 0 ? { kind: 'yearly', interval } : { kind: 'other' };
  }
}

function weekly({ interval, byDay }: Rule, startLocal: string): Recurrence {
  const named = byDay.map(({ weekday }) => weekday);
  const weekdays = named.length === 0 ? [weekdayOf(startLocal)] : [...new Set(named)];
  return { kind: 'weekly', interval, weekdays: weekdays.toSorted() };
}

function monthly({ interval, byDay, numbers }: Rule, startLocal: string): Recurrence {
  const [day, ...moreDays] = byDay;
  if (day === undefined) {
    const dates = numbers.get('BYMONTHDAY') ?? [Temporal.PlainDate.from(startLocal).day];
    const [dayOfMonth, ...moreDates] = dates;
    const isOneDate = moreDates.length === 0 && [...numbers.keys()].every(isMonthDay);
    if (dayOfMonth === undefined || !isOneDate) return { kind: 'other' };
    return { kind: 'monthly-on-date', interval, dayOfMonth };
  }
  // BYDAY=TU;BYSETPOS=2 is how Outlook writes BYDAY=2TU.
  const positions = numbers.get('BYSETPOS') ?? [];
  const [nthWeekday, ...moreNth] = day.nth === null ? positions : [day.nth, ...positions];
  const isOne = moreDays.length === 0 && moreNth.length === 0 && numbers.size === positions.length;
  if (nthWeekday === undefined || !isOne) return { kind: 'other' };
  return { kind: 'monthly-on-weekday', interval, nthWeekday, weekday: day.weekday };
}

function isMonthDay(part: string): boolean {
  return part === 'BYMONTHDAY';
}

function endOf({ count, until }: Rule): RuleEnd {
  if (count !== null) return { kind: 'count', count };
  return until === null ? { kind: 'never' } : { kind: 'until', until };
}
