import { expect, test } from 'vitest';
import { pointWith } from '../agenda/test-data/meeting-with.ts';
import { topics } from '../documents/topics.ts';
import { topicAges } from './topic-ages.ts';

const now = '2026-11-23T08:00:00Z';
const ages = (points: readonly ReturnType<typeof pointWith>[]) =>
  topicAges([{ points }], now, 'Europe/Berlin');
const at = '2026-11-20T23:30:00Z';

test('every topic is named, those never touched last', () => {
  const all = ages([pointWith({ topic: 'career', discussedAt: '2026-09-01T09:00:00Z' })]);
  expect(all.map(({ topic }) => topic).toSorted()).toEqual([...topics].toSorted());
  expect(all[0]).toEqual({ topic: 'career', days: 83 });
  expect(all.slice(1).every(({ days }) => days === null)).toBe(true);
});

test('the latest time counts, and what is longest ago stands first', () => {
  const touched = ages([
    pointWith({ topic: 'team', discussedAt: '2026-11-02T09:00:00Z' }),
    pointWith({ topic: 'growth', discussedAt: '2026-11-10T09:00:00Z' }),
    pointWith({ topic: 'growth', discussedAt: '2026-03-10T09:00:00Z' }),
  ]).filter(({ days }) => days !== null);
  expect(touched).toEqual([
    { topic: 'team', days: 21 },
    { topic: 'growth', days: 13 },
  ]);
});

test('days are those of the zone: half past midnight in Berlin is the day after', () => {
  expect(ages([pointWith({ topic: 'team', discussedAt: at })])[0]?.days).toBe(2);
});

test('what became a promise or a decision was talked about; what moved on or was dropped was not', () => {
  const all = ages([
    pointWith({ topic: 'team', leftAs: { kind: 'decision', text: 'Two reviewers', at } }),
    pointWith({ topic: 'growth', leftAs: { kind: 'action', actionId: 'action-1', at } }),
    pointWith({ topic: 'career', leftAs: { kind: 'dropped', at } }),
    pointWith({ topic: 'change', leftAs: { kind: 'carried', toMeetingId: 'meeting-2', at } }),
    pointWith({ topic: 'process' }),
  ]);
  const touched = all.filter(({ days }) => days !== null).map(({ topic }) => topic);
  expect(touched.toSorted()).toEqual(['growth', 'team']);
});
