import { expect, test } from 'vitest';
import * as v from 'valibot';
import { meetingSchema } from '../documents/meeting.ts';
import { findOccurrence } from '../series/occurrences.ts';
import { seriesWith } from '../series/test-data/series-with.ts';
import { endsAt, newMeeting, startsAt, undatedMeeting } from './meeting-times.ts';
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
  expect(startsAt(meeting)).toBe('2026-03-11T14:00:00Z');
  expect(endsAt(meeting)).toBe('2026-03-11T14:45:00Z');
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
  expect(endsAt(meetingWith({ startLocal }))).toBeNull();
});
