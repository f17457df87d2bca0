import { expect, test } from 'vitest';
import {
  changeFeedback,
  deliverFeedback,
  newFeedback,
  sortFeedback,
  undeliverFeedback,
} from './feedback-changes.ts';

const now = '2026-11-23T09:00:00Z';
const made = newFeedback({
  ...{ id: 'feedback-1', personId: 'person-1', feedbackKind: 'positive', text: 'Clear notes' },
  ...{ noticedOn: '2026-11-20', now },
});
const monday = { id: 'meeting-1', startsAt: '2026-11-23T08:30:00Z' };

test('what is written down has yet to be said', () => {
  expect(made).toMatchObject({ deliveredAt: null, deliveredIn: null, createdAt: now });
});

test('a change touches only what was given', () => {
  expect(changeFeedback(made, { feedbackKind: 'adjusting', text: undefined })).toEqual({
    ...made,
    feedbackKind: 'adjusting',
  });
});

test('said in a 1:1 that has begun it was said then, else now', () => {
  expect(deliverFeedback(made, monday, now)).toMatchObject({
    deliveredAt: monday.startsAt,
    deliveredIn: 'meeting-1',
  });
  const tomorrow = { id: 'meeting-2', startsAt: '2026-11-24T08:30:00Z' };
  expect(deliverFeedback(made, tomorrow, now).deliveredAt).toBe(now);
  expect(deliverFeedback(made, null, now)).toMatchObject({ deliveredAt: now, deliveredIn: null });
});

test('saying the same twice keeps the moment, another place takes a new one', () => {
  const said = deliverFeedback(made, null, now);
  expect(deliverFeedback(said, null, '2026-12-01T09:00:00Z')).toEqual(said);
  expect(deliverFeedback(said, monday, now).deliveredAt).toBe(monday.startsAt);
});

test('taken back it is as it was', () => {
  expect(undeliverFeedback(deliverFeedback(made, monday, now))).toEqual(made);
});

test('the oldest is to be said first, the latest said stands first', () => {
  const of = (id: string, change: Partial<typeof made>) => ({ ...made, id, ...change });
  const { toDeliver, delivered } = sortFeedback([
    of('new-one', { noticedOn: '2026-11-22' }),
    of('old-one', { noticedOn: '2026-10-01' }),
    of('said-long-ago', { deliveredAt: '2026-01-05T09:00:00Z' }),
    of('said-lately', { deliveredAt: now }),
  ]);
  expect(toDeliver.map(({ id }) => id)).toEqual(['old-one', 'new-one']);
  expect(delivered.map(({ id }) => id)).toEqual(['said-lately', 'said-long-ago']);
});
