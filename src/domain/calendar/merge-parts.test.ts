import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Meeting } from '../documents/meeting.ts';
import { coming, emptyFile, merged, onlySeries, planIn } from './test-data/person-in-calendar.ts';
import { eventLines } from './test-data/read-dates.ts';

const weekly = eventLines('RRULE:FREQ=WEEKLY', 'SEQUENCE:1');
const oneMoved = eventLines(
  ...['RECURRENCE-ID:20260316T100000Z', 'DTSTART;TZID=Europe/London:20260317T140000'],
  ...['DURATION:PT1H', 'SEQUENCE:2'],
);
const { file: met } = merged(emptyFile, weekly);
const inFile = { sourceId: null };

const planOf = (seriesId: string, originalLocal: string): Meeting => ({
  ...meetingWith({ id: 'plan-1', seriesId, originalLocal, startLocal: originalLocal }),
  ...{ timeZone: 'Europe/London', agenda: [pointWith({})] },
});

test('an instance that is sent alone is moved in the series of its event', () => {
  const { file, told } = merged(met, oneMoved, inFile);
  expect(told).toEqual(['updated instance']);
  expect(coming(file).slice(0, 2)).toEqual(['03-17T14:00', '03-23T10:00']);
  expect(merged(file, oneMoved, inFile).put).toEqual([]);
});

test('an instance of an event that is not there is taken alone', () => {
  const { file, told } = merged(emptyFile, oneMoved, inFile);
  expect(told).toEqual(['taken']);
  expect(coming(file)).toEqual(['03-17T14:00']);
});

test('an instance that came alone goes into its event when that comes, with its plan', () => {
  const { file: alone } = merged(emptyFile, oneMoved, inFile);
  const plan = planOf(onlySeries(alone).id, '2026-03-17T14:00');
  const { file } = merged({ ...alone, meetings: [plan] }, [...weekly, ...oneMoved], inFile);
  const series = onlySeries(file);
  expect(coming(file).slice(0, 2)).toEqual(['03-17T14:00', '03-23T10:00']);
  expect(planIn(file, 'plan-1')).toMatchObject({
    ...{ seriesId: series.id, originalLocal: '2026-03-16T10:00', startLocal: '2026-03-17T14:00' },
  });
});

test('where all later dates are changed, the plans go along', () => {
  const plan = planOf(onlySeries(met).id, '2026-03-23T10:00');
  const changed = [
    ...weekly,
    ...eventLines(
      ...['RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260323T100000'],
      ...['DTSTART;TZID=Europe/London:20260324T130000', 'DURATION:PT30M', 'SEQUENCE:2'],
    ),
  ];
  const { file } = merged({ ...met, meetings: [plan] }, changed);
  expect(coming(file).slice(0, 3)).toEqual(['03-16T10:00', '03-24T13:00', '03-31T13:00']);
  expect(planIn(file, 'plan-1')).toMatchObject({
    ...{ originalLocal: '2026-03-24T13:00', status: 'planned', agenda: [{ id: 'point-1' }] },
  });
  expect(merged(file, changed).put).toEqual([]);
});

test('a series that was saved for another calendar is not taken again when it comes back', () => {
  const own = eventLines('RRULE:FREQ=WEEKLY').map((line) =>
    line.startsWith('UID:') ? `UID:${onlySeries(met).id}@evenkeel.invalid` : line,
  );
  const { put, told } = merged(met, own, inFile);
  expect({ put, told }).toEqual({ put: [], told: ['unchanged'] });
});

test('an end that the calendar sets leaves a later plan with its agenda', () => {
  const plan = planOf(onlySeries(met).id, '2026-03-30T10:00');
  const ended = eventLines('RRULE:FREQ=WEEKLY;UNTIL=20260323T100000Z', 'SEQUENCE:2');
  const { file } = merged({ ...met, meetings: [plan] }, ended);
  expect(coming(file)).toEqual(['03-16T10:00', '03-23T10:00']);
  expect(onlySeries(file).id).toBe(onlySeries(met).id);
  expect(planIn(file, 'plan-1')).toMatchObject({ seriesId: null, agenda: [{ id: 'point-1' }] });
});
