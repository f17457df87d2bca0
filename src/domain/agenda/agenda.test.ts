import { describe, expect, test } from 'vitest';
import type { ActionItem } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { addAction, changeAction, openActions, removeAction } from './actions.ts';
import { applyTemplate } from './apply-template.ts';
import { writeNotes } from './notes.ts';
import { agendaOwnership } from './ownership.ts';
import { addPoint, changePoint, movePoint, openPoints, removePoint } from './points.ts';
import { meetingWith, pointWith } from './test-data/meeting-with.ts';

const now = '2026-03-03T08:10:00Z';

describe('points', () => {
  const meeting = meetingWith({
    agenda: ['point-a', 'point-b', 'point-c'].map((id, place) =>
      pointWith({ id, text: id, rank: `a${String(place)}` }),
    ),
  });

  test('a new point comes last, open and uncarried', () => {
    const after = addPoint(meeting, {
      id: 'point-d',
      text: 'On-call',
      addedBy: 'them',
      visibility: 'private',
      origin: { kind: 'typed' },
      raisedOn: '2026-03-02',
    });
    expect(after.agenda.map(({ id }) => id)).toEqual(['point-a', 'point-b', 'point-c', 'point-d']);
    expect(after.agenda.at(-1)).toEqual({
      id: 'point-d',
      rank: 'a3',
      text: 'On-call',
      addedBy: 'them',
      stance: null,
      visibility: 'private',
      topic: null,
      origin: { kind: 'typed' },
      carriedFrom: null,
      carryCount: 0,
      firstRaisedOn: '2026-03-02',
      discussedAt: null,
      leftAs: null,
    });
  });

  test('a new point may come with its topic and stance', () => {
    const origin = { kind: 'topic', topic: 'growth' } as const;
    const after = addPoint(meeting, {
      ...{ id: 'point-d', text: 'Growth', addedBy: 'me', visibility: 'shared', origin },
      ...{ raisedOn: '2026-03-02', topic: 'growth', stance: 'lead' },
    });
    expect(after.agenda.at(-1)).toMatchObject({ origin, topic: 'growth', stance: 'lead' });
  });

  test('a change touches what it names and leaves the rest', () => {
    const after = changePoint(meeting, 'point-b', { stance: 'lead', text: undefined }, now);
    expect(after).toEqual({
      ok: true,
      meeting: {
        ...meeting,
        agenda: [
          meeting.agenda[0],
          { ...pointWith({ id: 'point-b', text: 'point-b', rank: 'a1' }), stance: 'lead' },
          meeting.agenda[2],
        ],
      },
    });
  });

  test('a stance and a topic can be given and taken back', () => {
    const tagged = meetingWith({ agenda: [pointWith({ stance: 'manage', topic: 'career' })] });
    const after = changePoint(tagged, 'point-1', { stance: null, topic: 'growth' }, now);
    expect(after).toMatchObject({ meeting: { agenda: [{ stance: null, topic: 'growth' }] } });
    expect(changePoint(tagged, 'point-1', { topic: null }, now)).toMatchObject({
      meeting: { agenda: [{ stance: 'manage', topic: null }] },
    });
  });

  test.each([
    { kind: 'carried', toMeetingId: 'meeting-2', at: now },
    { kind: 'dropped', at: now },
    { kind: 'action', actionId: 'action-1', at: now },
    { kind: 'decision', text: 'Twice a day', at: now },
  ] as const)('a point left as $kind is not open any more', (leftAs) => {
    const open = pointWith({ id: 'point-2' });
    expect(openPoints([pointWith({ leftAs }), open])).toEqual([open]);
  });

  test('a point keeps the instant at which it was first checked off, until it is opened', () => {
    const discussed = meetingWith({ agenda: [pointWith({ discussedAt: now })] });
    const later = '2026-03-03T08:20:00Z';
    const discussedAt = (isDiscussed: boolean): unknown =>
      changePoint(discussed, 'point-1', { isDiscussed }, later);
    expect(discussedAt(true)).toMatchObject({ meeting: { agenda: [{ discussedAt: now }] } });
    expect(discussedAt(false)).toMatchObject({ meeting: { agenda: [{ discussedAt: null }] } });
    expect(changePoint(meeting, 'point-a', { isDiscussed: true }, now)).toMatchObject({
      meeting: { agenda: [{ discussedAt: now }, {}, {}] },
    });
    expect(openPoints(discussed.agenda)).toEqual([]);
    expect(openPoints(meeting.agenda)).toHaveLength(3);
  });

  test.each([
    ['point-a', 2, ['point-b', 'point-c', 'point-a']],
    ['point-c', 0, ['point-c', 'point-a', 'point-b']],
    ['point-a', 1, ['point-b', 'point-a', 'point-c']],
    ['point-b', 99, ['point-a', 'point-c', 'point-b']],
    ['point-b', -1, ['point-b', 'point-a', 'point-c']],
  ])('%s moves to place %i', (id, place, order) => {
    const after = movePoint(meeting, id, place);
    expect(after.ok && after.meeting.agenda.map((point) => point.id)).toEqual(order);
  });

  test('a point that has moved on is not checked off where it was', () => {
    const leftAs = { kind: 'carried', toMeetingId: 'meeting-2', at: now } as const;
    const meeting = meetingWith({ agenda: [pointWith({ leftAs })] });
    const changed = changePoint(meeting, 'point-1', { isDiscussed: true }, now);
    expect(changed).toEqual({ ok: false, problem: 'point-has-left' });
    expect(changePoint(meeting, 'point-1', { text: 'Said otherwise' }, now).ok).toBe(true);
  });

  test('what is not there can be neither changed nor moved nor removed', () => {
    const refusal = { ok: false, problem: 'no-such-point' };
    expect(changePoint(meeting, 'point-x', {}, now)).toEqual(refusal);
    expect(movePoint(meeting, 'point-x', 0)).toEqual(refusal);
    expect(removePoint(meeting, 'point-x')).toEqual(refusal);
  });
});

describe('action items', () => {
  const promise: ActionItem = {
    id: 'action-1',
    rank: 'a0',
    text: 'Send the draft',
    owner: 'me',
    dueOn: '2026-03-10',
    doneAt: null,
    stance: null,
    fromPointId: null,
    carriedFrom: null,
    createdAt: now,
  };
  const meeting = meetingWith({ actionItems: [promise] });

  test('a promise is added open, with when it was made', () => {
    const after = addAction(meetingWith({}), {
      id: 'action-1',
      text: 'Send the draft',
      owner: 'me',
      dueOn: '2026-03-10',
      now,
    });
    expect(after.actionItems).toEqual([promise]);
    expect(openActions(after.actionItems)).toEqual([promise]);
  });

  test('a promise knows the point that it came from', () => {
    const given = { id: 'action-1', text: 'Ask', owner: 'me', dueOn: null, now } as const;
    const after = addAction(meetingWith({}), { ...given, fromPointId: 'point-1', stance: 'lead' });
    expect(after.actionItems).toMatchObject([{ fromPointId: 'point-1', stance: 'lead' }]);
  });

  test('a promise keeps the instant at which it was first done, until it is opened', () => {
    const done = changeAction(meeting, 'action-1', { isDone: true }, now);
    expect(done).toMatchObject({ meeting: { actionItems: [{ ...promise, doneAt: now }] } });
    if (!done.ok) return;
    expect(openActions(done.meeting.actionItems)).toEqual([]);
    const change = { isDone: true, owner: 'them', dueOn: null } as const;
    expect(changeAction(done.meeting, 'action-1', change, '2026-04-01T00:00:00Z')).toMatchObject({
      meeting: { actionItems: [{ owner: 'them', dueOn: null, doneAt: now }] },
    });
    expect(changeAction(done.meeting, 'action-1', { isDone: false }, now)).toEqual({
      ok: true,
      meeting,
    });
  });

  test('the stance of a promise is said, and taken back', () => {
    const said = changeAction(meeting, 'action-1', { stance: 'lead' }, now);
    expect(said).toMatchObject({
      meeting: { actionItems: [{ stance: 'lead', text: promise.text }] },
    });
    if (!said.ok) return;
    expect(changeAction(said.meeting, 'action-1', { stance: null }, now)).toEqual({
      ok: true,
      meeting,
    });
  });

  test('a promise can be removed, one that is not there cannot', () => {
    expect(removeAction(meeting, 'action-1')).toMatchObject({ meeting: { actionItems: [] } });
    const refusal = { ok: false, problem: 'no-such-action' };
    expect(removeAction(meeting, 'action-x')).toEqual(refusal);
    expect(changeAction(meeting, 'action-x', {}, now)).toEqual(refusal);
  });
});

test('a template adds what is not there yet, whoever wrote it and however it is spaced', () => {
  const meeting = meetingWith({ agenda: [pointWith({ text: 'how are  YOU?' })] });
  const texts = ['How are you?', ' What is stuck? ', 'What is stuck?'];
  const points = texts.map((text) => ({ text, stance: 'manage' as const }));
  const template = { id: 'weekly', points };
  const after = applyTemplate(meeting, template, {
    newId: () => 'point-2',
    raisedOn: '2026-03-02',
  });
  expect(after.templateId).toBe('weekly');
  expect(after.agenda).toEqual([
    meeting.agenda[0],
    pointWith({
      id: 'point-2',
      rank: 'a1',
      text: 'What is stuck?',
      stance: 'manage',
      origin: { kind: 'template', templateId: 'weekly' },
      firstRaisedOn: '2026-03-02',
    }),
  ]);
});

test('notes, private notes and reflection are written apart', () => {
  const meeting = meetingWith({ notes: 'a', privateNotes: 'b' });
  expect(writeNotes(meeting, { reflection: 'd' })).toEqual({ ...meeting, reflection: 'd' });
  expect(writeNotes(meeting, { notes: 'c' })).toEqual({ ...meeting, notes: 'c' });
  expect(writeNotes(meeting, { notes: undefined, privateNotes: '' })).toEqual({
    ...meeting,
    privateNotes: '',
  });
});

test('ownership is the share of what the two people raised, over all meetings', () => {
  const one = meetingWith({
    agenda: [
      pointWith({ addedBy: 'them' }),
      pointWith({ addedBy: 'me' }),
      pointWith({ origin: { kind: 'template', templateId: 'weekly' } }),
    ],
  });
  const other = meetingWith({
    agenda: [pointWith({ addedBy: 'them' }), pointWith({ addedBy: 'them' })],
  });
  const expected = { mine: 1, theirs: 3, theirShare: 0.75 };
  expect(agendaOwnership([one, other].flatMap(({ agenda }) => agenda))).toEqual(expected);
  const summaries = [one, other].map(summaryOfMeeting);
  expect(agendaOwnership(summaries.flatMap(({ points }) => points))).toEqual(expected);
  expect(agendaOwnership([])).toEqual({ mine: 0, theirs: 0, theirShare: null });
});
