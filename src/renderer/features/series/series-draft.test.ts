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
