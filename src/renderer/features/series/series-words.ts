import { describeRule, type Recurrence } from '../../../domain/series/describe-rule.ts';
import type { Weekday } from '../../../domain/time/weekdays.ts';
import type { Series } from '../../../domain/documents/series.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';

/** How a series recurs, in words: "Every Tuesday", "Every two weeks on Tuesday", "Once, on …". */
export function recurrenceWords(
  { rule, startLocal }: Pick<Series, 'rule' | 'startLocal'>,
  format: Formatter,
): string {
  const description = describeRule(rule, startLocal);
  switch (description.kind) {
    case 'once':
      return m.app_series_words_once({ date: format.date(startLocal.slice(0, 10)) });
    case 'recurring':
      return wordsOf(description.recurrence);
    case 'refused':
      return m.app_series_words_refused();
  }
}

function wordsOf(recurrence: Recurrence): string {
  if (recurrence.kind === 'weekly') {
    const days = listOf(recurrence.weekdays.map(weekdayName));
    if (recurrence.interval === 1) return m.app_series_words_weekly({ days });
    return m.app_series_words_weeks({ count: recurrence.interval, days });
  }
  return m.app_series_words_own();
}

/** The name of a weekday in the language of the texts around it. */
function weekdayName(weekday: Weekday): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(textLanguage(), { weekday: 'long', timeZone: 'UTC' }).format(day);
}

const listOf = (words: readonly string[]): string =>
  new Intl.ListFormat(textLanguage()).format(words);

const textLanguage = (): string => document.documentElement.lang || 'en';
