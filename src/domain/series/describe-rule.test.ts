import { expect, test } from 'vitest';
import type { Recurrence } from './describe-rule.ts';
import { describeRule } from './describe-rule.ts';

// A Tuesday, the tenth of the month.
const startLocal = '2026-03-10T09:00';

const recurrences: readonly (readonly [string, Recurrence])[] = [
  ['FREQ=DAILY;INTERVAL=3', { kind: 'daily', interval: 3 }],
  ['FREQ=WEEKLY', { kind: 'weekly', interval: 1, weekdays: [2] }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO', { kind: 'weekly', interval: 2, weekdays: [1, 5] }],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', { kind: 'weekly', interval: 1, weekdays: [1, 2, 3, 4, 5] }],
  ['FREQ=MONTHLY', { kind: 'monthly-on-date', interval: 1, dayOfMonth: 10 }],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', { kind: 'monthly-on-date', interval: 1, dayOfMonth: -1 }],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU',
    { kind: 'monthly-on-weekday', interval: 3, nthWeekday: 2, weekday: 2 },
  ],
  [
    'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1',
    { kind: 'monthly-on-weekday', interval: 1, nthWeekday: -1, weekday: 5 },
  ],
  ['FREQ=YEARLY', { kind: 'yearly', interval: 1 }],
  ['FREQ=DAILY;INTERVAL=2;BYDAY=MO', { kind: 'other' }],
  ['FREQ=WEEKLY;BYMONTH=5', { kind: 'other' }],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', { kind: 'other' }],
  ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR', { kind: 'other' }],
  ['FREQ=MONTHLY;BYDAY=TU', { kind: 'other' }],
  ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1', { kind: 'other' }],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', { kind: 'other' }],
];

test.each(recurrences)('%s', (rule, recurrence) => {
  expect(describeRule(rule, startLocal)).toEqual({
    kind: 'recurring',
    recurrence,
    end: { kind: 'never' },
  });
});

test('the end is told apart from the rhythm', () => {
  expect(describeRule('FREQ=DAILY;COUNT=5', startLocal)).toMatchObject({
    end: { kind: 'count', count: 5 },
  });
  expect(describeRule('FREQ=DAILY;UNTIL=20260316', startLocal)).toMatchObject({
    end: { kind: 'until', until: { kind: 'date', date: '2026-03-16' } },
  });
});

test('no rule is one date, and a rule that cannot be followed is said to be so', () => {
  expect(describeRule(null, startLocal)).toEqual({ kind: 'once' });
  expect(describeRule('FREQ=SECONDLY', startLocal)).toEqual({ kind: 'refused' });
});
