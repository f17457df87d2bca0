import { expect, test } from 'vitest';
import type { Series, SeriesException } from '../documents/series.ts';
import { inOrder } from '../series/change-series.ts';
import { localText, readSeries } from '../series/read-series.ts';
import { ruleTimesFrom } from '../series/rule-times.ts';
import { seriesWith } from '../series/test-data/series-with.ts';
import { fc } from '../test-laws/fast-check.ts';
import { readCalendar } from './read-calendar.ts';
import { datesOf, inLondon } from './test-data/read-dates.ts';
import { occurrencesBetween } from '../series/occurrences.ts';
import { calendarOf } from './write-calendar.ts';

const zones = [
  ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Santiago'],
  ...['Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'Pacific/Chatham'],
];
const rules = [
  ...['FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU', 'FREQ=WEEKLY;COUNT=40'],
  ...['FREQ=DAILY;INTERVAL=5;UNTIL=20280901', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY'],
  ...['FREQ=WEEKLY;UNTIL=20271231T120000', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', null],
];
const years = { from: '2026-01-01T00:00:00Z', to: '2031-01-01T00:00:00Z' };

const fates = ['kept', 'cancelled', 'moved', 'added'] as const;
type Fate = (typeof fates)[number];

const series = fc
  .record({
    zone: fc.constantFrom(...zones),
    rule: fc.constantFrom(...rules),
    quarters: fc.integer({ min: 0, max: 300 * 96 }),
    fates: fc.array(fc.constantFrom(...fates), { maxLength: 12 }),
  })
  .map(({ zone, rule, quarters, fates }) => {
    const start = Temporal.PlainDateTime.from('2026-01-03T00:00').add({ minutes: quarters * 15 });
    const plain = seriesWith({ timeZone: zone, rule, startLocal: localText(start) });
    return { ...plain, exceptions: inOrder(exceptionsOf(plain, fates)) };
  });

function exceptionsOf(plain: Series, fates: readonly Fate[]): readonly SeriesException[] {
  const read = readSeries(plain);
  const times = typeof read === 'string' ? [] : ruleTimesFrom(read, read.first, fates.length);
  return times.flatMap((local, place): readonly SeriesException[] => {
    const fate = fates[place] ?? 'kept';
    const originalLocal = localText(local);
    const elsewhere = localText(local.add({ hours: 25 }));
    switch (fate) {
      case 'cancelled':
        return [{ kind: 'cancelled', originalLocal }];
      case 'moved':
        return [{ kind: 'moved', originalLocal, startLocal: elsewhere, durationMinutes: 45 }];
      case 'added': {
        const beside = localText(local.add({ minutes: 7 }));
        return [
          { kind: 'added', originalLocal: beside, startLocal: elsewhere, durationMinutes: 20 },
        ];
      }
      case 'kept':
        return [];
    }
  });
}

test('a series that is told and read again has the same instants for five years, in eight zones', () => {
  fc.assert(
    fc.property(series, (told) => {
      const words = { title: '1:1', program: '-//t//t//EN', now: inLondon.now };
      const { events, problems } = readCalendar(calendarOf(told, words) ?? '', inLondon);
      const instants = (of: Series): readonly string[] =>
        occurrencesBetween(of, years.from, years.to).map(
          ({ startsAt }) => `${startsAt.slice(0, 16)}Z`,
        );
      expect(problems).toEqual([]);
      expect(events.flatMap((event) => datesOf(event, years.from, years.to))).toEqual(
        instants(told),
      );
    }),
    { numRuns: 60 },
  );
});
