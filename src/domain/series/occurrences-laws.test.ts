import { afterEach, expect, test } from 'vitest';
import { fc, seedOf } from '../test-laws/fast-check.ts';
import { findOccurrence, nextOccurrence, occurrencesBetween } from './occurrences.ts';
import type { Occurrence } from './occurrences.ts';
import { parseRule } from './rule.ts';
import { decade, start } from './test-data/any-start.ts';
import { seriesWith } from './test-data/series-with.ts';

// Both hemispheres, a half-hour change, changes at midnight, and a zone without any.
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Asia/Tokyo',
];

const rhythm = fc.constantFrom(
  { rule: 'FREQ=WEEKLY', daysApart: 7 },
  { rule: 'FREQ=WEEKLY;INTERVAL=2', daysApart: 14 },
  { rule: 'FREQ=DAILY;INTERVAL=5', daysApart: 5 },
  { rule: 'FREQ=DAILY', daysApart: 1 },
);

function minutesSkipped(local: Temporal.PlainDateTime, timeZone: string): number {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return local.until(zoned.toPlainDateTime()).total('minutes');
}

test.each(zones)(
  'ten years in %s: the n-th is n steps from the anchor, at its wall time',
  (zone) => {
    fc.assert(
      fc.property(start, rhythm, (first, { rule, daysApart }) => {
        const series = seriesWith({ startLocal: first.toString(), timeZone: zone, rule });
        const found = occurrencesBetween(series, decade.from, decade.to);
        const expected = found.map((_, n) => nth(first, daysApart, n));
        expect(found.map(({ originalLocal }) => originalLocal)).toEqual(expected.map(toMinute));
        expect(found.map(localAt)).toEqual(
          expected.map((local) => toMinute(local.add({ minutes: minutesSkipped(local, zone) }))),
        );
        const following = nth(first, daysApart, found.length).toZonedDateTime(zone).toInstant();
        expect(Temporal.Instant.compare(following, decade.to)).toBeGreaterThanOrEqual(0);
        expect(new Set(found.map(({ startsAt }) => startsAt)).size).toBe(found.length);
      }),
      { numRuns: 3, seed: seedOf(zones.indexOf(zone)) },
    );
  },
);

function nth(first: Temporal.PlainDateTime, daysApart: number, n: number): Temporal.PlainDateTime {
  return first.add({ days: daysApart * n });
}

function localAt({ startsAt, timeZone }: Occurrence): string {
  const zoned = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
  return toMinute(zoned.toPlainDateTime());
}

function toMinute(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'minute' });
}

test('cutting a window in two loses nothing and doubles only what runs across the cut', () => {
  const day = 24 * 60;
  const cut = fc
    .integer({ min: 1, max: 400 * day })
    .map((minutes) => Temporal.Instant.from(decade.from).add({ minutes }).toString());
  fc.assert(
    fc.property(start, rhythm, fc.constantFrom(...zones), cut, (first, { rule }, zone, middle) => {
      const series = seriesWith({ startLocal: first.toString(), timeZone: zone, rule });
      const end = '2027-03-01T00:00:00Z';
      const whole = occurrencesBetween(series, decade.from, end);
      const before = occurrencesBetween(series, decade.from, middle);
      const after = occurrencesBetween(series, middle, end);
      const across = after.filter(({ startsAt }) => epoch(startsAt) < epoch(middle));
      expect([...before, ...after.slice(across.length)]).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('walking with the next one visits the same, and each is found by its identity', () => {
  fc.assert(
    fc.property(start, rhythm, fc.constantFrom(...zones), (first, { rule }, zone) => {
      const series = seriesWith({ startLocal: first.toString(), timeZone: zone, rule });
      const all = occurrencesBetween(series, decade.from, decade.to).slice(0, 20);
      let after = '2020-01-01T00:00:00Z';
      for (const occurrence of all) {
        expect(nextOccurrence(series, after)).toEqual(occurrence);
        expect(findOccurrence(series, occurrence.originalLocal)).toEqual(occurrence);
        after = occurrence.startsAt;
      }
    }),
    { numRuns: 8 },
  );
});

test('no rule makes the expansion throw, and a sound one never goes back in time', () => {
  const list = (min: number, max: number): fc.Arbitrary<string> =>
    fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
  const days = fc.constantFrom('MO', '2TU', '-1FR', 'SA,SU', 'MO,TU,WE,TH,FR');
  const frequency = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY', '');
  const parts = fc.record({
    INTERVAL: fc.constantFrom('0', '1', '2', '12', '999'),
    COUNT: fc.constantFrom('1', '7', '2000', '99999'),
    UNTIL: fc.constantFrom('20270101', '20260601T120000Z', '20269999'),
    BYMONTH: list(1, 13),
    BYMONTHDAY: list(-31, 31),
    BYYEARDAY: list(-366, 366),
    BYWEEKNO: list(-53, 53),
    BYHOUR: list(0, 24),
    BYSETPOS: list(-3, 3),
    BYDAY: days,
  });
  const some = parts.chain((all) => fc.subarray(Object.entries(all), { maxLength: 4 }));
  let sound = 0;
  fc.assert(
    fc.property(frequency, some, (freq, chosen) => {
      const rule = [['FREQ', freq], ...chosen].map((pair) => pair.join('=')).join(';');
      sound += parseRule(rule).ok ? 1 : 0;
      const series = seriesWith({ rule });
      const found = occurrencesBetween(series, '2026-01-01T00:00:00Z', '2027-06-01T00:00:00Z');
      const times = found.map(({ startsAt }) => epoch(startsAt));
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      nextOccurrence(series, '2029-01-01T00:00:00Z');
    }),
    { numRuns: 200 },
  );
  expect(sound).toBeGreaterThan(20);
});

const processZone = process.env.TZ;
afterEach(() => {
  if (processZone === undefined) delete process.env.TZ;
  else process.env.TZ = processZone;
});

test('the zone of the machine changes nothing', () => {
  const series = seriesWith({ startLocal: '2026-03-20T02:30', rule: 'FREQ=DAILY;INTERVAL=3' });
  const answers = ['UTC', 'America/Los_Angeles', 'Asia/Tokyo', 'Europe/Berlin'].map((zone) => {
    process.env.TZ = zone;
    return {
      offset: new Date(2026, 0, 1).getTimezoneOffset(),
      found: occurrencesBetween(series, decade.from, '2027-12-01T00:00:00Z'),
    };
  });
  // The process did change its zone each time, or this test would prove nothing.
  expect(answers.map(({ offset }) => offset)).toEqual([0, 480, -540, -60]);
  for (const { found } of answers) expect(found).toEqual(answers[0]?.found);
});

function epoch(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
