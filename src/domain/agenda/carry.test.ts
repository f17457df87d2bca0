import { describe, expect, test } from 'vitest';
import type { Meeting } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { carryOpenPoints, decidePoint, dropPoint, isToBeAsked, turnIntoAction } from './carry.ts';
import { ageDays, lineageOf } from './lineage.ts';
import { meetingWith, pointWith } from './test-data/meeting-with.ts';

const now = '2026-03-03T08:40:00Z';
const later = '2026-03-10T08:40:00Z';

const open = pointWith({
  id: 'point-open',
  stance: 'lead',
  origin: { kind: 'question', questionId: 'q' },
});
const discussed = pointWith({ id: 'point-done', rank: 'a1', discussedAt: now });
const from = meetingWith({ agenda: [open, discussed] });
const own = pointWith({ id: 'point-own', text: 'On-call' });
const to = meetingWith({ id: 'meeting-2', originalLocal: '2026-03-10T09:00', agenda: [own] });

describe('carrying', () => {
  test('an open point moves below what is there, with its origin, its age and one carry more', () => {
    const carried = carryOpenPoints(from, to, now);
    expect(carried.from.agenda).toEqual([
      { ...open, leftAs: { kind: 'carried', toMeetingId: 'meeting-2', at: now } },
      discussed,
    ]);
    expect(carried.to.agenda).toEqual([
      own,
      { ...open, rank: 'a1', carriedFrom: 'meeting-1', carryCount: 1 },
    ]);
  });

  test('carrying again changes nothing, and neither does carrying to where one is', () => {
    const once = carryOpenPoints(from, to, now);
    expect(carryOpenPoints(once.from, once.to, later)).toEqual(once);
    expect(carryOpenPoints(from, from, now)).toEqual({ from, to: from });
  });

  test('what came there before, from another computer, is not doubled and stays as it is', () => {
    const there = carryOpenPoints(from, to, now).to;
    const edited = {
      ...there,
      agenda: there.agenda.map((point) => ({ ...point, text: 'Edited', discussedAt: now })),
    };
    const again = carryOpenPoints(from, edited, later);
    expect(again.to).toEqual(edited);
    expect(again.from.agenda[0]?.leftAs).toMatchObject({ kind: 'carried', at: later });
  });

  test('a point that comes back to where it had left from is open there again', () => {
    const there = carryOpenPoints(from, to, now);
    const back = carryOpenPoints(there.to, there.from, later);
    expect(back.to.agenda.map(({ id }) => id)).toEqual(['point-done', 'point-own', 'point-open']);
    expect(back.to.agenda.at(-1)).toMatchObject({ leftAs: null, carryCount: 2 });
  });

  test.each([
    [0, false],
    [1, false],
    [2, true],
    [7, true],
  ])('a point that was carried %i times is asked about at the next: %j', (carryCount, isAsked) => {
    expect(isToBeAsked(pointWith({ carryCount }))).toBe(isAsked);
  });
});

describe('leaving a point', () => {
  test('one that is dropped or decided says so', () => {
    expect(dropPoint(from, 'point-open', now)).toMatchObject({
      meeting: { agenda: [{ leftAs: { kind: 'dropped', at: now } }, {}] },
    });
    expect(decidePoint(from, 'point-open', { text: 'Twice a day', now })).toMatchObject({
      meeting: { agenda: [{ leftAs: { kind: 'decision', text: 'Twice a day', at: now } }, {}] },
    });
  });

  test('one that becomes a promise is left for it, with its words and stance', () => {
    const given = { id: 'action-1', owner: 'them', dueOn: '2026-03-20', now } as const;
    expect(turnIntoAction(from, 'point-open', given)).toMatchObject({
      meeting: {
        agenda: [{ leftAs: { kind: 'action', actionId: 'action-1', at: now } }, {}],
        actionItems: [
          {
            ...{ id: 'action-1', owner: 'them', dueOn: '2026-03-20', doneAt: null },
            ...{ text: open.text, stance: 'lead' },
          },
        ],
      },
    });
  });

  test('what is not open any more, or not there, is refused', () => {
    const refusal = { ok: false, problem: 'no-such-point' };
    const action = { id: 'action-1', owner: 'me', dueOn: null, now } as const;
    for (const id of ['point-done', 'point-x']) {
      expect(dropPoint(from, id, now)).toEqual(refusal);
      expect(decidePoint(from, id, { text: 'x', now })).toEqual(refusal);
      expect(turnIntoAction(from, id, action)).toEqual(refusal);
    }
  });
});

describe('lineage', () => {
  const third = meetingWith({ id: 'meeting-3' });
  const way = (): readonly Meeting[] => {
    const one = carryOpenPoints(from, to, now);
    const two = carryOpenPoints(one.to, third, later);
    return [two.to, one.from, two.from];
  };
  const summaries = (meetings: readonly Meeting[]) => meetings.map(summaryOfMeeting);

  test('a point is followed back to where it was raised', () => {
    expect(lineageOf(summaries(way()), 'point-open')).toEqual({
      pointId: 'point-open',
      meetingIds: ['meeting-1', 'meeting-2', 'meeting-3'],
      firstRaisedOn: '2026-03-01',
      carryCount: 2,
    });
    expect(lineageOf(summaries(way()), 'point-x')).toBeNull();
  });

  test('a meeting that was deleted in between breaks nothing', () => {
    const rest = way().filter(({ id }) => id !== 'meeting-2');
    expect(lineageOf(summaries(rest), 'point-open')?.meetingIds).toEqual([
      'meeting-1',
      'meeting-3',
    ]);
  });

  test.each([
    ['2026-03-01', '2026-03-24', 23],
    ['2026-03-24', '2026-03-24', 0],
    ['2026-03-25', '2026-03-24', 0],
    ['2026-13-45', '2026-03-24', 0],
  ])('a point raised on %s is on %s as many days old: %i', (raised, today, days) => {
    expect(ageDays(raised, today)).toBe(days);
  });
});
