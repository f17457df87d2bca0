import { expect, test } from 'vitest';
import type { DueReview, InboxReminder, UpcomingMeeting } from '../../ipc/views.ts';
import { createFormatter } from '../../messages/format.ts';
import type { TrayEntry, TrayReminders } from './tray-content.ts';
import type { TrayState } from './tray-menu.ts';
import { hasCountdown, trayContent } from './tray-menu.ts';
import { trayReminders } from './tray-reminders.ts';

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

const quiet: TrayReminders = { showing: [], unshown: [], missed: 0, pausedUntil: null };

const stateAt = (now: string, ...upcoming: UpcomingMeeting[]): TrayState => ({
  upcoming,
  reminders: quiet,
  reviews: [],
  now: Temporal.Instant.from(now),
  timeZone: 'Europe/Berlin',
  format,
});

const labelsOf = (entries: readonly TrayEntry[]): readonly string[] =>
  entries.map((entry) => (entry.kind === 'separator' ? '--' : entry.label));
const labels = (state: TrayState): readonly string[] => labelsOf(trayContent(state).entries);

/** What a submenu holds. */
const under = (state: TrayState, label: string): readonly TrayEntry[] =>
  trayContent(state).entries.flatMap((entry) =>
    entry.kind === 'submenu' && entry.label === label ? entry.entries : [],
  );

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
    'Prepare for Sam Okafor',
    '--',
    'Today',
    '10:00  Sam Okafor',
    '15:00  Kim & Co',
    '--',
    'Capture a thought…',
    'Pause reminders',
    '--',
    'Open Evenkeel',
    'Quit (reminders stop)',
  ]);
});

test('without any 1:1 it says so, and still opens and quits', () => {
  expect(labels(stateAt(nine))).toEqual([
    'No 1:1 in the next seven days',
    '--',
    'Capture a thought…',
    'Pause reminders',
    '--',
    'Open Evenkeel',
    'Quit (reminders stop)',
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

const withReminders = (
  change: Partial<TrayReminders>,
  now = '2026-11-23T08:50:00Z',
): TrayState => ({
  ...stateAt(now, meeting(nine)),
  reminders: { ...quiet, ...change },
});
const shown: InboxReminder = {
  id: 'series-sam/2026-11-23T10:00/starting',
  startsAt: nine,
  stage: 'starting',
  personName: 'Sam Okafor',
  dueAt: '2026-11-23T08:50:00Z',
  cameAt: '2026-11-23T08:50:00Z',
  fate: 'shown',
  snoozedUntil: null,
  isUnread: false,
  snoozes: [5, 'until-start'],
  route: '#/meetings/meeting-1',
};
const key = { id: shown.id, startsAt: shown.startsAt };

test('one that is up can wait five minutes, or until the start', () => {
  const state = withReminders({ showing: [shown] });
  const label = 'Snooze: 1:1 with Sam Okafor';
  expect(labels(state)).toContain(label);
  expect(labelsOf(under(state, label))).toEqual([
    'For 5 minutes',
    'Until it starts',
    'No need to remind again',
  ]);
  expect(under(state, label)[0]).toMatchObject({ action: { kind: 'snooze', key, choice: 5 } });
  const late = withReminders({ showing: [{ ...shown, snoozes: [5] }] });
  expect(labelsOf(under(late, label))).not.toContain('Until it starts');
});

test('of the inbox the tray offers what is up, unanswered and of use, and no more than fits', () => {
  const answered: InboxReminder = { ...shown, fate: 'answered' };
  const useless: InboxReminder = { ...shown, snoozes: [] };
  const inbox = { now: nine, unread: 2, pausedUntil: null };
  const reminders = [answered, useless, shown, shown, shown, shown];
  const { showing, missed } = trayReminders({ ...inbox, reminders }, []);
  expect([showing, missed]).toEqual([[shown, shown, shown], 2]);
});

test('the menu and the icon say how many, in words (electron#54152)', () => {
  expect(labels(withReminders({ missed: 1 }))).toContain('1 reminder missed: have a look');
  const several = withReminders({ missed: 3 });
  expect(labels(several)).toContain('3 reminders missed: have a look');
  expect(trayContent(several).tooltip).toBe(
    'Evenkeel: Sam Okafor in 10 minutes; 3 reminders missed',
  );
});

test('what the desktop would not show can be read and opened here', () => {
  const state = withReminders({ unshown: [shown] });
  expect(under(state, 'Could not be shown')).toEqual([
    {
      kind: 'action',
      label: '1:1 with Sam Okafor',
      action: { kind: 'answer', key, route: shown.route },
    },
  ]);
});

test('reminders are paused from here, for as long as one likes', () => {
  const entries = under(withReminders({}), 'Pause reminders');
  expect(
    entries.map((entry) => (entry.kind === 'action' ? [entry.label, entry.action] : entry)),
  ).toEqual([
    ['For half an hour', { kind: 'pause', length: 30 }],
    ['For an hour', { kind: 'pause', length: 60 }],
    ['Until tomorrow', { kind: 'pause', length: 'until-tomorrow' }],
    ['Until another time…', { kind: 'show', route: '#/settings?at=pause' }],
  ]);
});

test('a pause says until when, with the day when it is another, and ends by itself', () => {
  const today = withReminders({ pausedUntil: '2026-11-23T13:30:00Z' });
  expect(labels(today)).toContain('Reminders are paused until 14:30');
  expect(labels(today)).toContain('Resume reminders');
  expect(labels(today)).not.toContain('Pause reminders');
  expect(trayContent(today).tooltip).toContain('reminders paused until 14:30');
  const tomorrow = withReminders({ pausedUntil: '2026-11-23T23:00:00Z' });
  expect(labels(tomorrow)).toContain('Reminders are paused until Tue 24 Nov, 00:00');
  const over = withReminders({ pausedUntil: '2026-11-23T08:50:00Z' });
  expect(labels(over)).toContain('Pause reminders');
});

const review = (decisionId: string, title: string): DueReview => ({
  ...{ decisionId, title, personName: null, reviewOn: '2026-11-23' },
});
const withReviews = (...reviews: DueReview[]): TrayState => ({ ...stateAt(nine), reviews });

test('one decision that is due is opened to be looked back on', () => {
  const entries = trayContent(withReviews(review('decision-1', 'Who writes the runbook'))).entries;
  expect(entries).toContainEqual({
    kind: 'action',
    label: '1 decision to look back on',
    action: { kind: 'show', route: '#/helper/decision-1/review' },
  });
});

test('several are counted, and each is opened from there by its line, in their order', () => {
  const several = withReviews(
    review('decision-1', 'Who writes the runbook'),
    review('decision-2', `The ${'very '.repeat(20)}long one`),
  );
  const [first, second, ...more] = under(several, '2 decisions to look back on');
  expect(first).toEqual({
    kind: 'action',
    label: 'Who writes the runbook',
    action: { kind: 'show', route: '#/helper/decision-1/review' },
  });
  expect(second?.kind === 'action' ? second.label : '').toMatch(/^The very .{40,55}very…$/);
  expect(more).toEqual([]);
});

test('of more than a menu can hold, the rest are in the journal', () => {
  const nineReviews = Array.from({ length: 9 }, (_, index) =>
    review(`decision-${String(index)}`, `Decision ${String(index)}`),
  );
  const entries = under(withReviews(...nineReviews), '9 decisions to look back on');
  expect(labelsOf(entries)).toEqual([
    ...nineReviews.slice(0, 8).map(({ title }) => title),
    'All in the journal',
  ]);
  expect(entries.at(-1)).toMatchObject({ action: { kind: 'show', route: '#/journal' } });
});
