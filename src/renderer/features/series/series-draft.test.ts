import { expect, test } from 'vitest';
import { testNow } from '../../test-support/fake-bridge.ts';
import { firstOccurrences } from './preview.ts';
import { checkDraft, emptyDraft, type SeriesDraft } from './series-draft.ts';
import { knownZones, zoneMeant } from './zones.ts';

const zones = knownZones('Europe/Berlin');
const draft = (changes: Partial<SeriesDraft> = {}): SeriesDraft => ({
  ...emptyDraft(testNow, 'Europe/Berlin'),
  ...changes,
});
const errorsOf = (changes: Partial<SeriesDraft>) => {
  const checked = checkDraft(draft(changes), testNow, zones);
  return checked.ok ? [] : Object.keys(checked.errors);
};
const valuesOf = (changes: Partial<SeriesDraft>) => {
  const checked = checkDraft(draft(changes), testNow, zones);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  if (checked.values === null) throw new Error('This has no date yet.');
  return checked.values;
};

test('begins with the next working day, in the machine’s zone', () => {
  expect(emptyDraft(testNow, 'Europe/Berlin')).toMatchObject({
    date: '2026-11-24',
    zone: 'Europe/Berlin',
    minutes: '30',
    repeat: 'weekly',
  });
  const friday = '2026-11-27T12:00:00Z';
  expect(emptyDraft(friday, 'Europe/Berlin').date).toBe('2026-11-30');
});

test('writes the rule of each way to repeat', () => {
  expect(valuesOf({}).rule).toBe('FREQ=WEEKLY;BYDAY=TU');
  expect(valuesOf({ repeat: 'two-weekly' }).rule).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU');
  expect(valuesOf({ repeat: 'once' }).rule).toBeNull();
  expect(valuesOf({ place: '  Room Fjord ' }).place).toBe('Room Fjord');
});

test('several days of the week begin with the first of them from the date on', () => {
  expect(valuesOf({ weekdays: [1, 4], repeat: 'three-weekly' })).toMatchObject({
    startLocal: '2026-11-26T10:00',
    rule: 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH',
  });
  expect(errorsOf({ weekdays: [] })).toEqual(['weekdays']);
  expect(errorsOf({ weekdays: [], repeat: 'monthly' })).toEqual([]);
});

test.each([
  ['date', 'FREQ=MONTHLY;BYMONTHDAY=24'],
  ['last-day', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['nth-weekday', 'FREQ=MONTHLY;BYDAY=4TU'],
  ['last-weekday', 'FREQ=MONTHLY;BYDAY=-1TU'],
] as const)('monthly by its %s', (monthDay, rule) => {
  expect(valuesOf({ repeat: 'monthly', monthDay }).rule).toBe(rule);
});

test('ends never, on a date, or after a number of times', () => {
  const ends = { ending: 'date', lastDate: '2026-12-24' } as const;
  expect(valuesOf(ends).rule).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261224');
  expect(valuesOf({ ending: 'count', times: '6' }).rule).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=6');
  expect(valuesOf({ ...ends, repeat: 'once' }).rule).toBeNull();
  expect(errorsOf({ ending: 'date' })).toEqual(['lastDate']);
  expect(errorsOf({ ...ends, lastDate: '2026-11-23' })).toEqual(['lastDate']);
  expect(errorsOf({ ending: 'count', times: '0' })).toEqual(['times']);
  expect(errorsOf({ ending: 'count', times: '2001' })).toEqual(['times']);
});

test('without a date there is nothing to fill in', () => {
  const undated = checkDraft(draft({ repeat: 'undated', date: '' }), testNow, zones);
  expect(undated).toEqual({ ok: true, values: null });
});

test('a rule as somebody wrote it is kept to the letter, or refused with its own sentence', () => {
  const own = (ownRule: string) => ({ repeat: 'own', ownRule }) as const;
  expect(valuesOf(own(' RRULE:freq=YEARLY;BYMONTH=2;BYDAY=1MO')).rule).toBe(
    'freq=YEARLY;BYMONTH=2;BYDAY=1MO',
  );
  const sentenceOf = (ownRule: string): string | undefined => {
    const checked = checkDraft(draft(own(ownRule)), testNow, zones);
    return checked.ok ? undefined : checked.errors.rule;
  };
  const bad = ['every Tuesday', 'FREQ=WEEKLY;BYDAY=2TU', 'FREQ=HOURLY', 'FREQ=DAILY;COUNT=99999'];
  const sentences = [...bad, `FREQ=DAILY;${'BYDAY=MO'.repeat(99)}`].map(sentenceOf);
  expect(new Set(sentences).size).toBe(5);
  expect(sentences).not.toContain(undefined);
});

test('names each field that is wrong', () => {
  expect(errorsOf({ date: '' })).toEqual(['date']);
  expect(errorsOf({ time: '' })).toEqual(['time']);
  expect(errorsOf({ zone: 'Atlantis' })).toEqual(['zone']);
  expect(errorsOf({ minutes: '0' })).toEqual(['minutes']);
  expect(errorsOf({ minutes: '' })).toEqual(['minutes']);
  expect(errorsOf({ minutes: '2.5' })).toEqual(['minutes']);
  expect(errorsOf({ minutes: '1441' })).toEqual(['minutes']);
  expect(errorsOf({ date: '2026-13-01', zone: '' })).toEqual(['date', 'zone']);
});

test('a single date must lie ahead, by the zone’s own clock; a weekly one may have begun', () => {
  const at = { repeat: 'once', date: '2026-11-23', time: '09:41' } as const;
  expect(errorsOf(at)).toEqual([]);
  expect(errorsOf({ ...at, time: '09:40' })).toEqual(['date']);
  expect(errorsOf({ ...at, time: '09:41', zone: 'Asia/Tokyo' })).toEqual(['date']);
  expect(errorsOf({ ...at, repeat: 'weekly', time: '09:00' })).toEqual([]);
});

test('finds the zone that was meant', () => {
  expect(zoneMeant('europe/berlin', zones)).toBe('Europe/Berlin');
  expect(zoneMeant(' new york ', zones)).toBe('America/New_York');
  expect(zoneMeant('Tokyo', zones)).toBe('Asia/Tokyo');
  expect(zoneMeant('', zones)).toBeNull();
  expect(zoneMeant('Atlantis', zones)).toBeNull();
});

test('shows the first dates from now on', () => {
  const weekly = firstOccurrences(valuesOf({ date: '2026-11-17' }), testNow, 3);
  expect(weekly.map(({ startLocal }) => startLocal)).toEqual([
    '2026-11-24T10:00',
    '2026-12-01T10:00',
    '2026-12-08T10:00',
  ]);
  expect(firstOccurrences(valuesOf({ repeat: 'once' }), testNow, 3)).toHaveLength(1);
});
