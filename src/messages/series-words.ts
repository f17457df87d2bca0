import { describeRule } from '../domain/series/describe-rule.ts';
import type { Recurrence, RuleEnd } from '../domain/series/describe-rule.ts';
import type { Until } from '../domain/series/rule-parts.ts';
import { localDateOf } from '../domain/time/instants.ts';
import type { Series } from '../domain/documents/series.ts';
import type { Formatter } from './format.ts';
import { m } from './index.ts';
import { listOf, weekdayName } from './weekday-names.ts';

type Recurring = Pick<Series, 'rule' | 'startLocal'> & Partial<Pick<Series, 'timeZone'>>;

/**
 * How a series recurs, in words: "Every Tuesday", "Every two weeks on Tuesday, until …", "Once, on …".
 * A rule that says more than words here can is shown as it is written.
 */
export function recurrenceWords(series: Recurring, format: Formatter): string {
  const { rule, startLocal } = series;
  const description = describeRule(rule, startLocal);
  switch (description.kind) {
    case 'once':
      return m.app_series_words_once({ date: format.date(startLocal.slice(0, 10)) });
    case 'recurring': {
      const words = wordsOf(description.recurrence, startLocal, format);
      // The rule as it is written has its end in it.
      if (words === null) return m.series_words_rule({ rule: rule ?? '' });
      return withEnd(words, description.end, series, format);
    }
    case 'refused':
      return m.app_series_words_refused();
  }
}

function withEnd(
  words: string,
  end: RuleEnd,
  { timeZone = 'UTC' }: Recurring,
  format: Formatter,
): string {
  switch (end.kind) {
    case 'never':
      return words;
    case 'count':
      return m.series_words_times({ words, count: end.count });
    case 'until':
      return m.series_words_until({ words, date: format.date(dateOf(end.until, timeZone)) });
  }
}

function dateOf(until: Until, timeZone: string): string {
  if (until.kind === 'instant') return localDateOf(until.instant, timeZone);
  return until.kind === 'date' ? until.date : until.local.slice(0, 10);
}

/** Null where there are no words for it. */
function wordsOf(recurrence: Recurrence, startLocal: string, format: Formatter): string | null {
  switch (recurrence.kind) {
    case 'daily':
      if (recurrence.interval === 1) return m.series_words_daily();
      return m.series_words_days({ count: recurrence.interval });
    case 'weekly': {
      const days = listOf(recurrence.weekdays.map((weekday) => weekdayName(weekday)));
      if (recurrence.interval === 1) return m.app_series_words_weekly({ days });
      return m.app_series_words_weeks({ count: recurrence.interval, days });
    }
    case 'monthly-on-date':
      return monthly(recurrence.interval, monthDayWords(recurrence.dayOfMonth));
    case 'monthly-on-weekday':
      return monthly(recurrence.interval, nthWeekdayWords(recurrence));
    case 'yearly': {
      const date = format.dayOfYear(startLocal.slice(0, 10));
      if (recurrence.interval === 1) return m.series_words_yearly({ date });
      return m.series_words_years({ count: recurrence.interval, date });
    }
    case 'other':
      return null;
  }
}

function monthly(interval: number, day: string): string {
  if (interval === 1) return m.series_words_month({ day });
  return m.series_words_months({ count: interval, day });
}

function monthDayWords(day: number): string {
  if (day === -1) return m.series_words_month_last_day();
  if (day < 0) return m.series_words_month_day_from_end({ day: -day });
  return m.series_words_month_day({ day });
}

function nthWeekdayWords({
  nthWeekday,
  weekday,
}: Extract<Recurrence, { kind: 'monthly-on-weekday' }>): string {
  const nth = nthName(nthWeekday < -1 ? -nthWeekday : nthWeekday);
  const names = { nth, weekday: weekdayName(weekday) };
  return nthWeekday < -1
    ? m.series_words_month_weekday_from_end(names)
    : m.series_words_month_weekday(names);
}

/** "first" to "fifth", or "last" for -1. */
export function nthName(nth: number): string {
  const names: Readonly<Record<number, () => string>> = {
    [-1]: m.series_nth_last,
    1: m.series_nth_1,
    2: m.series_nth_2,
    3: m.series_nth_3,
    4: m.series_nth_4,
    5: m.series_nth_5,
  };
  return names[nth]?.() ?? String(nth);
}
