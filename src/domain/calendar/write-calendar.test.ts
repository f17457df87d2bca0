import { expect, test } from 'vitest';
import type { Series } from '../documents/series.ts';
import { occurrencesBetween } from '../series/occurrences.ts';
import { seriesWith } from '../series/test-data/series-with.ts';
import { readCalendar } from './read-calendar.ts';
import { instantsByItsZones, instantsByZoneNames } from './test-data/other-readers.ts';
import { datesOf, inLondon } from './test-data/read-dates.ts';
import { calendarOf } from './write-calendar.ts';

const words = {
  ...{ title: '1:1 with Sam', program: '-//Evenkeel//Evenkeel//EN' },
  now: '2026-03-01T08:00:00Z',
};
const before = '2027-06-01T00:00:00Z';

/** The series as others get it; one that cannot be told makes the test fail. */
function written(series: Series): string {
  const text = calendarOf(series, words);
  if (text === null) throw new Error('Nothing was written.');
  return text;
}

const ownInstants = (series: Series): readonly string[] =>
  occurrencesBetween(series, '2000-01-01T00:00:00Z', before)
    .map(({ startsAt }) => `${startsAt.slice(0, 16)}Z`)
    .toSorted();

const eventful = {
  exceptions: [
    { kind: 'cancelled', originalLocal: '2026-03-10T09:00' },
    {
      ...{ kind: 'moved', originalLocal: '2026-03-31T09:00', startLocal: '2026-04-01T10:30' },
      durationMinutes: 45,
    },
    {
      ...{ kind: 'added', originalLocal: '2026-03-19T10:00', startLocal: '2026-03-19T10:00' },
      durationMinutes: 30,
    },
  ],
} satisfies Partial<Series>;

const lastWorkingDays = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=9';

const told: readonly [string, Partial<Series>][] = [
  ['weekly across the change of the clocks', { rule: 'FREQ=WEEKLY;COUNT=12' }],
  ['with exceptions of every kind', { rule: 'FREQ=WEEKLY;COUNT=12', ...eventful }],
  ['ended on a day, as a split ends it', { rule: 'FREQ=WEEKLY;UNTIL=20260630' }],
  ['ended at a wall time', { rule: 'FREQ=DAILY;UNTIL=20260402T090000' }],
  ['in New York', { rule: 'FREQ=WEEKLY;UNTIL=20261231', timeZone: 'America/New_York' }],
  ['south of the equator', { rule: 'FREQ=WEEKLY;COUNT=60', timeZone: 'Australia/Sydney' }],
  ['in UTC', { rule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=9', timeZone: 'UTC' }],
  ['by the last working day', { startLocal: '2026-03-31T09:00', rule: lastWorkingDays }],
  ['once', { rule: null }],
];

test.each(told)('a series %s means the same to two other programs', (_name, change) => {
  const series = seriesWith(change);
  const own = ownInstants(series);
  expect(own.length).toBeGreaterThan(0);
  expect(instantsByItsZones(written(series), before)).toEqual(own);
  // node-ical knows no RDATE, and so not the date beside the rule.
  const ofRule = own.filter((instant) => !instant.startsWith('2026-03-19T09'));
  expect(instantsByZoneNames(written(series), before)).toEqual(ofRule);
});

test('a zone that is an offset alone is told as such, and read back', () => {
  const series = seriesWith({ timeZone: '+05:30', rule: 'FREQ=WEEKLY;COUNT=3' });
  expect(instantsByItsZones(written(series), before)).toEqual(ownInstants(series));
  const [event] = readCalendar(written(series), inLondon).events;
  expect(event).toMatchObject({ timeZone: '+05:30', notes: [] });
});

test('its identity stays, and a later version has a higher number', () => {
  const series = seriesWith({});
  const [first] = readCalendar(written(series), inLondon).events;
  const later = calendarOf(series, { ...words, now: '2026-03-02T08:00:00Z' }) ?? '';
  const [second] = readCalendar(later, inLondon).events;
  expect(first?.uid).toBe('series-1@evenkeel.invalid');
  expect(second?.uid).toBe(first?.uid);
  expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
});

test('long and odd texts arrive as they are', () => {
  const series = seriesWith({ place: `Room 2; böse, "ätzend" 🦊 ${'é'.repeat(90)}` });
  const text = written(series);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const [event] = readCalendar(text, inLondon).events;
  expect(event).toMatchObject({ place: series.place, title: '1:1 with Sam', durationMinutes: 30 });
});

test('a series that has no dates is not told', () => {
  expect(calendarOf(seriesWith({ rule: 'FREQ=HOURLY' }), words)).toBeNull();
});

test('what is written holds its times and nothing else', () => {
  const names = written(seriesWith({ ...eventful, place: 'Fjord' }))
    .split('\r\n')
    .map((line) => line.split(/[;:]/, 1)[0] ?? '')
    .filter((name) => name !== '');
  expect([...new Set(names)].toSorted()).toEqual([
    ...['BEGIN', 'CALSCALE', 'DTSTAMP', 'DTSTART', 'DURATION', 'END', 'EXDATE', 'LOCATION'],
    ...['PRODID', 'RDATE', 'RECURRENCE-ID', 'RRULE', 'SEQUENCE', 'SUMMARY', 'TZID'],
    ...['TZOFFSETFROM', 'TZOFFSETTO', 'UID', 'VERSION'],
  ]);
});

test('the dates of a series that was told are those that are read', () => {
  const series = seriesWith({ rule: 'FREQ=WEEKLY;COUNT=30', ...eventful });
  const [event] = readCalendar(written(series), inLondon).events;
  expect(event && datesOf(event).toSorted()).toEqual(ownInstants(series));
});
