import { expect, test } from 'vitest';
import { openActions } from '../agenda/actions.ts';
import { openPoints } from '../agenda/points.ts';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { ActionItem } from './meeting.ts';
import { searchTextOf, summaryOfMeeting } from './summaries.ts';

const at = '2026-03-03T08:10:00Z';
const open = pointWith({ id: 'point-open', text: 'Open', topic: 'growth', stance: 'lead' });
const points = [
  open,
  pointWith({ id: 'point-said', text: 'Said', discussedAt: at }),
  pointWith({ id: 'point-left', text: 'Left', leftAs: { kind: 'dropped', at } }),
];
const action: ActionItem = {
  ...{ id: 'action-1', rank: 'a0', text: 'Ask', owner: 'them', dueOn: null },
  ...{ doneAt: null, stance: null, fromPointId: 'point-said', carriedFrom: null, createdAt: at },
};
const done = { ...action, id: 'action-2', rank: 'a1', doneAt: at };

test('the summary of a meeting has every point, the words of the open ones, and every promise', () => {
  const meeting = meetingWith({ agenda: points, actionItems: [action, done], wrappedUpAt: at });
  const summary = summaryOfMeeting(meeting);
  expect(summary.points.map(({ id, text }) => [id, text])).toEqual([
    ['point-open', 'Open'],
    ['point-said', null],
    ['point-left', null],
  ]);
  expect(openPoints(summary.points)).toEqual([summary.points[0]]);
  expect(open).toMatchObject(summary.points[0] ?? {});
  expect(summary.actions).toEqual([action, done]);
  expect(openActions(summary.actions)).toEqual([action]);
  expect(summary).toMatchObject({ wrappedUpAt: at, snoozedSuggestions: [], hasNotes: false });
});

test.each([
  [{ notes: 'One' }, true],
  [{ privateNotes: 'One' }, true],
  [{ notes: ' \n' }, false],
  [{ reflection: 'Calm' }, false],
])('a meeting with %j has notes: %s', (change, hasNotes) => {
  expect(summaryOfMeeting(meetingWith(change)).hasNotes).toBe(hasNotes);
});

test('the search looks into all that was written of a meeting', () => {
  const decided = pointWith({ leftAs: { kind: 'decision', text: 'Twice a day', at } });
  const meeting = meetingWith({ agenda: [decided], actionItems: [action], reflection: 'Calm' });
  const { body } = searchTextOf(meeting);
  for (const words of [decided.text, 'Twice a day', 'Ask', 'Calm']) expect(body).toContain(words);
});

test('feedback is found by its words, a template by its title', () => {
  const created = { id: 'document-1', createdAt: at };
  const text = '---\ntitle: Hard talk\n---\n';
  expect(
    searchTextOf({
      ...{ ...created, kind: 'feedback', version: 1, personId: 'person-1', text: 'Clear note' },
      ...{ feedbackKind: 'positive', noticedOn: '2026-03-03', deliveredAt: null },
      deliveredIn: null,
    }),
  ).toEqual({ title: '', body: 'Clear note' });
  expect(searchTextOf({ ...created, kind: 'template', version: 1, replaces: null, text })).toEqual({
    title: 'Hard talk',
    body: text,
  });
});
