import { describe, expect, test } from 'vitest';
import { fc } from '../../../domain/test-laws/fast-check.ts';
import { testNow } from '../../test-support/fake-bridge.ts';
import { draftOf } from './draft-of-series.ts';
import { firstOccurrences } from './preview.ts';
import { checkDraft, type SeriesDraft, type SeriesValues } from './series-draft.ts';
import { knownZones } from './zones.ts';

const zones = knownZones('Europe/Berlin');

/** A series from the fourth and last Tuesday of November on. */
const values = (rule: string | null, change: Partial<SeriesValues> = {}): SeriesValues => ({
  startLocal: '2026-11-24T10:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  rule,
  place: 'Fjord',
  ...change,
});

const shown: readonly (readonly [string | null, Partial<SeriesDraft>])[] = [
  [null, { repeat: 'once' }],
  ['FREQ=WEEKLY', { repeat: 'weekly', weekdays: null, ending: 'never' }],
  ['FREQ=DAILY;BYDAY=TU,TH', { repeat: 'weekly', weekdays: [2, 4] }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU', { repeat: 'two-weekly', weekdays: null }],
  ['FREQ=WEEKLY;INTERVAL=3;COUNT=7', { repeat: 'three-weekly', ending: 'count', times: '7' }],
  ['FREQ=MONTHLY', { repeat: 'monthly', monthDay: 'date' }],
  ['FREQ=MONTHLY;BYDAY=4TU', { repeat: 'monthly', monthDay: 'nth-weekday' }],
  ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1', { repeat: 'monthly', monthDay: 'last-weekday' }],
  ['FREQ=WEEKLY;UNTIL=20261224', { ending: 'date', lastDate: '2026-12-24' }],
  ['FREQ=WEEKLY;UNTIL=20261222T085959Z', { ending: 'date', lastDate: '2026-12-21' }],
  ['FREQ=WEEKLY;UNTIL=20261222T100000', { ending: 'date', lastDate: '2026-12-22' }],
];

test.each(shown)('%s is shown in the fields', (rule, fields) => {
  expect(draftOf(values(rule), testNow)).toMatchObject({
    ...fields,
    ...{ date: '2026-11-24', time: '10:00', minutes: '45', place: 'Fjord' },
  });
});

test('the last day of a month is shown where the series begins on one', () => {
  const lastDay = values('FREQ=MONTHLY;BYMONTHDAY=-1', { startLocal: '2026-11-30T10:00' });
  expect(draftOf(lastDay, testNow)).toMatchObject({ repeat: 'monthly', monthDay: 'last-day' });
});

describe('what the fields cannot say is shown as its rule', () => {
  test.each([
    'FREQ=WEEKLY;INTERVAL=4',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    'FREQ=WEEKLY;BYDAY=MO',
    'FREQ=MONTHLY;INTERVAL=2',
    'FREQ=MONTHLY;BYMONTHDAY=15',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY',
    'FREQ=DAILY;COUNT=5',
    'FREQ=HOURLY',
    'by the moon',
  ])('%s', (rule) => {
    expect(draftOf(values(rule), testNow)).toMatchObject({ repeat: 'own', ownRule: rule });
  });
});

test('a series that is looked at and saved has the same dates as before', () => {
  const part = fc.constantFrom(
    ...['FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU'],
    ...[
      'FREQ=DAILY;BYDAY=TU,FR',
      'FREQ=MONTHLY',
      'FREQ=MONTHLY;BYDAY=4TU',
      'FREQ=MONTHLY;BYDAY=-1TU',
    ],
    ...[
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=MONTHLY;BYDAY=FR',
      'FREQ=YEARLY',
      'FREQ=DAILY;INTERVAL=9',
    ],
  );
  const end = fc.constantFrom(
    ...['', ';COUNT=3', ';UNTIL=20261229', ';UNTIL=20261229T090000Z', ';UNTIL=20261229T085900Z'],
    ';UNTIL=20261229T100000',
  );
  const weekStart = fc.constantFrom('', ';WKST=SU', ';WKST=MO');
  fc.assert(
    fc.property(part, end, weekStart, (rhythm, ending, start) => {
      const before = values(`${rhythm}${start}${ending}`);
      const checked = checkDraft(draftOf(before, testNow), testNow, zones);
      if (!checked.ok || checked.values === null) throw new Error(JSON.stringify(checked));
      const datesOf = (of: SeriesValues): readonly string[] =>
        firstOccurrences(of, testNow, 8).map(({ startsAt }) => startsAt);
      expect(datesOf(checked.values)).toEqual(datesOf(before));
    }),
    { numRuns: 60 },
  );
});
