import { expect, test } from 'vitest';
import { decisionWith } from '../decision/test-data/decision-with.ts';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Meeting } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { isAbout, wordsOf } from './find-words.ts';
import {
  byMonth,
  entriesOfDecision,
  entriesOfLevels,
  entriesOfMeeting,
  entryOfFeedback,
  newestFirst,
} from './timeline.ts';
import { isWithin, yearSpan, yearsOf } from './years.ts';

const start = '2026-03-03T08:00:00Z';
const at = '2026-03-03T08:20:00Z';
const later = '2026-03-09T10:00:00Z';

const promise: Meeting['actionItems'][number] = {
  ...{ id: 'action-1', rank: 'a0', text: 'Write to sales', owner: 'me', dueOn: '2026-03-10' },
  ...{ doneAt: later, stance: null, fromPointId: null, carriedFrom: null, createdAt: at },
};
const points = [
  pointWith({ id: 'point-talked', text: 'Builds', discussedAt: at }),
  pointWith({
    id: 'point-decided',
    text: 'Reviews',
    leftAs: { kind: 'decision', text: 'Two reviewers', at },
  }),
  pointWith({
    id: 'point-asked',
    text: 'What would you stop doing?',
    origin: { kind: 'question', questionId: 'stop-doing' },
    discussedAt: at,
  }),
  pointWith({
    id: 'point-unasked',
    text: 'Who helps you?',
    origin: { kind: 'question', questionId: 'who-helps' },
    leftAs: { kind: 'carried', toMeetingId: 'meeting-2', at },
  }),
  pointWith({ id: 'point-dropped', leftAs: { kind: 'dropped', at } }),
  pointWith({ id: 'point-open' }),
];
const meeting = meetingWith({ status: 'held', agenda: points, actionItems: [promise] });
const summary = summaryOfMeeting(meeting);
const whole = { ...summary, points };
const feedback: Feedback = {
  ...{ kind: 'feedback', version: 1, id: 'feedback-1', personId: 'person-1' },
  ...{ feedbackKind: 'positive', text: 'Clear notes', noticedOn: '2026-02-20' },
  ...{ deliveredAt: null, deliveredIn: null, createdAt: '2026-02-22T09:00:00Z' },
};

test('a meeting tells what became of each point, what was promised, kept, decided and asked', () => {
  const entries = entriesOfMeeting(whole, start);
  expect(entries.map(({ kind, at: when }) => [kind, when])).toEqual([
    ['meeting', start],
    ['promise', at],
    ['promise', later],
    ['decision', at],
    ['question', at],
  ]);
  expect(entries[0]).toMatchObject({
    status: 'held',
    points: [
      { text: 'Builds', fate: 'discussed' },
      { text: 'Reviews', fate: 'discussed' },
      { fate: 'discussed' },
      { fate: 'carried' },
      { fate: 'dropped' },
      { fate: 'open' },
    ],
  });
  expect(entries[3]).toMatchObject({ text: 'Two reviewers', about: 'Reviews' });
});

test('its summary tells of the same moments, so that a year is found without reading documents', () => {
  const moments = (of: typeof whole | typeof summary) =>
    entriesOfMeeting(of, start).map(({ key, at: when }) => [key, when]);
  expect(moments(summary)).toEqual(moments(whole));
});

test('a plan without a date is no entry, and the promises in it are', () => {
  expect(entriesOfMeeting(whole, null).map(({ kind }) => kind)).not.toContain('meeting');
  expect(entriesOfMeeting(whole, null)).toHaveLength(4);
});

test('feedback is where it was said, and until then where it was noticed', () => {
  const noticed = entryOfFeedback(feedback, 'Europe/Berlin');
  expect(noticed).toMatchObject({ event: 'noticed', at: '2026-02-20T11:00:00Z', meetingId: null });
  const sameDay = { ...feedback, noticedOn: '2026-02-22' };
  expect(entryOfFeedback(sameDay, 'Europe/Berlin').at).toBe(feedback.createdAt);
  const said = { ...feedback, deliveredAt: at, deliveredIn: 'meeting-1' };
  expect(entryOfFeedback(said, 'Europe/Berlin')).toMatchObject({
    ...{ event: 'delivered', at, meetingId: 'meeting-1' },
  });
});

test('the newest comes first, and what is to come is no history', () => {
  const entries = newestFirst(entriesOfMeeting(whole, start), '2026-03-04T00:00:00Z');
  expect(entries.map(({ at: when }) => when)).toEqual([at, at, at, start]);
});

test('months are those of the zone', () => {
  const entries = entriesOfMeeting({ ...whole, actions: [], points: [] }, '2026-03-31T22:30:00Z');
  expect(byMonth(entries, 'Europe/Berlin').map(({ month }) => month)).toEqual(['2026-04']);
  expect(byMonth(entries, 'America/New_York').map(({ month }) => month)).toEqual(['2026-03']);
});

test('years are those of the zone, and only those in which something was', () => {
  const instants = ['2023-12-31T23:30:00Z', '2026-05-01T00:00:00Z', '2020-06-01T00:00:00Z'];
  expect(yearsOf(instants, 'Europe/Berlin')).toEqual([2026, 2024, 2020]);
  expect(yearsOf(instants, 'UTC')).toEqual([2026, 2023, 2020]);
  expect(yearsOf([], 'UTC')).toEqual([]);
  expect(isWithin('2023-12-31T23:00:00Z', yearSpan(2024, 'Europe/Berlin'))).toBe(true);
  expect(isWithin('2024-12-31T23:00:00Z', yearSpan(2024, 'Europe/Berlin'))).toBe(false);
});

test('words are found from their beginning, without case and accents', () => {
  const [entry] = entriesOfMeeting({ ...whole, actions: [promise], points: [] }, null);
  if (entry === undefined) throw new Error('There is no entry.');
  expect(isAbout(entry, wordsOf('SALES wri'))).toBe(true);
  expect(isAbout(entry, wordsOf('ales'))).toBe(false);
  expect(wordsOf('Café, naïve  DÉJÀ-vu')).toEqual(['cafe', 'naive', 'deja', 'vu']);
});

test('what was decided with the helper is in the history, and so is looking back on it', () => {
  const review = { on: '2026-11-23', process: 'yes', outcome: 'no' } as const;
  const decision = decisionWith({
    review: { ...review, whatHappened: 'Late again', wouldChooseAgain: 'no' },
  });
  const about = { kind: 'helper', decisionId: 'decision-1', text: 'The release slips' };
  expect(entriesOfDecision(decision, 'Europe/London')).toMatchObject([
    { ...about, event: 'reviewed', at: '2026-11-23T00:00:00Z' },
    { ...about, event: 'decided', at: '2026-10-26T09:02:00Z', stance: 'manage' },
  ]);
  const sameDay = { ...decision, finishedAt: '2026-11-23T09:00:00Z' };
  const [reviewed] = entriesOfDecision(sameDay, 'Europe/London');
  expect(reviewed).toMatchObject({ event: 'reviewed', at: '2026-11-23T09:00:00Z' });
  expect(entriesOfDecision(decisionWith({ finishedAt: null }), 'Europe/London')).toEqual([]);
});

test('a level that was agreed is in the history from its day on, with the decision while it is there', () => {
  const agreed = { id: 'agreed-1', area: 'Builds', level: 4, on: '2026-11-20' } as const;
  const person = { delegations: [{ ...agreed, decisionId: 'decision-1' }] };
  const [entry] = entriesOfLevels(person, [decisionWith()], 'Europe/Berlin');
  expect(entry).toMatchObject({
    ...{ kind: 'level', text: 'Builds', level: 4, decisionId: 'decision-1', meetingId: null },
    at: '2026-11-19T23:00:00Z',
  });
  expect(entry !== undefined && isAbout(entry, wordsOf('build'))).toBe(true);
  expect(entriesOfLevels(person, [], 'Europe/Berlin')).toMatchObject([{ decisionId: null }]);
});
