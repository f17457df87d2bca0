import { expect, test } from 'vitest';
import { meetingWith } from '../../../domain/agenda/test-data/meeting-with.ts';
import type { MeetingView } from '../../../ipc/views.ts';
import { createFormatter } from '../../../messages/format.ts';
import { describeWhen } from './meeting-time.ts';

const format = createFormatter('en-GB');

const view = (timeZone: string): MeetingView => ({
  now: '2026-11-23T08:40:00Z',
  personName: 'Sam Okafor',
  startsAt: '2026-11-23T23:30:00Z',
  endsAt: '2026-11-24T00:00:00Z',
  decisions: [],
  canComeBack: [],
  meeting: meetingWith({ seriesId: null, originalLocal: null, startLocal: null, timeZone }),
});

const at = (now: string, zone: string, here: string) =>
  describeWhen(view(zone), { format, timeZone: here, now: Date.parse(now) });

test("on this machine's clock the zone goes without saying", () => {
  const when = at('2026-11-23T22:30:00Z', 'Europe/London', 'Europe/London');
  expect(when).toEqual({
    date: 'Monday 23 November, 23:30 to 00:00',
    here: null,
    until: 'in 60 minutes',
  });
});

test('elsewhere the zone is named, and the time here beside it', () => {
  const when = at('2026-11-23T22:30:00Z', 'America/New_York', 'Europe/London');
  expect(when?.date).toBe('Monday 23 November, 18:30 to 19:00, New York time');
  expect(when?.here).toBe('for you 23:30 to 00:00');
});

test('another day here is said as well', () => {
  const when = at('2026-11-23T22:30:00Z', 'Europe/London', 'Europe/Berlin');
  expect(when?.here).toBe('for you Tuesday 24 November, 00:30 to 01:00');
});

test.each([
  ['2026-11-23T23:29:45Z', 'starts now'],
  ['2026-11-23T23:40:00Z', 'began 10 minutes ago'],
  ['2026-11-24T00:05:00Z', 'ended 5 minutes ago'],
])('at %s it %s', (now, words) => {
  expect(at(now, 'Europe/London', 'Europe/London')?.until).toBe(words);
});

test('a meeting without a date has no time', () => {
  const undated = { ...view('Europe/London'), startsAt: null, endsAt: null };
  expect(describeWhen(undated, { format, timeZone: 'Europe/London', now: 0 })).toBeNull();
});
