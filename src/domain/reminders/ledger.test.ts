import { expect, test } from 'vitest';
import { parseLedger } from './ledger-schema.ts';
import type { Ledger } from './ledger-schema.ts';
import {
  acknowledge,
  emptyLedger,
  findEntry,
  markRead,
  pruneLedger,
  recordMissed,
  recordShown,
  snooze,
} from './ledger.ts';
import { planReminders } from './plan.ts';
import { occurrenceWith, stateWith } from './test-data/state-with.ts';

const now = '2026-03-03T08:50:00Z';

function shownOn(days: readonly number[]): Ledger {
  const occurrences = days.map((day) => {
    const startsAt = Temporal.Instant.from('2026-03-03T09:00:00Z').add({ hours: 24 * day });
    return occurrenceWith({ startsAt: startsAt.toString(), originalLocal: startsAt.toString() });
  });
  return occurrences.reduce((ledger, occurrence) => {
    const { due } = planReminders(
      stateWith({ occurrences: [occurrence], now: occurrence.startsAt }),
    );
    return recordShown(ledger, due, occurrence.startsAt);
  }, emptyLedger(now));
}

test('what is written can be read back by the schema', () => {
  const { due } = planReminders(stateWith({}));
  const shown = recordShown(emptyLedger(now), due, now);
  const ledger = due.reduce((kept, one) => snooze(kept, one, '2026-03-03T08:55:00Z'), shown);
  expect(parseLedger(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
  expect(ledger.entries).toMatchObject([{ shownAt: now, snoozedUntil: '2026-03-03T08:55:00Z' }]);
});

test('an entry has one verdict, the last', () => {
  const { due } = planReminders(stateWith({}));
  const missed = recordMissed(emptyLedger(now), due, now);
  expect(missed.entries).toMatchObject([{ shownAt: null, missedAt: now }]);
  expect(recordShown(missed, due, now).entries).toMatchObject([{ shownAt: now, missedAt: null }]);
});

test('only what was shown can be snoozed', () => {
  const { due } = planReminders(stateWith({}));
  const missed = recordMissed(emptyLedger(now), due, now);
  for (const ledger of [missed, emptyLedger(now)]) {
    expect(due.map((one) => snooze(ledger, one, '2026-03-03T08:55:00Z'))).toEqual([ledger]);
  }
});

test('old entries are let go, those of the last ninety days are kept', () => {
  const days = Array.from({ length: 300 }, (_, day) => day);
  const ledger = shownOn(days);
  const pruned = pruneLedger(ledger, '2026-12-29T12:00:00Z');
  expect(pruned.entries).toHaveLength(200);
  expect(pruned.entries).toEqual(ledger.entries.slice(100));
  expect(pruned.settledUntil).toBe('2026-12-29T12:00:00Z');
  expect(pruneLedger(ledger, '2026-06-01T00:00:00Z').entries).toHaveLength(300);
});

test('a clock that is set back farther than is remembered shows again, and loses nothing', () => {
  const days = Array.from({ length: 300 }, (_, day) => day);
  const ledger = pruneLedger(shownOn(days), '2026-12-29T12:00:00Z');
  const first = occurrenceWith({ originalLocal: '2026-03-03T09:00:00Z' });
  const atItsTime = (known: Ledger) =>
    planReminders(stateWith({ occurrences: [first], ledger: known, now })).due;
  expect(atItsTime(shownOn(days))).toEqual([]);
  expect(atItsTime(ledger)).toHaveLength(1);
  expect(atItsTime(recordShown(ledger, atItsTime(ledger), now))).toEqual([]);
});

test('an entry is found by its identity and its start', () => {
  const ledger = shownOn([0]);
  const [entry] = ledger.entries;
  if (entry === undefined) throw new Error('The entry is missing.');
  expect(findEntry(ledger, entry)).toBe(entry);
  expect(findEntry(ledger, { ...entry, startsAt: '2026-03-03T10:00:00Z' })).toBeNull();
  expect(findEntry(ledger, { ...entry, id: 'other' })).toBeNull();
});

test('a year of what a fast clock missed does not push out what was shown an hour ago', () => {
  const { due } = planReminders(stateWith({}));
  const shown = recordShown(emptyLedger(now), due, now);
  const [reminder] = due;
  if (reminder === undefined) throw new Error('The reminder is missing.');
  const missed = Array.from({ length: 300 }, (_, n) => ({ ...reminder, id: `other-${String(n)}` }));
  const pruned = pruneLedger(
    recordMissed(shown, missed, '2027-03-03T00:00:00Z'),
    '2027-03-03T00:00:00Z',
  );
  expect(pruned.entries).toMatchObject([{ id: reminder.id, shownAt: now }]);
});

test('an answer ends a snooze, and counts as read', () => {
  const { due } = planReminders(stateWith({}));
  const shown = recordShown(emptyLedger(now), due, now);
  const later = '2026-03-03T08:52:00Z';
  const answered = due.reduce(
    (kept, one) => acknowledge(snooze(kept, one, '2026-03-03T08:55:00Z'), one, later),
    shown,
  );
  expect(answered.entries).toMatchObject([
    { acknowledgedAt: later, readAt: later, snoozedUntil: null },
  ]);
});

test('what is read keeps when it was read first, and what is shown again is news again', () => {
  const { due } = planReminders(stateWith({}));
  const shown = recordShown(emptyLedger(now), due, now);
  const read = markRead(markRead(shown, due, '2026-03-03T08:51:00Z'), due, '2026-03-03T08:52:00Z');
  expect(read.entries).toMatchObject([{ readAt: '2026-03-03T08:51:00Z' }]);
  expect(markRead(shown, [], now)).toEqual(shown);
  expect(recordShown(read, due, '2026-03-03T08:53:00Z').entries).toMatchObject([{ readAt: null }]);
});
