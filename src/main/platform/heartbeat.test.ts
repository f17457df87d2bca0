import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Clock } from './clock.ts';
import { createHeartbeat } from './heartbeat.ts';

const start = Date.parse('2026-11-23T08:00:00Z');
/** How far the wall clock was set away from running time. */
let offset = 0;
let zone = 'Europe/Berlin';

const clock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offset),
  elapsedMilliseconds: () => Date.now(),
  timeZone: () => zone,
};

beforeEach(() => {
  offset = 0;
  zone = 'Europe/Berlin';
  vi.useFakeTimers({ now: start });
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

const heartbeat = (problems: unknown[] = []) =>
  createHeartbeat(clock, (problem) => problems.push(problem));

test('without anything to wait for there is no timer', async () => {
  const heart = heartbeat();
  heart.join(() => Promise.resolve(null));
  await settle();
  expect(vi.getTimerCount()).toBe(0);
  heart.stop();
});

test('a part is asked when it joins, and again when it wished to be', async () => {
  const heart = heartbeat();
  const asked: string[] = [];
  heart.join((now) => {
    asked.push(now.toString());
    return Promise.resolve(asked.length === 1 ? start + 20_000 : null);
  });
  await vi.advanceTimersByTimeAsync(19_999);
  expect(asked).toEqual(['2026-11-23T08:00:00Z']);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(['2026-11-23T08:00:00Z', '2026-11-23T08:00:20Z']);
  expect(vi.getTimerCount()).toBe(0);
  heart.stop();
});

test('it never sleeps for longer than a minute, so a clock set forward is noticed', async () => {
  const heart = heartbeat();
  let beats = 0;
  heart.join(() => {
    beats += 1;
    return Promise.resolve(start + 86_400_000);
  });
  await vi.advanceTimersByTimeAsync(180_000);
  expect(beats).toBe(4);
  heart.stop();
});

test('a jump of the wall clock and a change of zone are told, small drifts are not', async () => {
  const heart = heartbeat();
  let changes = 0;
  heart.onClockChange(() => (changes += 1));
  heart.join(() => Promise.resolve(start + 86_400_000));
  offset = 3000;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changes).toBe(0);
  offset = 3_600_000;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changes).toBe(1);
  offset = -3_600_000;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changes).toBe(2);
  zone = 'Asia/Tokyo';
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changes).toBe(3);
  heart.stop();
});

test('being asked while at work leads to one more beat, not to two at once', async () => {
  const heart = heartbeat();
  let running = 0;
  let most = 0;
  let beats = 0;
  heart.join(async () => {
    beats += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running -= 1;
    return null;
  });
  heart.beatNow();
  heart.beatNow();
  heart.beatNow();
  await vi.advanceTimersByTimeAsync(100);
  expect({ beats, most }).toEqual({ beats: 2, most: 1 });
  heart.stop();
});

test('a part that fails is told of, keeps no other from beating, and is asked again', async () => {
  const problems: unknown[] = [];
  const heart = heartbeat(problems);
  let beats = 0;
  heart.join(() => Promise.reject(new Error('unreadable')));
  heart.join(() => {
    beats += 1;
    return Promise.resolve(null);
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(problems.length).toBeGreaterThan(1);
  expect(beats).toBeGreaterThan(1);
  heart.stop();
});

test('once stopped nothing beats any more', async () => {
  const heart = heartbeat();
  let beats = 0;
  heart.join(() => {
    beats += 1;
    return Promise.resolve(start + 1000);
  });
  await settle();
  heart.stop();
  heart.beatNow();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(beats).toBe(1);
});

test('what fails because it has been stopped is no problem', async () => {
  const problems: unknown[] = [];
  const heart = heartbeat(problems);
  const { promise, reject } = Promise.withResolvers<null>();
  heart.join(() => promise);
  await settle();
  heart.stop();
  reject(new Error('The store is closed.'));
  await settle();
  expect(problems).toEqual([]);
});
