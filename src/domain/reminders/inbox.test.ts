import { expect, test } from 'vitest';
import { cameAt, fateOf, inboxEntries, isUnread, snoozeChoices, snoozedUntil } from './inbox.ts';
import type { LedgerEntry } from './ledger-schema.ts';

const entry = (change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  ...{ id: 'series-1/2026-03-03T09:00/starting', stage: 'starting', leadMinutes: 10 },
  ...{ personId: 'person-1', seriesId: 'series-1', meetingId: null },
  originalLocal: '2026-03-03T09:00',
  startsAt: '2026-03-03T09:00:00Z',
  endsAt: '2026-03-03T09:30:00Z',
  dueAt: '2026-03-03T08:50:00Z',
  ...{ shownAt: null, missedAt: null, snoozedUntil: null, acknowledgedAt: null, readAt: null },
  ...change,
});

const instant = '2026-03-03T08:52:00Z';
const shown = entry({ shownAt: instant });
const missed = entry({ missedAt: '2026-03-03T12:00:00Z' });

test('the latest news come first, and no more than anybody would read', () => {
  const many = Array.from({ length: 120 }, (_none, index) =>
    entry({ id: String(index), shownAt: new Date(index * 60_000).toISOString() }),
  );
  const listed = inboxEntries({ version: 2, settledUntil: instant, entries: [missed, ...many] });
  expect(listed[0]).toBe(missed);
  expect(listed[1]?.id).toBe('119');
  expect(listed).toHaveLength(100);
  expect(cameAt(missed)).toBe('2026-03-03T12:00:00Z');
});

test('what became of a reminder', () => {
  expect(fateOf(missed)).toBe('missed');
  expect(fateOf(shown)).toBe('shown');
  expect(fateOf({ ...shown, acknowledgedAt: instant })).toBe('answered');
  expect(fateOf({ ...shown, snoozedUntil: '2026-03-03T09:00:00Z' })).toBe('snoozed');
});

test('only what was missed is news, until it is read', () => {
  expect(isUnread(missed)).toBe(true);
  expect(isUnread({ ...missed, readAt: instant })).toBe(false);
  expect(isUnread(shown)).toBe(false);
});

test.each([
  ['starting', '2026-03-03T08:50:00Z', [5, 'until-start']],
  ['starting', '2026-03-03T09:00:00Z', [5]],
  ['starting', '2026-03-03T09:25:00Z', []],
  ['prepare', '2026-03-02T16:00:00Z', [5]],
  ['prepare', '2026-03-03T08:55:00Z', []],
  ['wrap-up', '2026-03-03T09:35:00Z', [5]],
  ['wrap-up', '2026-03-04T09:30:00Z', []],
] as const)('a reminder of the stage %s can be put off at %s: %j', (stage, now, choices) => {
  expect(snoozeChoices(entry({ stage }), now)).toEqual(choices);
});

test('it is put off until an instant', () => {
  expect(snoozedUntil(shown, 5, instant)).toBe('2026-03-03T08:57:00Z');
  expect(snoozedUntil(shown, 'until-start', instant)).toBe('2026-03-03T09:00:00Z');
});
