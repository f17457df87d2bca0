import { expect, test } from 'vitest';
import { testClock } from '../test-support/temporary-store.ts';
import { windowRest } from './window-rest.ts';

const at = (time: string): string => `2026-11-23T${time}Z`;

/** A window that a test hides and shows, and whose page answers as the test says. */
function restingWindow() {
  const clock = testClock(at('09:00:00'));
  const state = {
    hiddenSince: null as Temporal.Instant | null,
    isGone: false,
    mayGo: true,
    canComeBack: true,
    asked: 0,
    whileAsked: (): void => undefined,
  };
  const rest = windowRest({
    window: {
      hiddenSince: () => state.hiddenSince,
      letGo: () => {
        state.isGone = true;
        state.hiddenSince = null;
      },
      page: {
        mayGo: () => {
          state.asked += 1;
          state.whileAsked();
          return Promise.resolve(state.mayGo);
        },
      },
    },
    canComeBack: () => state.canComeBack,
  });
  const beatAt = async (time: string): Promise<string> => {
    clock.set(at(time));
    const next = await rest(clock.now());
    return next === null ? 'never' : new Date(next).toISOString().slice(11, 19);
  };
  const hideAt = (time: string): void => {
    state.hiddenSince = Temporal.Instant.from(at(time));
  };
  return { state, beatAt, hideAt };
}

test('a window on the screen, or none at all, is waited for by nobody', async () => {
  const { state, beatAt } = restingWindow();
  expect(await beatAt('09:00:00')).toBe('never');
  expect(state.asked).toBe(0);
});

test('one that was hidden for five minutes is let go, and not a second sooner', async () => {
  const { state, beatAt, hideAt } = restingWindow();
  hideAt('09:00:00');
  expect(await beatAt('09:00:00')).toBe('09:05:00');
  expect(await beatAt('09:04:59')).toBe('09:05:00');
  expect(state.isGone).toBe(false);
  expect(await beatAt('09:05:00')).toBe('never');
  expect(state.isGone).toBe(true);
});

test('one that was shown in between begins anew', async () => {
  const { state, beatAt, hideAt } = restingWindow();
  hideAt('09:00:00');
  await beatAt('09:00:00');
  hideAt('09:04:00');
  expect(await beatAt('09:05:00')).toBe('09:09:00');
  expect(state.isGone).toBe(false);
});

test('one that holds something unsaved stays, and is asked again five minutes later', async () => {
  const { state, beatAt, hideAt } = restingWindow();
  state.mayGo = false;
  hideAt('09:00:00');
  expect(await beatAt('09:05:00')).toBe('09:10:00');
  expect(await beatAt('09:06:00')).toBe('09:10:00');
  expect([state.asked, state.isGone]).toEqual([1, false]);
  state.mayGo = true;
  await beatAt('09:10:00');
  expect(state.isGone).toBe(true);
});

test('one that is opened while it is asked stays', async () => {
  const { state, beatAt, hideAt } = restingWindow();
  hideAt('09:00:00');
  state.whileAsked = () => {
    state.hiddenSince = null;
  };
  expect(await beatAt('09:05:00')).toBe('never');
  expect(state.isGone).toBe(false);
});

test('without a tray to come back from it stays', async () => {
  const { state, beatAt, hideAt } = restingWindow();
  state.canComeBack = false;
  hideAt('09:00:00');
  await beatAt('09:05:00');
  expect([state.asked, state.isGone]).toEqual([0, false]);
});
