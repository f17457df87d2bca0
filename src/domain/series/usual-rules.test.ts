import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { occurrencesBetween } from './occurrences.ts';
import { seriesWith } from './test-data/series-with.ts';
import type { UsualRhythm } from './usual-rules.ts';
import { monthDays, nthWeekdayOf, usualRule } from './usual-rules.ts';

const weekly = (interval: number, ...weekdays: readonly (1 | 2 | 4 | 7)[]): UsualRhythm => ({
  kind: 'weekly',
  interval,
  weekdays,
});
const monthly = (on: (typeof monthDays)[number]): UsualRhythm => ({ kind: 'monthly', on });

// The 24th of November 2026 is the fourth and last Tuesday of its month.
test.each([
  [weekly(1, 2), '2026-11-24', 'FREQ=WEEKLY;BYDAY=TU', '2026-11-24'],
  [weekly(3, 7), '2026-11-24', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU', '2026-11-29'],
  [weekly(2, 4, 1), '2026-11-24', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '2026-11-26'],
  [monthly('date'), '2026-11-24', 'FREQ=MONTHLY;BYMONTHDAY=24', '2026-11-24'],
  [monthly('last-day'), '2026-11-24', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
  [monthly('nth-weekday'), '2026-11-24', 'FREQ=MONTHLY;BYDAY=4TU', '2026-11-24'],
  [monthly('last-weekday'), '2026-11-03', 'FREQ=MONTHLY;BYDAY=-1TU', '2026-11-24'],
] as const)('%j from %s on', (rhythm, date, rule, firstDate) => {
  expect(usualRule(rhythm, date)).toEqual({ rule, firstDate });
});

test('the first date is always one that the rule gives, on the day asked for or later', () => {
  const date = fc
    .integer({ min: 0, max: 800 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
  const rhythm = fc.oneof(
    fc.constantFrom(...monthDays).map(monthly),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.subarray([1, 2, 4, 7] as const, { minLength: 1 }))
      .map(([interval, days]) => weekly(interval, ...days)),
  );
  fc.assert(
    fc.property(date, rhythm, (asked, given) => {
      const { rule, firstDate } = usualRule(given, asked);
      expect(firstDate >= asked).toBe(true);
      const starting = (startLocal: string): readonly string[] =>
        occurrencesBetween(
          seriesWith({ startLocal, rule, timeZone: 'UTC' }),
          '2025-12-01T00:00:00Z',
          '2028-06-01T00:00:00Z',
        ).map((one) => one.startLocal);
      // From a month earlier the rule would have come by the same date.
      const earlier = Temporal.PlainDate.from(firstDate).subtract({ weeks: 6 }).toString();
      expect(starting(`${firstDate}T09:00`)[0]).toBe(`${firstDate}T09:00`);
      expect(starting(`${earlier}T09:00`)).toContain(`${firstDate}T09:00`);
    }),
    { numRuns: 40 },
  );
});

test('the days of a month are counted in sevens', () => {
  const dates = ['01', '07', '08', '28', '29', '31'].map((day) => `2026-12-${day}`);
  expect(dates.map(nthWeekdayOf)).toEqual([1, 1, 2, 4, 5, 5]);
});
