import { expect, test } from 'vitest';
import { latestOf, metAt } from './last-met.ts';

const times = { startsAt: '2026-11-23T09:00:00Z', endsAt: '2026-11-23T09:30:00Z' };
const during = '2026-11-23T09:10:00Z';
const after = '2026-11-23T09:30:00Z';
const planned = { status: 'planned', wrappedUpAt: null } as const;
const held = { status: 'held', wrappedUpAt: '2026-11-23T09:20:00Z' } as const;

test('a plan counts as met once its time has passed, though nobody wrapped it up', () => {
  expect(metAt(planned, times, during)).toBeNull();
  expect(metAt(planned, times, after)).toBe(times.startsAt);
});

test('a held 1:1 counts from its start, or from its wrap-up where it has no date or came early', () => {
  expect(metAt(held, times, during)).toBe(times.startsAt);
  expect(metAt(held, null, after)).toBe(held.wrappedUpAt);
  expect(metAt(held, { ...times, startsAt: '2026-11-24T09:00:00Z' }, after)).toBe(held.wrappedUpAt);
});

test.each(['cancelled', 'skipped'] as const)('what was %s was no meeting', (status) => {
  expect(metAt({ status, wrappedUpAt: null }, times, after)).toBeNull();
});

test('a plan without a date is still to come', () => {
  expect(metAt(planned, null, after)).toBeNull();
});

test('the latest is found among those that are there', () => {
  expect(latestOf([null, during, after, null, '2026-01-01T00:00:00Z'])).toBe(after);
  expect(latestOf([null])).toBeNull();
});
