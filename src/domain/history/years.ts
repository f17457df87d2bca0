import { epochOf, instantOf } from '../time/instants.ts';

/** From one moment up to another that is no part of it; milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A calendar year where the user is. */
export function yearSpan(year: number, timeZone: string): Span {
  const start = (of: number): number =>
    epochOf(instantOf(`${String(of).padStart(4, '0')}-01-01T00:00`, timeZone));
  return { from: start(year), to: start(year + 1) };
}

/** Whether a UTC instant lies in a span. */
export function isWithin(instant: string, { from, to }: Span): boolean {
  const epoch = epochOf(instant);
  return epoch >= from && epoch < to;
}

/** The calendar years, where the user is, in which these UTC instants lie; newest first. */
export function yearsOf(instants: readonly string[], timeZone: string): readonly number[] {
  const epochs = instants.map(epochOf).filter((epoch) => !Number.isNaN(epoch));
  if (epochs.length === 0) return [];
  // Reduced rather than spread: there may be more of them than a call takes arguments.
  const [first, last] = epochs.reduce(
    ([low, high], epoch) => [Math.min(low, epoch), Math.max(high, epoch)],
    [Infinity, -Infinity],
  );
  const yearIn = (epoch: number): number => new Date(epoch).getUTCFullYear();
  // A zone is at most a day from UTC.
  const count = yearIn(last) - yearIn(first) + 3;
  const years = Array.from({ length: count }, (_, index) => yearIn(last) + 1 - index);
  return years.filter((year) => {
    const { from, to } = yearSpan(year, timeZone);
    return epochs.some((epoch) => epoch >= from && epoch < to);
  });
}
