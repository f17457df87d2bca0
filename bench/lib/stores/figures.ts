import type { FirstScreen } from './first-screen-data.ts';

/** What a start gave, in a process of its own. */
export interface StartFigures {
  /** Until the first screen has what it shows, from before the store was opened. */
  readonly firstScreenMs: number;
  readonly firstScreen: FirstScreen;
}

/** What a whole run of one store gave. */
export interface RunFigures extends StartFigures {
  /** Resident memory of the process when the first screen is there. */
  readonly firstScreenRssMb: number;
  /** The same when what opening began in the background is done. */
  readonly settledRssMb: number;
  /** Until every meeting has been read. */
  readonly loadAllMs: number;
  /** Each save, until the store said that it was done. */
  readonly saveMs: readonly number[];
  /** The longest time that the event loop stood still, for each save. */
  readonly blockMs: readonly number[];
  readonly writtenKbPerEdit: number;
}

/** The value below which the given part of all values lies, 0.95 for 95 of 100. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  if (value === undefined) throw new Error('No values, no percentile.');
  return value;
}
