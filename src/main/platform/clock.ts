import { readFileSync } from 'node:fs';

/** Where every part of main gets its time from. */
export interface Clock {
  /** The instant it is, by the wall. */
  now(): Temporal.Instant;
  /** Milliseconds that have passed since some moment, whatever is done to the wall clock. */
  elapsedMilliseconds(): number;
  /** The IANA zone of this machine, read anew each time: it may change while running. */
  timeZone(): string;
}

const elapsedMilliseconds = (): number => performance.now();
const timeZone = (): string => Temporal.Now.timeZoneId();

/** The clock of the operating system. */
export const systemClock = (): Clock => ({
  now: () => Temporal.Now.instant(),
  elapsedMilliseconds,
  timeZone,
});

/**
 * A clock that shows `start` now and runs on from there, for journeys that wait for a reminder.
 * @param start UTC, ISO 8601
 */
export function clockFrom(start: string): Clock {
  const from = Temporal.Instant.from(start);
  const begun = elapsedMilliseconds();
  return {
    now: () => from.add({ milliseconds: Math.round(elapsedMilliseconds() - begun) }),
    elapsedMilliseconds,
    timeZone,
  };
}

/**
 * A clock that runs on from the instant in a file, and is set when another is written there: for
 * journeys in which the computer sleeps or its clock is set. Read each time it is asked.
 */
export function clockFromFile(path: string): Clock {
  let text = '';
  let clock: Clock;
  const current = (): Clock => {
    const written = readFileSync(path, 'utf8').trim();
    if (written !== text) clock = clockFrom(written);
    text = written;
    return clock;
  };
  return { now: () => current().now(), elapsedMilliseconds, timeZone };
}
