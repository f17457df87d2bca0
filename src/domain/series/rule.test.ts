import { expect, test } from 'vitest';
import { parseRule, ruleTextWithoutUntil } from './rule.ts';

test.each([
  'FREQ=DAILY',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
  'freq=weekly;byday=mo',
  'FREQ=MONTHLY;BYDAY=-1FR;COUNT=12',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20401231T235959Z',
  'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
  'FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0;BYSECOND=0',
  'FREQ=WEEKLY;UNTIL=20260316;',
])('%s can be followed', (rule) => {
  expect(parseRule(rule)).toMatchObject({ ok: true });
});

test.each([
  ['', 'unreadable'],
  ['every Tuesday', 'unreadable'],
  ['BYDAY=TU', 'unreadable'],
  ['FREQ=FORTNIGHTLY', 'unreadable'],
  ['FREQ=WEEKLY;INTERVAL=0', 'unreadable'],
  ['FREQ=WEEKLY;INTERVAL=-1', 'unreadable'],
  ['FREQ=WEEKLY;COUNT=0', 'unreadable'],
  ['FREQ=WEEKLY;BYDAY=XX', 'unreadable'],
  ['FREQ=MONTHLY;BYDAY=0TU', 'unreadable'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'unreadable'],
  ['FREQ=YEARLY;BYMONTH=-1', 'unreadable'],
  ['FREQ=WEEKLY;UNTIL=20260230', 'unreadable'],
  ['FREQ=WEEKLY;UNTIL=soon', 'unreadable'],
  ['FREQ=WEEKLY;WKST=2MO', 'unreadable'],
  ['FREQ=WEEKLY;FREQ=DAILY', 'unreadable'],
  ['FREQ=WEEKLY;BYDAY', 'unreadable'],
  ['FREQ=MONTHLY;RSCALE=HEBREW', 'unsupported'],
  ['FREQ=WEEKLY;BYDAY=2TU', 'unsupported'],
  ['FREQ=WEEKLY;BYMONTHDAY=3', 'unsupported'],
  ['FREQ=MONTHLY;BYWEEKNO=3', 'unsupported'],
  ['FREQ=DAILY;BYYEARDAY=3', 'unsupported'],
  ['FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO', 'unsupported'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'unsupported'],
  ['FREQ=SECONDLY', 'too-often'],
  ['FREQ=MINUTELY;INTERVAL=30', 'too-often'],
  ['FREQ=HOURLY', 'too-often'],
  ['FREQ=DAILY;BYSECOND=0,1,2', 'too-often'],
  ['FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5', 'too-often'],
  ['FREQ=DAILY;COUNT=100000000', 'too-many'],
  ['FREQ=YEARLY;INTERVAL=1000000', 'too-many'],
])('%j is refused as %s', (rule, problem) => {
  expect(parseRule(rule)).toEqual({ ok: false, problem });
});

test('a rule that was read and written again says the same, but for its end', () => {
  const parsed = parseRule('FREQ=MONTHLY;BYDAY=+2TU,-1FR;BYHOUR=09;UNTIL=20260316;WKST=SU');
  const text = parsed.ok ? ruleTextWithoutUntil(parsed.rule) : '';
  expect(text).toBe('FREQ=MONTHLY;INTERVAL=1;WKST=SU;BYDAY=2TU,-1FR;BYHOUR=9');
});
