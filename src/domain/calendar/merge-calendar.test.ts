import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Meeting } from '../documents/meeting.ts';
import { seriesSchema } from '../documents/series.ts';
import * as v from 'valibot';
import { cancelOccurrence, moveOccurrence } from '../series/change-series.ts';
import { coming, emptyFile, merged, onlySeries, planIn } from './test-data/person-in-calendar.ts';
import { eventLines } from './test-data/read-dates.ts';

const weekly = eventLines('RRULE:FREQ=WEEKLY', 'SEQUENCE:1');
const { file: met } = merged(emptyFile, weekly);

/** The plan of one of the Mondays, with a point to talk about. */
const plan = (originalLocal: string, change: Partial<Meeting> = {}): Meeting => ({
  ...meetingWith({ id: 'plan-1', originalLocal, startLocal: originalLocal }),
  ...{ seriesId: onlySeries(met).id, timeZone: 'Europe/London', agenda: [pointWith({})] },
  ...change,
});
const held = plan('2026-03-09T10:00', { id: 'held-1', status: 'held', agenda: [] });

test('an event becomes a series that says where it comes from', () => {
  const series = onlySeries(met);
  expect(v.safeParse(seriesSchema, series).success).toBe(true);
  expect(series).toMatchObject({
    calendar: { sourceId: 'calendar-1', uid: 'event-1', recurrenceId: null, sequence: 1 },
  });
  expect(coming(met)[0]).toBe('03-16T10:00');
});

test('the same calendar twice changes nothing', () => {
  const { put, removed, told } = merged(met, weekly);
  expect({ put, removed, told }).toEqual({ put: [], removed: [], told: ['unchanged'] });
});

test('two computers make the same series of an event', () => {
  expect(onlySeries(merged(emptyFile, weekly).file).id).toBe(onlySeries(met).id);
});

test('what nobody has chosen, what is over and what has no times is left out, and said', () => {
  expect(merged(emptyFile, weekly, { choices: new Map() }).told).toEqual(['skipped not-chosen']);
  const over = eventLines('DTSTART:20250101T100000Z', 'DURATION:PT30M');
  expect(merged(emptyFile, over).told).toEqual(['skipped past']);
  const day = eventLines('DTSTART;VALUE=DATE:20260401');
  expect(merged(emptyFile, day).told).toEqual(['skipped all-day']);
  const called = eventLines('RRULE:FREQ=WEEKLY', 'STATUS:CANCELLED');
  expect(merged(emptyFile, called).told).toEqual(['skipped cancelled']);
  const broken = eventLines('DTSTART;TZID=Atlantis:20260401T100000');
  expect(merged(emptyFile, broken).told).toEqual(['skipped unknown-zone']);
});

test('an older version of an event is left alone', () => {
  const older = eventLines('RRULE:FREQ=DAILY', 'SEQUENCE:0');
  const { told, put } = merged(met, older);
  expect({ told, put }).toEqual({ told: ['skipped older-version'], put: [] });
});

test('an event at another time moves what is to come, and its plans; what was held stays', () => {
  const file = { ...met, meetings: [held, plan('2026-03-16T10:00')] };
  const later = eventLines(
    ...['DTSTART;TZID=Europe/London:20260303T150000', 'DURATION:PT45M'],
    ...['RRULE:FREQ=WEEKLY', 'SEQUENCE:2'],
  );
  const { file: after, told } = merged(file, later);
  expect(told).toEqual(['updated']);
  expect(coming(after).slice(0, 2)).toEqual(['03-17T15:00', '03-24T15:00']);
  expect(planIn(after, 'held-1')).toEqual(held);
  expect(planIn(after, 'plan-1')).toMatchObject({
    ...{ originalLocal: '2026-03-17T15:00', durationMinutes: 45, agenda: [{ id: 'point-1' }] },
  });
  expect(after.series).toHaveLength(2);
  expect(merged(after, later).put).toEqual([]);
});

test('what the user moved or called off stays so when the calendar changes something else', () => {
  const series = onlySeries(met);
  const moved = moveOccurrence(series, '2026-03-16T10:00', {
    ...{ startLocal: '2026-03-18T09:00', durationMinutes: 30 },
  });
  const own = cancelOccurrence(moved.ok ? moved.series : series, '2026-03-23T10:00');
  const file = { ...met, series: [own.ok ? own.series : series] };
  const excluded = eventLines(
    ...['RRULE:FREQ=WEEKLY', 'EXDATE;TZID=Europe/London:20260330T100000', 'SEQUENCE:2'],
  );
  const { file: after, told } = merged(file, excluded);
  expect(told).toEqual(['updated']);
  expect(coming(after).slice(0, 2)).toEqual(['03-18T09:00', '04-06T10:00']);
  expect(coming(merged(after, weekly.toSpliced(-1, 0, 'SEQUENCE:3')).file)).not.toContain(
    '03-23T10:00',
  );
});

test('a date that the calendar calls off hands its open points on to the next', () => {
  const file = { ...met, meetings: [plan('2026-03-16T10:00')] };
  const gone = [
    ...weekly,
    ...eventLines(
      ...['RECURRENCE-ID;TZID=Europe/London:20260316T100000', 'STATUS:CANCELLED', 'SEQUENCE:2'],
    ),
  ];
  const { file: after } = merged(file, gone);
  expect(planIn(after, 'plan-1')).toMatchObject({ status: 'cancelled' });
  const next = after.meetings.find(({ originalLocal }) => originalLocal === '2026-03-23T10:00');
  expect(next?.agenda).toMatchObject([{ id: 'point-1', carriedFrom: 'plan-1' }]);
});

test.each([
  ['is called off', eventLines('RRULE:FREQ=WEEKLY', 'STATUS:CANCELLED', 'SEQUENCE:2'), 'cancelled'],
  ['is gone from its subscription', [], 'gone'],
])(
  'an event that %s ends, and a plan with something in it stands alone',
  (_name, lines, reason) => {
    const file = { ...met, meetings: [held, plan('2026-03-16T10:00')] };
    const { file: after, told } = merged(file, lines);
    expect(told).toEqual([`cancelled ${reason}`]);
    expect(coming(after)).toEqual([]);
    expect(planIn(after, 'held-1')).toEqual(held);
    expect(planIn(after, 'plan-1')).toMatchObject({ seriesId: null, agenda: [{ id: 'point-1' }] });
    expect(merged(after, lines).put).toEqual([]);
  },
);

test('an event that is there again goes on', () => {
  const { file: ended } = merged({ ...met, meetings: [held] }, []);
  const { file: after } = merged(ended, weekly);
  expect(coming(after)).toEqual(coming(met));
});

test('a file that has nothing of an event ends nothing', () => {
  expect(merged(met, [], { sourceId: null }).told).toEqual([]);
});

test('an event that cannot be read any more is not gone', () => {
  const broken = eventLines('DTSTART;TZID=Atlantis:20260302T100000', 'RRULE:FREQ=WEEKLY');
  expect(coming(merged(met, broken).file)).toEqual(coming(met));
});

test('a time that the user had set gives way to a new one of the calendar, and that is said', () => {
  const series = { ...onlySeries(met), startLocal: '2026-03-02T11:00' };
  const later = eventLines(
    ...['DTSTART;TZID=Europe/London:20260302T160000', 'RRULE:FREQ=WEEKLY', 'SEQUENCE:2'],
  );
  const { told, file } = merged({ ...met, series: [series] }, later);
  expect(told).toEqual(['updated own-time-replaced']);
  expect(coming(file)[0]).toBe('03-16T16:00');
  // A calendar that has not changed leaves it as it is.
  expect(merged({ ...met, series: [series] }, weekly).put).toEqual([]);
});
