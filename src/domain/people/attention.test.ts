import { expect, test } from 'vitest';
import type { Contact } from './attention.ts';
import { attentionFor, compareAttention, needsAttention } from './attention.ts';

const contactWith = (change: Partial<Contact>): Contact => ({
  cadenceDays: 14,
  lastMetOn: '2026-11-16',
  nextOn: '2026-11-30',
  promisesDueOn: [],
  today: '2026-11-23',
  ...change,
});
const stateOf = (change: Partial<Contact>) => attentionFor(contactWith(change)).cadence;

test('whoever was last met longer ago than agreed is overdue, by the days beyond it', () => {
  expect(stateOf({ lastMetOn: '2026-10-31' })).toEqual({
    kind: 'overdue',
    cadenceDays: 14,
    daysSince: 23,
    daysOverdue: 9,
  });
});

test('on the very day agreed nobody is overdue yet', () => {
  expect(stateOf({ lastMetOn: '2026-11-09' })).toMatchObject({ kind: 'on-track', daysSince: 14 });
  expect(stateOf({ lastMetOn: '2026-11-08' })).toMatchObject({ kind: 'overdue', daysOverdue: 1 });
});

test('on the day of the next 1:1 it is no longer overdue, though late', () => {
  expect(stateOf({ lastMetOn: '2026-10-31', nextOn: '2026-11-23' })).toMatchObject({
    kind: 'on-track',
    daysSince: 23,
  });
});

test('agreed and never met needs a first date, and waits calmly once there is one', () => {
  expect(stateOf({ lastMetOn: null, nextOn: null })).toEqual({
    kind: 'never-met',
    cadenceDays: 14,
  });
  expect(stateOf({ lastMetOn: null })).toEqual({
    kind: 'on-track',
    cadenceDays: 14,
    daysSince: null,
  });
});

test('kept until now and without a next date is said', () => {
  expect(stateOf({ nextOn: null })).toEqual({
    kind: 'no-next-date',
    cadenceDays: 14,
    daysSince: 7,
  });
});

test('where nothing is agreed nothing is missed, however long ago it was', () => {
  const attention = attentionFor(
    contactWith({ cadenceDays: null, lastMetOn: '2025-11-23', nextOn: null }),
  );
  expect(attention.cadence).toEqual({ kind: 'nothing-agreed', daysSince: 365 });
  expect(needsAttention(attention)).toBe(false);
});

test('a promise due today is not overdue, one due yesterday is, one without a date never', () => {
  const { promises } = attentionFor(
    contactWith({ promisesDueOn: ['2026-11-23', '2026-11-22', null, '2026-11-10'] }),
  );
  expect(promises).toEqual({ open: 4, overdue: 2, mostDaysOverdue: 13 });
});

test('days are counted by the calendar, over a month, a leap day and the year', () => {
  const since = (lastMetOn: string, today: string) =>
    stateOf({ cadenceDays: 366, lastMetOn, today, nextOn: today });
  expect(since('2027-12-31', '2028-01-01')).toMatchObject({ daysSince: 1 });
  expect(since('2028-02-28', '2028-03-01')).toMatchObject({ daysSince: 2 });
});

test('most urgent first: overdue, late promises, no first date, no next date, all well', () => {
  const inOrder = [
    contactWith({ lastMetOn: '2026-09-01' }),
    contactWith({ lastMetOn: '2026-10-31', promisesDueOn: ['2026-01-01'] }),
    contactWith({ promisesDueOn: ['2026-11-01'] }),
    contactWith({ promisesDueOn: ['2026-11-22', '2026-11-22'] }),
    contactWith({ lastMetOn: null, nextOn: null }),
    contactWith({ nextOn: null }),
    contactWith({}),
  ].map(attentionFor);
  expect(inOrder.toReversed().toSorted(compareAttention)).toEqual(inOrder);
  expect(inOrder.map(needsAttention)).toEqual([true, true, true, true, true, true, false]);
});
