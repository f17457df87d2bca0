import type { ReadSeries } from './read-series.ts';

/**
 * A function of a series and of something in it, with its answers kept as long as the series is:
 * each list asks for the same few, and Temporal takes its time.
 */
export function keptBySeries<K, T>(
  compute: (read: ReadSeries, key: K) => T,
): (read: ReadSeries, key: K) => T {
  const known = new WeakMap<ReadSeries, Map<K, { readonly answer: T }>>();
  return (read, key) => {
    const ofSeries = known.get(read) ?? new Map<K, { readonly answer: T }>();
    known.set(read, ofSeries);
    const kept = ofSeries.get(key) ?? { answer: compute(read, key) };
    ofSeries.set(key, kept);
    return kept.answer;
  };
}
