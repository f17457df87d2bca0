/** What one run of one store gave. */
export interface RunFigures {
  /** Until lists can be drawn, in a process that has just started. */
  readonly firstScreenMs: number;
  /** Resident memory then. */
  readonly listRssMb: number;
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
