import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { gapsBetween, meetingsByMonth } from './frequency.ts';

const berlin = { timeZone: 'Europe/Berlin', now: '2026-11-10T11:00:00Z' };

test('twelve months are counted, this one last, and what is older is not', () => {
  const held = [
    '2025-11-20T09:00:00Z',
    '2025-12-02T09:00:00Z',
    '2026-11-03T09:00:00Z',
    '2026-11-09T09:00:00Z',
  ];
  const months = meetingsByMonth(held, null, berlin);
  expect(months.map(({ month }) => month)).toEqual([
    ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
  ]);
  expect(months.map(({ held: count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(months.every(({ agreed }) => agreed === null)).toBe(true);
});

test('a month is that of the zone, not of UTC', () => {
  const held = ['2026-09-30T23:30:00Z'];
  const inMonth = (timeZone: string, month: string): number | undefined =>
    meetingsByMonth(held, null, { ...berlin, timeZone }).find((one) => one.month === month)?.held;
  expect(inMonth('Europe/Berlin', '2026-10')).toBe(1);
  expect(inMonth('America/New_York', '2026-09')).toBe(1);
});

test('what was agreed counts from the first month on, and in this one up to today', () => {
  const months = meetingsByMonth(['2026-09-15T09:00:00Z'], 10, berlin);
  const agreed = new Map(months.map((one) => [one.month, one.agreed]));
  expect(agreed.get('2026-08')).toBeNull();
  expect(agreed.get('2026-09')).toBe(3);
  expect(agreed.get('2026-10')).toBe(3.1);
  expect(agreed.get('2026-11')).toBe(1);
});

test('gaps are calendar days, also across a change of the clocks', () => {
  // Sunday, 25 October 2026 has 25 hours in Berlin.
  const held = ['2026-10-24T21:30:00Z', '2026-10-26T05:00:00Z', '2026-11-05T09:00:00Z'];
  expect(gapsBetween(held, berlin)).toEqual({
    averageDays: 6,
    longestDays: 10,
    daysSinceLast: 5,
  });
});

test('one 1:1 has no gap, none has not even a last time', () => {
  expect(gapsBetween(['2026-11-10T08:00:00Z'], berlin)).toEqual({
    averageDays: null,
    longestDays: null,
    daysSinceLast: 0,
  });
  expect(gapsBetween([], berlin)).toEqual({
    averageDays: null,
    longestDays: null,
    daysSinceLast: null,
  });
});

test('the last time is known however long ago it was', () => {
  expect(gapsBetween(['2024-11-10T08:00:00Z'], berlin).daysSinceLast).toBe(730);
});

const instant = fc
  .date({ min: new Date('2025-12-02'), max: new Date('2026-11-09'), noInvalidDate: true })
  .map((date) => date.toISOString());
const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC');

test('every 1:1 of the twelve months is in exactly one of them, in any zone and order', () => {
  fc.assert(
    fc.property(fc.array(instant), zone, (held, timeZone) => {
      const months = meetingsByMonth(held, 7, { ...berlin, timeZone });
      expect(months.reduce((sum, one) => sum + one.held, 0)).toBe(held.length);
      const reversed = meetingsByMonth(held.toReversed(), 7, { ...berlin, timeZone });
      expect(reversed).toEqual(months);
    }),
  );
});

test('gaps add up to the days from the first 1:1 to the last', () => {
  fc.assert(
    fc.property(fc.array(instant, { minLength: 2 }), zone, (held, timeZone) => {
      const { averageDays, longestDays, daysSinceLast } = gapsBetween(held, {
        ...berlin,
        timeZone,
      });
      if (averageDays === null || longestDays === null) return;
      expect(averageDays).toBeLessThanOrEqual(longestDays);
      expect(averageDays).toBeGreaterThanOrEqual(1);
      expect(daysSinceLast).toBeGreaterThanOrEqual(0);
    }),
  );
});
