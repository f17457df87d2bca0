import { expect, test } from 'vitest';
import * as v from 'valibot';
import { meetingSchema } from '../documents/meeting.ts';
import { findOccurrence } from '../series/occurrences.ts';
import { seriesWith } from '../series/test-data/series-with.ts';
import { fc } from '../test-laws/fast-check.ts';
import { newMeeting, startsAt, timesAmong, timesOf, undatedMeeting } from './meeting-times.ts';
import { meetingWith } from './test-data/meeting-with.ts';

test('a new meeting is the empty plan of its occurrence, at the time it was moved to', () => {
  const series = seriesWith({
    exceptions: [
      {
        kind: 'moved',
        originalLocal: '2026-03-10T09:00',
        startLocal: '2026-03-11T15:00',
        durationMinutes: 45,
      },
    ],
  });
  const occurrence = findOccurrence(series, '2026-03-10T09:00');
  if (occurrence === null) throw new Error('The occurrence is missing.');
  const meeting = newMeeting(occurrence, { id: 'meeting-1', now: '2026-03-01T12:00:00Z' });
  expect(v.parse(meetingSchema, meeting)).toEqual(meeting);
  expect(meeting).toMatchObject({
    seriesId: 'series-1',
    originalLocal: '2026-03-10T09:00',
    startLocal: '2026-03-11T15:00',
    status: 'planned',
    agenda: [],
    createdAt: '2026-03-01T12:00:00Z',
  });
  expect(timesOf(meeting, series)).toMatchObject({
    ...{ startsAt: '2026-03-11T14:00:00Z', endsAt: '2026-03-11T14:45:00Z' },
  });
});

test('a plan without a date is of no series and has no start', () => {
  const meeting = undatedMeeting({
    personId: 'person-1',
    timeZone: 'Europe/Berlin',
    durationMinutes: 45,
    id: 'meeting-1',
    now: '2026-03-01T12:00:00Z',
  });
  expect(v.parse(meetingSchema, meeting)).toEqual(meeting);
  expect(meeting).toMatchObject({
    ...{ personId: 'person-1', timeZone: 'Europe/Berlin', durationMinutes: 45 },
    ...{ seriesId: null, originalLocal: null, startLocal: null },
    ...{ status: 'planned', createdAt: '2026-03-01T12:00:00Z' },
  });
  expect(startsAt(meeting)).toBeNull();
});

test.each([null, '2026-02-30T09:00'])('a meeting at %j has no start and no end', (startLocal) => {
  expect(startsAt(meetingWith({ startLocal }))).toBeNull();
  expect(timesOf(meetingWith({ startLocal }), null)).toBeNull();
});

const moved = { kind: 'moved', originalLocal: '2026-03-03T09:00' } as const;
const toThursday = { ...moved, startLocal: '2026-03-05T14:00', durationMinutes: 45 };

test('its series has the say when a meeting is, in the zone of the series', () => {
  const meeting = meetingWith({ timeZone: 'Asia/Tokyo' });
  const thursday = { startsAt: '2026-03-05T13:00:00Z', endsAt: '2026-03-05T13:45:00Z' };
  const inBerlin = { ...thursday, startLocal: '2026-03-05T14:00', timeZone: 'Europe/Berlin' };
  expect(timesOf(meeting, seriesWith({ exceptions: [toThursday] }))).toMatchObject(inBerlin);
  const added = { ...toThursday, kind: 'added' } as const;
  expect(timesOf(meeting, seriesWith({ exceptions: [added] }))).toMatchObject(inBerlin);
  expect(timesOf(meeting, seriesWith({}))?.startsAt).toBe('2026-03-03T08:00:00Z');
});

test('a meeting that its series does not have stays at its own time', () => {
  const meeting = meetingWith({ startLocal: '2026-03-04T10:00' });
  const own = { startsAt: '2026-03-04T09:00:00Z', endsAt: '2026-03-04T09:30:00Z' };
  expect(timesOf(meeting, null)).toMatchObject(own);
  const cancelled = { kind: 'cancelled', originalLocal: '2026-03-03T09:00' } as const;
  expect(timesOf(meeting, seriesWith({ exceptions: [cancelled] }))).toMatchObject(own);
  const offRule = seriesWith({ startLocal: '2026-03-02T09:00', exceptions: [toThursday] });
  expect(timesOf(meeting, offRule)).toMatchObject(own);
});

test('a meeting is when the occurrence is that it plans, however the two were changed', () => {
  const locals = ['2026-03-03T09:00', '2026-03-04T09:00', '2026-03-10T09:00'];
  const local = fc.constantFrom(...locals);
  const minutes = fc.constantFrom(30, 45);
  const kind = fc.constantFrom('moved', 'added', 'cancelled');
  const cases = fc.record({ kind, at: local, to: local, own: local, is: local, minutes });
  fc.assert(
    fc.property(cases, ({ kind: which, at, to, own, is, minutes: durationMinutes }) => {
      const placed = { originalLocal: at, startLocal: to, durationMinutes };
      const series = seriesWith({
        exceptions: [
          which === 'cancelled' ? { kind: which, originalLocal: at } : { kind: which, ...placed },
        ],
      });
      const meeting = meetingWith({ originalLocal: own, startLocal: is });
      const expected = findOccurrence(series, own) ?? timesOf(meeting, null);
      expect(timesOf(meeting, series)?.startsAt).toBe(expected?.startsAt);
      expect(timesOf(meeting, series)?.endsAt).toBe(expected?.endsAt);
    }),
  );
});

test('among several series each meeting has its own', () => {
  const others = [seriesWith({ id: 'series-2' }), seriesWith({ exceptions: [toThursday] })];
  const timesIn = timesAmong(others);
  expect(timesIn(meetingWith({}))?.startsAt).toBe('2026-03-05T13:00:00Z');
  expect(timesIn(meetingWith({ seriesId: 'series-2' }))?.startsAt).toBe('2026-03-03T08:00:00Z');
  expect(timesIn(meetingWith({ seriesId: null }))?.startsAt).toBe('2026-03-03T08:00:00Z');
  expect(timesIn(meetingWith({ seriesId: 'gone' }))?.startsAt).toBe('2026-03-03T08:00:00Z');
});
