import { expect, test } from 'vitest';
import { addAction } from '../agenda/actions.ts';
import { carryOpenPoints, turnIntoAction } from '../agenda/carry.ts';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { decisionWith } from '../decision/test-data/decision-with.ts';
import type { Decision } from '../documents/decision.ts';
import type { Meeting } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { balanceBars, itemsBehind, sumOf, totalOf } from './balance.ts';
import { balanceItems } from './items.ts';
import { periodOf, periodsUpTo } from './periods.ts';

const now = '2026-03-03T08:40:00Z';
const noCounts = { manage: 0, lead: 0, both: 0, none: 0, untagged: 0 };

const itemsOf = (meetings: readonly Meeting[], decisions: readonly Decision[] = []) =>
  balanceItems({
    meetings: meetings.map(summaryOfMeeting),
    decisions,
    timeZone: 'Pacific/Auckland',
  });

test('weeks begin on Mondays, months on their first, and the last is that of today', () => {
  expect(periodOf('2026-03-01', 'week')).toEqual({ from: '2026-02-23', to: '2026-03-02' });
  expect(periodOf('2026-12-31', 'month')).toEqual({ from: '2026-12-01', to: '2027-01-01' });
  expect(periodsUpTo('2026-03-31', 'month', 3).map(({ from }) => from)).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
  ]);
  expect(periodsUpTo('2026-03-04', 'week', 2)).toEqual([
    { from: '2026-02-23', to: '2026-03-02' },
    { from: '2026-03-02', to: '2026-03-09' },
  ]);
});

test('points, promises and decisions count on the day on which they came up, where the user is', () => {
  const point = pointWith({ id: 'p', stance: 'lead', firstRaisedOn: '2026-03-01' });
  const promise = { id: 'a', text: 'Ask', owner: 'me', dueOn: null, stance: 'manage' } as const;
  const meeting = addAction(meetingWith({ agenda: [point] }), {
    ...promise,
    now: '2026-03-01T12:00:00Z',
  });
  const decision = decisionWith({ id: 'd', finishedAt: '2026-03-08T12:00:00Z' });
  expect(itemsOf([meeting], [decision])).toMatchObject([
    { kind: 'point', id: 'p', on: '2026-03-01', part: 'lead', meetingId: 'meeting-1' },
    { kind: 'action', id: 'a', on: '2026-03-02', part: 'manage', personId: 'person-1' },
    { kind: 'decision', id: 'd', on: '2026-03-09', part: 'manage', meetingId: null },
  ]);
});

test('what nobody has tagged is untagged, and neither is something that was said', () => {
  const agenda = [pointWith({ id: 'p' }), pointWith({ id: 'q', stance: 'none' })];
  expect(itemsOf([meetingWith({ agenda })]).map(({ part }) => part)).toEqual(['untagged', 'none']);
});

test('a decision counts as what the user went with, and not while it is under way', () => {
  const chosen = { level: 4, reason: 'x' } as const;
  const decisions = [
    decisionWith({ chosen: { ...chosen, stance: 'both' } }),
    decisionWith({ id: 'left', chosen: { ...chosen, stance: 'leave' } }),
    decisionWith({ id: 'open', suggested: null, finishedAt: null }),
  ];
  expect(itemsOf([], decisions).map(({ part }) => part)).toEqual(['both', 'none']);
});

test('a point that was carried is one, tagged as where it is now', () => {
  const first = meetingWith({ agenda: [pointWith({ id: 'p', stance: 'manage' })] });
  const second = meetingWith({ id: 'meeting-2', originalLocal: '2026-03-10T09:00' });
  const { from, to } = carryOpenPoints(first, second, now);
  const retagged = { ...to, agenda: to.agenda.map((one) => ({ ...one, stance: 'lead' as const })) };
  expect(itemsOf([from, retagged])).toMatchObject([
    { id: 'p', part: 'lead', meetingId: 'meeting-2', on: '2026-03-01' },
  ]);
});

test('a point that became a promise is the promise, as long as that is there', () => {
  const meeting = meetingWith({ agenda: [pointWith({ id: 'p', stance: 'lead' })] });
  const turned = turnIntoAction(meeting, 'p', { id: 'a', owner: 'me', dueOn: null, now });
  if (!turned.ok) throw new Error(turned.problem);
  expect(itemsOf([turned.meeting])).toMatchObject([{ kind: 'action', id: 'a', part: 'lead' }]);
  const without = { ...turned.meeting, actionItems: [] };
  expect(itemsOf([without])).toMatchObject([{ kind: 'point', id: 'p', part: 'lead' }]);
});

test('a bar has its parts, and the items behind them', () => {
  const agenda = [
    pointWith({ id: 'late', stance: 'lead', firstRaisedOn: '2026-03-06' }),
    pointWith({ id: 'early', stance: 'lead', firstRaisedOn: '2026-03-02' }),
    pointWith({ id: 'other', stance: 'manage', firstRaisedOn: '2026-03-08' }),
    pointWith({ id: 'outside', stance: 'manage', firstRaisedOn: '2026-03-09' }),
  ];
  const items = itemsOf([meetingWith({ agenda })]);
  const week = periodOf('2026-03-04', 'week');
  const bars = balanceBars(items, [week]);
  expect(bars).toEqual([{ ...week, counts: { ...noCounts, lead: 2, manage: 1 } }]);
  expect(itemsBehind(items, week, 'lead').map(({ id }) => id)).toEqual(['early', 'late']);
  expect(itemsBehind(items, week, null)).toHaveLength(3);
  expect(totalOf(sumOf([...bars, ...bars]))).toBe(6);
});
