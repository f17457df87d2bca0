import { expect, test } from 'vitest';
import { seriesWith } from '../series/test-data/series-with.ts';
import { emptyLedger, pruneLedger, recordShown, snooze } from './ledger.ts';
import { planReminders } from './plan.ts';
import { stateWith } from './test-data/state-with.ts';
import { meetingsToWatch } from './watch.ts';

const series = seriesWith({});

function watched(settledUntil: string, now: string, one = series): readonly string[] {
  return meetingsToWatch([one], emptyLedger(settledUntil), now).map(({ startsAt }) => startsAt);
}

test('the next of each series is watched, however far it is', () => {
  const yearly = seriesWith({ rule: 'FREQ=YEARLY' });
  expect(watched('2026-04-04T00:00:00Z', '2026-04-04T00:00:00Z', yearly)).toEqual([
    '2027-03-03T08:00:00Z',
  ]);
});

test('those are watched that may be due to prepare a week ahead, or to wrap up since', () => {
  expect(watched('2026-03-18T00:00:00Z', '2026-03-18T00:00:00Z')).toEqual([
    '2026-03-10T08:00:00Z',
    '2026-03-17T08:00:00Z',
    '2026-03-24T08:00:00Z',
    '2026-03-31T07:00:00Z',
  ]);
});

test('what passed unsettled is watched too, for ninety days', () => {
  const starts = watched('2026-03-24T00:00:00Z', '2026-06-01T00:00:00Z');
  expect(starts[0]).toBe('2026-03-17T08:00:00Z');
  expect(watched('2026-03-09T00:00:00Z', '2027-03-18T00:00:00Z')[0]).toBe('2026-12-22T08:00:00Z');
});

test('one that starts just as the nearer window ends is watched once', () => {
  const daily = seriesWith({ rule: 'FREQ=DAILY' });
  const starts = watched('2026-03-13T08:00:00Z', '2026-03-13T08:00:00Z', daily);
  expect(starts.slice(-2)).toEqual(['2026-03-21T08:00:00Z', '2026-03-22T08:00:00Z']);
  expect(new Set(starts).size).toBe(starts.length);
});

test('what was over before its series was made is not watched', () => {
  const late = seriesWith({ createdAt: '2026-03-10T08:30:00Z' });
  expect(watched('2026-03-01T00:00:00Z', '2026-03-11T00:00:00Z', late)[0]).toBe(
    '2026-03-17T08:00:00Z',
  );
});

test('a snoozed one is watched however long ago it ended, up to ninety days', () => {
  const now = '2026-03-10T07:50:00Z';
  const ledger = emptyLedger('2026-03-10T00:00:00Z');
  const occurrences = meetingsToWatch([series], ledger, now);
  const { due } = planReminders(stateWith({ occurrences, ledger, now }));
  const shown = recordShown(ledger, due, now);
  const snoozed = due.reduce((kept, one) => snooze(kept, one, '2026-03-10T08:40:00Z'), shown);
  const later = '2026-05-10T08:35:00Z';
  const starts = meetingsToWatch([series], pruneLedger(snoozed, later), later);
  expect(starts[0]?.startsAt).toBe('2026-03-10T08:00:00Z');
});
