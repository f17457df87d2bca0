import { expect, test } from 'vitest';
import type { EventReport } from './merge-report.ts';
import { countsOf, findRows, reportRows } from './report.ts';
import { eventWith } from './test-data/event-with.ts';

const about = (change: Partial<EventReport>): EventReport => ({
  ...{ uid: 'a', recurrenceId: null, title: 'Léa 1:1', outcome: 'taken', reason: null, notes: [] },
  ...{ personId: null, seriesId: null, ...change },
});
const standUp = { uid: 'b', title: 'Stand-up', outcome: 'skipped', reason: 'not-chosen' } as const;
const broken = { uid: 'x', title: 'Broken', outcome: 'skipped', reason: 'no-start' } as const;
const rows = reportRows(
  [about(standUp), about(broken), about({ personId: 'person-1', notes: ['floating-time'] })],
  [eventWith({ uid: 'a' }), eventWith({ uid: 'b' })],
  new Map(),
);
const [skipped, unread, taken] = rows;

test('a line says when its event is, whose it is, and in what way it was taken', () => {
  expect(taken).toMatchObject({
    when: { startLocal: '2026-11-23T10:00', rule: 'FREQ=WEEKLY' },
    ...{ notes: ['floating-time'], personId: 'person-1' },
  });
  expect(unread).toMatchObject({ when: null, outcome: 'skipped', reason: 'no-start' });
});

const said = (uid: string, personId: string | null) =>
  new Map([[uid, { id: 'choice-1', uid, personId, title: 'Robin 1:1', address: null }]]);

test('what the user said is no 1:1 is told from what nobody has chosen', () => {
  const reasonWith = (choices: ReturnType<typeof said>) =>
    reportRows([about(standUp)], [], choices)[0]?.reason;
  expect(reasonWith(said('b', null))).toBe('not-one-to-one');
  expect(reasonWith(said('c', null))).toBe('not-chosen');
});

test('what is not in the calendar any more bears the name that it had when it was chosen', () => {
  const gone = about({ uid: 'x', title: '', outcome: 'cancelled', reason: 'gone' });
  expect(reportRows([gone], [], said('x', 'person-1'))[0]?.title).toBe('Robin 1:1');
});

test('what happened comes first, and what nobody chose last', () => {
  const found = findRows(rows, { text: '', outcome: null });
  expect(found.map(({ title }) => title)).toEqual(['Léa 1:1', 'Broken', 'Stand-up']);
});

test('lines are found by outcome and by name, however it is spelled', () => {
  expect(findRows(rows, { text: 'lea', outcome: null })).toEqual([taken]);
  expect(findRows(rows, { text: '', outcome: 'skipped' })).toEqual([unread, skipped]);
});

test('every outcome is counted', () => {
  expect(countsOf({ rows, undecided: 3 })).toEqual({
    ...{ taken: 1, updated: 0, unchanged: 0, cancelled: 0, skipped: 2, undecided: 3 },
  });
});
