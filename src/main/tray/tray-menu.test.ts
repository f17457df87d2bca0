import { expect, test } from 'vitest';
import type { UpcomingMeeting } from '../../ipc/views.ts';
import { createFormatter } from '../../messages/format.ts';
import type { TrayState } from './tray-menu.ts';
import { hasCountdown, trayContent } from './tray-menu.ts';

const format = createFormatter('en-GB');
const meeting = (startsAt: string, more: Partial<UpcomingMeeting> = {}): UpcomingMeeting => ({
  personId: 'person-sam',
  personName: 'Sam Okafor',
  seriesId: 'series-sam',
  originalLocal: '2026-11-23T10:00',
  startLocal: '2026-11-23T10:00',
  timeZone: 'Europe/Berlin',
  startsAt,
  endsAt: Temporal.Instant.from(startsAt).add({ minutes: 30 }).toString(),
  durationMinutes: 30,
  meetingId: null,
  openPoints: 0,
  ...more,
});

const stateAt = (now: string, ...upcoming: UpcomingMeeting[]): TrayState => ({
  upcoming,
  now: Temporal.Instant.from(now),
  timeZone: 'Europe/Berlin',
  format,
});

const labels = (state: TrayState): readonly string[] =>
  trayContent(state).entries.map((entry) => (entry.kind === 'separator' ? '--' : entry.label));

const nine = '2026-11-23T09:00:00Z';

test.each([
  ['2026-11-23T08:35:00Z', 'Sam Okafor in 25 minutes'],
  ['2026-11-23T08:59:30Z', 'Sam Okafor in 1 minute'],
  ['2026-11-23T08:00:00Z', 'Sam Okafor in 60 minutes'],
  ['2026-11-23T07:00:00Z', 'Sam Okafor at 10:00'],
  ['2026-11-23T09:00:00Z', 'Sam Okafor, until 10:30'],
  ['2026-11-22T20:00:00Z', 'Sam Okafor, Mon 23 Nov, 10:00'],
])('at %s the next 1:1 reads "%s"', (now, label) => {
  const state = stateAt(now, meeting(nine));
  expect(labels(state)[0]).toBe(label);
  expect(trayContent(state).tooltip).toBe(`Evenkeel: ${label}`);
});

test('the menu has the next 1:1, the list of today, the window, and the way out', () => {
  const later = meeting('2026-11-23T14:00:00Z', { personName: 'Kim & Co' });
  const tomorrow = meeting('2026-11-24T09:00:00Z');
  expect(labels(stateAt('2026-11-23T08:35:00Z', meeting(nine), later, tomorrow))).toEqual([
    'Sam Okafor in 25 minutes',
    '--',
    'Today',
    '10:00  Sam Okafor',
    '15:00  Kim & Co',
    '--',
    'Open Evenkeel',
    'Quit',
  ]);
});

test('without any 1:1 it says so, and still opens and quits', () => {
  expect(labels(stateAt(nine))).toEqual([
    'No 1:1 in the next seven days',
    '--',
    'Open Evenkeel',
    'Quit',
  ]);
});

test('today is the day of this machine, not of the series', () => {
  const late = { ...stateAt('2026-11-23T20:00:00Z', meeting('2026-11-23T23:30:00Z')) };
  expect(labels(late)).not.toContain('Today');
  expect(labels({ ...late, timeZone: 'Europe/London' })).toContain('Today');
});

test('a click opens the plan: its document when there is one, its occurrence when not', () => {
  const routeOf = (upcoming: UpcomingMeeting) => {
    const [first] = trayContent(stateAt('2026-11-23T08:35:00Z', upcoming)).entries;
    return first?.kind === 'action' ? first.action : null;
  };
  expect(routeOf(meeting(nine))).toEqual({
    kind: 'show',
    route: '#/plan/series-sam/2026-11-23T10%3A00',
  });
  expect(routeOf(meeting(nine, { meetingId: 'meeting-1' }))).toEqual({
    kind: 'show',
    route: '#/meetings/meeting-1',
  });
});

test('the clock alone changes the menu only within the hour before a 1:1 and during it', () => {
  expect(hasCountdown(stateAt('2026-11-23T07:00:00Z', meeting(nine)))).toBe(false);
  expect(hasCountdown(stateAt('2026-11-23T08:00:00Z', meeting(nine)))).toBe(true);
  expect(hasCountdown(stateAt('2026-11-23T09:10:00Z', meeting(nine)))).toBe(true);
  expect(hasCountdown(stateAt(nine))).toBe(false);
});
