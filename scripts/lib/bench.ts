/** What one measurement gives. */
export interface BenchOutcome {
  /** Written as JSON where `--json PATH` says. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** The same for a reader at the terminal. */
  readonly lines: readonly string[];
  /** Which targets were missed, a sentence each; with `--check` these fail the command. */
  readonly missed: readonly string[];
}

/** A measurement: the module bench/<name>.ts exports one as `bench`. */
export interface Bench {
  /** What it measures, in one sentence. */
  readonly summary: string;
  /** @param args what the command line holds besides `--json PATH` and `--check`. */
  readonly run: (args: readonly string[]) => Promise<BenchOutcome>;
}

/** The middle value; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new Error('No values, no median.');
  return (lower + upper) / 2;
}
