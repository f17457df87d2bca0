import type { Clock } from './clock.ts';
import { Listeners } from './listeners.ts';

/**
 * One part of the app that has to act at certain times. At each beat it does what is due and
 * answers when it wants to be asked again at the latest, in milliseconds since the epoch by the
 * wall clock; null when it waits for nothing.
 */
export type Beat = (now: Temporal.Instant) => Promise<number | null>;

/** The app's one timer. */
export interface Heartbeat {
  /** Adds a part and asks it at once; the answer takes it out. */
  readonly join: (beat: Beat) => () => void;
  /** Asks every part now: something has changed, or the computer woke up. */
  readonly beatNow: () => void;
  /** Called after the wall clock was set, or the computer slept; the answer unsubscribes. */
  readonly onClockChange: (listener: () => void) => () => void;
  readonly stop: () => void;
}

/**
 * The longest sleep. Timers run on a clock that may stand still while the computer sleeps, so
 * none is trusted for longer than this; at each beat the wall clock is read anew.
 */
const longestSleepMilliseconds = 60_000;
const shortestSleepMilliseconds = 50;

/** How far wall clock and running time may part before it counts as a jump. */
const jumpMilliseconds = 5000;

export function createHeartbeat(clock: Clock, report: (problem: unknown) => void): Heartbeat {
  const beats = new Set<Beat>();
  const clockChanges = new Listeners<void>();
  const jump = createJumpDetector(clock);
  let timer: NodeJS.Timeout | undefined;
  let state: 'resting' | 'beating' | 'beating, and once more' | 'stopped' = 'resting';

  /** What a beat lacks that was under way when all of it ended is no problem. */
  const tell = (problem: unknown): void => {
    if (state !== 'stopped') report(problem);
  };
  const run = async (): Promise<void> => {
    if (jump.hasJumped()) clockChanges.tell();
    const now = clock.now();
    const wishes = await Promise.all([...beats].map((beat) => guarded(beat, now, tell)));
    if (state === 'beating, and once more') {
      state = 'beating';
      await run();
      return;
    }
    if (state === 'stopped') return;
    state = 'resting';
    rest(wishes);
  };
  const rest = (wishes: readonly (number | null)[]): void => {
    const next = Math.min(...wishes.map((wish) => wish ?? Number.POSITIVE_INFINITY));
    if (next === Number.POSITIVE_INFINITY) return;
    const sleep = Math.min(longestSleepMilliseconds, next - clock.now().epochMilliseconds);
    timer = setTimeout(beatNow, Math.max(shortestSleepMilliseconds, sleep));
  };
  const beatNow = (): void => {
    clearTimeout(timer);
    if (state === 'beating') state = 'beating, and once more';
    if (state !== 'resting') return;
    state = 'beating';
    void run();
  };
  return {
    join: (beat) => {
      beats.add(beat);
      beatNow();
      return () => {
        beats.delete(beat);
      };
    },
    beatNow,
    onClockChange: (listener) => clockChanges.add(listener),
    stop: () => {
      state = 'stopped';
      clearTimeout(timer);
    },
  };
}

async function guarded(
  beat: Beat,
  now: Temporal.Instant,
  report: (problem: unknown) => void,
): Promise<number | null> {
  try {
    return await beat(now);
  } catch (error) {
    report(error);
    // Something may be due that could not be worked out: try again with the next beat.
    return now.epochMilliseconds + longestSleepMilliseconds;
  }
}

/** Tells when wall clock and running time have parted, or the machine's zone is another. */
function createJumpDetector(clock: Clock): { hasJumped: () => boolean } {
  const read = () => ({
    offset: clock.now().epochMilliseconds - clock.elapsedMilliseconds(),
    zone: clock.timeZone(),
  });
  let last = read();
  return {
    hasJumped: () => {
      const current = read();
      const isJump =
        Math.abs(current.offset - last.offset) > jumpMilliseconds || current.zone !== last.zone;
      // Small drifts are not added up: a clock that is slewed never counts as jumping.
      last = current;
      return isJump;
    },
  };
}
