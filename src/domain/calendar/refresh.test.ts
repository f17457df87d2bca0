import { expect, test } from 'vitest';
import { epochOf } from '../time/instants.ts';
import { afterFailure, afterSuccess, dueAt, newSubscription } from './refresh.ts';

const now = '2026-11-23T08:00:00Z';
const known = { etag: '"1"', lastModified: null, charset: null, ownNetworkHost: null };
const minutesUntil = (instant: string): number => (epochOf(instant) - epochOf(now)) / 60_000;

test('a new subscription is due at once', () => {
  expect(newSubscription(now).nextTryAt).toBe(now);
});

test.each([
  [0, 54],
  [0.5, 60],
  [0.999, 66],
])('with chance %s the next reading after a good one comes in %s minutes', (chance, minutes) => {
  const state = afterSuccess(known, now, chance);
  expect(minutesUntil(state.nextTryAt)).toBe(minutes);
  expect(state).toMatchObject({ etag: '"1"', goodAt: now, failure: null, failures: 0 });
});

test('what a clock that was ahead has said of the next reading does not count for long', () => {
  const state = afterSuccess(known, '2027-11-23T08:00:00Z', 0.5);
  expect(dueAt(state, '2027-11-23T08:10:00Z')).toBe(epochOf('2027-11-23T09:00:00Z'));
  expect(dueAt(state, now)).toBe(epochOf(now));
});

test('tries after failures come further and further apart, a day at most', () => {
  let state = afterSuccess(known, '2026-11-22T08:00:00Z', 0);
  const waits: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    state = afterFailure(state, 'unreachable', now, 1);
    waits.push(minutesUntil(state.nextTryAt));
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]);
});

test('chance halves a wait at most', () => {
  const state = { ...newSubscription(now), failures: 3 };
  expect(minutesUntil(afterFailure(state, 'server', now, 0).nextTryAt)).toBe(20);
  expect(minutesUntil(afterFailure(state, 'server', now, 1).nextTryAt)).toBe(40);
});

test('a failure keeps what was known, and one good answer ends it', () => {
  const good = afterSuccess({ ...known, lastModified: 'Mon' }, now, 0);
  const failed = afterFailure(good, 'refused', '2026-11-23T09:00:00Z', 0);
  expect(failed).toMatchObject({ etag: '"1"', lastModified: 'Mon', goodAt: now, failures: 1 });
  expect(failed.failure).toBe('refused');
  expect(afterSuccess(failed, now, 0)).toMatchObject({ failure: null, failures: 0 });
});
