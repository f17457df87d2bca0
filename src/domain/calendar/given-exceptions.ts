import type { Series, SeriesException } from '../documents/series.ts';
import { isSameJson } from '../merge/json.ts';
import { inOrder } from '../series/change-series.ts';
import { readLocal, readSeries } from '../series/read-series.ts';
import { isOfRule } from '../series/rule-times.ts';

type Exceptions = readonly SeriesException[];

/** Those that the user has made: they are not as the calendar gave them. */
export const ownExceptions = (mine: Exceptions, given: Exceptions): Exceptions =>
  mine.filter((one) => !given.some((other) => isSameJson(one, other)));

/**
 * The exceptions of a series after its calendar has changed: where the calendar says something new
 * of an occurrence that holds, and else what the user has made of it.
 */
export function mergedExceptions(
  mine: Exceptions,
  given: Exceptions,
  theirs: Exceptions,
): SeriesException[] {
  const [ofMine, ofGiven, ofTheirs] = [mine, given, theirs].map(byOriginal);
  const originals = new Set([...mine, ...theirs].map(({ originalLocal }) => originalLocal));
  const merged = [...originals].flatMap((original): SeriesException[] => {
    const [before, after] = [ofGiven?.get(original), ofTheirs?.get(original)];
    const isAsBefore = before === after || isSameJson(before, after);
    const holds = isAsBefore ? ofMine?.get(original) : after;
    return holds === undefined ? [] : [holds];
  });
  return inOrder(merged);
}

const byOriginal = (exceptions: Exceptions): ReadonlyMap<string, SeriesException> =>
  new Map(exceptions.map((one) => [one.originalLocal, one]));

/** The series with only those exceptions that are about occurrences of its own. */
export function withOwnOccurrences(series: Series): Series {
  const read = readSeries({ ...series, exceptions: [] });
  if (typeof read === 'string') return series;
  const exceptions = series.exceptions.filter(({ kind, originalLocal }) => {
    if (originalLocal < series.startLocal) return false;
    const local = readLocal(originalLocal);
    return local !== null && (kind === 'added' || isOfRule(read, local));
  });
  return { ...series, exceptions };
}
