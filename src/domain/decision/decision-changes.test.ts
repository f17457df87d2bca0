import * as v from 'valibot';
import { expect, test } from 'vitest';
import { decisionSchema } from '../documents/decision.ts';
import { beginRun, changeRecord, changeRun, finishRun, runUnderWay } from './decision-changes.ts';
import { dueReviews } from './due-reviews.ts';
import { outcomeOf } from './outcome.ts';
import { decisionsOfItems } from './sent-items.ts';
import { decisionWith } from './test-data/decision-with.ts';
import { readShippedModel } from './test-data/shipped-model.ts';

const model = readShippedModel();
const now = '2026-11-23T09:00:00Z';
const moment = { now, today: '2026-11-23' };
const begun = beginRun(model, { id: 'decision-1', now });
const answered = changeRun(begun, {
  title: ' The release ',
  answers: { clarity: 4, direction: 0 },
});

test('a run is kept answer by answer, and an answer that is taken back leaves no trace', () => {
  expect(v.is(decisionSchema, begun)).toBe(true);
  expect(answered.answers).toEqual({ clarity: 4, direction: 0 });
  const back = changeRun(answered, { answers: { clarity: null, reach: 2 } });
  expect(back.answers).toEqual({ direction: 0, reach: 2 });
  expect(changeRun(answered, { personId: 'person-1' })).toMatchObject({
    ...{ title: ' The release ', personId: 'person-1', answers: { clarity: 4, direction: 0 } },
  });
});

test('finishing keeps what the model makes of the answers, and a day to look back', () => {
  const finished = finishRun(answered, model, moment);
  expect(finished).toMatchObject({
    ok: true,
    decision: {
      ...{ title: 'The release', finishedAt: now, reviewOn: '2026-12-21', modelVersion: 2 },
      ...{ chosen: null, review: null },
      suggested: { stance: 'manage', manage: 1, lead: 0, level: null, confidence: 'thin' },
    },
  });
  expect(finished.ok && v.is(decisionSchema, finished.decision)).toBe(true);
});

test('a run without a line, or with one side unsaid, is not finished', () => {
  expect(finishRun({ ...answered, title: '  ' }, model, moment)).toEqual({
    ...{ ok: false, problem: 'no-title' },
  });
  const oneSided = changeRun(answered, { answers: { direction: null } });
  expect(finishRun(oneSided, model, moment)).toEqual({ ok: false, problem: 'no-stance' });
});

test('the run under way is the one begun last of those unfinished', () => {
  const older = decisionWith({ id: 'older-1', finishedAt: null });
  const newer = { ...older, id: 'newer-1', createdAt: '2026-11-01T09:00:00Z' };
  expect(runUnderWay([older, newer, decisionWith()])?.id).toBe('newer-1');
  expect(runUnderWay([decisionWith()])).toBeNull();
});

test('the override holds, and the suggestion stays beside it', () => {
  const chosen = { stance: 'lead', level: 5, reason: 'They asked' } as const;
  const overruled = changeRecord(decisionWith(), { chosen });
  expect(outcomeOf(decisionWith())).toEqual({ stance: 'manage', level: null });
  expect(outcomeOf(overruled)).toEqual({ stance: 'lead', level: 5 });
  expect(overruled.suggested).toEqual(decisionWith().suggested);
  expect(outcomeOf(changeRecord(overruled, { chosen: null }))?.stance).toBe('manage');
  expect(outcomeOf(begun)).toBeNull();
});

test('a review is due from its day on, until it is written; the longest due comes first', () => {
  const late = decisionWith({ id: 'late-1', reviewOn: '2026-11-01' });
  const review = { on: '2026-11-23', whatHappened: '', process: 'yes', outcome: 'no' } as const;
  const others = [
    decisionWith({ id: 'done-1', review: { ...review, wouldChooseAgain: 'yes' } }),
    decisionWith({ id: 'open-1', finishedAt: null }),
    decisionWith({ id: 'later-1', reviewOn: '2026-11-24' }),
    decisionWith({ id: 'never-1', reviewOn: null }),
  ];
  const due = dueReviews([decisionWith(), ...others, late], '2026-11-23');
  expect(due.map(({ id }) => id)).toEqual(['late-1', 'decision-1']);
});

test('an item leads back to the decision that sent it, or that it looks back on', () => {
  const sent = { id: 'sent-1', moveId: 'move', meetingId: 'meeting-1', kind: 'point' } as const;
  const decision = decisionWith({ sent: [{ ...sent, itemId: 'item-1' }] });
  const items = [
    { id: 'item-1', decisionId: null },
    { id: 'item-2', decisionId: 'decision-1' },
    { id: 'item-3', decisionId: 'decision-gone' },
    { id: 'item-4', decisionId: null },
  ];
  const found = { decisionId: 'decision-1', title: 'The release slips' };
  expect(decisionsOfItems(items, [decision])).toEqual([
    { itemId: 'item-1', ...found },
    { itemId: 'item-2', ...found },
  ]);
});
