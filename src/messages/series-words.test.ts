import { expect, test } from 'vitest';
import { createFormatter } from './format.ts';
import { recurrenceWords } from './series-words.ts';

const format = createFormatter('en-GB');

test.each([
  [null, 'Once, on 24 November 2026'],
  ['FREQ=DAILY', 'Every day'],
  ['FREQ=DAILY;INTERVAL=3', 'Every 3 days'],
  ['FREQ=WEEKLY;BYDAY=TU,FR', 'Every Tuesday and Friday'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=1', 'Every 2 weeks on Tuesday, once'],
  ['FREQ=MONTHLY', 'Every month on day 24'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
  ['FREQ=MONTHLY;BYMONTHDAY=-3', 'Every month on day 3 from the end'],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=4TU', 'Every 2 months on the fourth Tuesday'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=6', 'Every month on the last Friday, 6 times'],
  ['FREQ=MONTHLY;BYDAY=-2FR', 'Every month on the second Friday from the end'],
  ['FREQ=YEARLY', 'Every year on 24 November'],
  ['FREQ=YEARLY;INTERVAL=2', 'Every 2 years on 24 November'],
  ['FREQ=WEEKLY;UNTIL=20261222', 'Every Tuesday, until 22 December 2026'],
  ['FREQ=WEEKLY;UNTIL=20261222T100000', 'Every Tuesday, until 22 December 2026'],
  ['FREQ=WEEKLY;UNTIL=20261222T233000Z', 'Every Tuesday, until 23 December 2026'],
  ['FREQ=YEARLY;BYMONTH=2;COUNT=3', 'By the rule FREQ=YEARLY;BYMONTH=2;COUNT=3'],
  ['FREQ=HOURLY', 'By a rule that Evenkeel cannot follow'],
])('%s', (rule, words) => {
  const series = { rule, startLocal: '2026-11-24T10:00', timeZone: 'Europe/Berlin' };
  expect(recurrenceWords(series, format)).toBe(words);
});
