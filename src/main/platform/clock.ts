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

/** A clock of a journey: it can be set while the app runs, as a wall clock can. */
export interface SettableClock extends Clock {
  /** @param instant UTC, ISO 8601 */
  readonly set: (instant: string) => void;
}

/**
 * A clock that shows `start` now and runs on from there, for journeys that wait for a reminder.
 * @param start UTC, ISO 8601
 */
export function clockFrom(start: string): SettableClock {
  let from = Temporal.Instant.from(start);
  let begun = elapsedMilliseconds();
  return {
    now: () => from.add({ milliseconds: Math.round(elapsedMilliseconds() - begun) }),
    elapsedMilliseconds,
    timeZone,
    set: (instant) => {
      from = Temporal.Instant.from(instant);
      begun = elapsedMilliseconds();
    },
  };
}
