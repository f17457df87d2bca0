import { epochOf, instantOf } from '../time/instants.ts';
import type { ZoneDefinition } from './zone-definition.ts';
import { offsetAt } from './zone-definition.ts';

type Local = Temporal.PlainDateTime;

/** How wall times and instants go together in one zone. */
export interface Clock {
  /** The zone's name; null for one that only its calendar knows. */
  readonly zone: string | null;
  /** Whether another zone of the same clock changes stands for the one that was named. */
  readonly isMatched: boolean;
  /** Milliseconds since the epoch. */
  readonly epochAt: (local: Local) => number;
  readonly localAt: (epoch: number) => Local;
}

/** The clock of a zone that this machine knows. */
export const clockOf = (zone: string, isMatched = false): Clock => ({
  ...{ zone, isMatched },
  epochAt: (local) => epochOf(instantOf(local.toString(), zone)),
  localAt: (epoch) =>
    Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone).toPlainDateTime(),
});

/** The clock of a zone that is like none that this machine knows. */
export function definedClock(definition: ZoneDefinition, fromYear: number, toYear: number): Clock {
  const changes = definition.changesBetween(fromYear, toYear);
  const offsetMinutesAt = (epoch: number): number =>
    offsetAt(changes, epoch, definition.firstOffsetMinutes);
  return {
    ...{ zone: null, isMatched: false },
    epochAt: (local) => {
      const asUtc = epochOf(`${local.toString()}Z`);
      // The offset before a change counts in a gap and, the first time round, in an overlap.
      const before = offsetMinutesAt(asUtc - dayMilliseconds);
      const epoch = asUtc - before * 60_000;
      const offset = offsetMinutesAt(epoch);
      const isAfterChange =
        offset !== before && offsetMinutesAt(asUtc - offset * 60_000) === offset;
      return isAfterChange ? asUtc - offset * 60_000 : epoch;
    },
    localAt: (epoch) => utcLocal(epoch + offsetMinutesAt(epoch) * 60_000),
  };
}

const dayMilliseconds = 24 * 60 * 60_000;

/** The wall time in UTC. */
export const utcLocal = (epoch: number): Local =>
  Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO('UTC').toPlainDateTime();
