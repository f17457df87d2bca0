import type { Series, SeriesException } from '../documents/series.ts';
import { isTimeZone } from '../time/zones.ts';
import type { Rule, RuleProblem } from './rule.ts';
import { parseRule } from './rule.ts';

/** A series whose texts have been read. */
export interface ReadSeries {
  readonly series: Series;
  /** The wall time of the first occurrence, from which all others are counted. */
  readonly first: Temporal.PlainDateTime;
  /** Null for a one-off. */
  readonly rule: Rule | null;
  /** By the wall time that the rule gave, spelt as `localText` does. */
  readonly exceptions: ReadonlyMap<string, SeriesException>;
}

/** Why a series has no occurrences at all. */
export type SeriesProblem = RuleProblem | 'impossible-start' | 'unknown-zone';

/** What has to be mended before a series has occurrences; null when nothing has. */
export function seriesProblem(series: Series): SeriesProblem | null {
  const read = readSeries(series);
  return typeof read === 'string' ? read : null;
}

/** What was read already: one list asks the same series several times, and all its exceptions are read. */
const known = new WeakMap<Series, ReadSeries | SeriesProblem>();

/** Reads what a series means, or says why it cannot be followed. */
export function readSeries(series: Series): ReadSeries | SeriesProblem {
  const read = known.get(series) ?? readAnew(series);
  known.set(series, read);
  return read;
}

function readAnew(series: Series): ReadSeries | SeriesProblem {
  const first = readLocal(series.startLocal);
  if (first === null) return 'impossible-start';
  if (!isTimeZone(series.timeZone)) return 'unknown-zone';
  const parsed = series.rule === null ? null : parseRule(series.rule);
  if (parsed !== null && !parsed.ok) return parsed.problem;
  const exceptions = new Map<string, SeriesException>();
  for (const exception of series.exceptions) {
    const original = readLocal(exception.originalLocal);
    if (original !== null) exceptions.set(localText(original), exception);
  }
  return { series, first, rule: parsed?.rule ?? null, exceptions };
}

/** A stored wall time to the minute; null for one such as 30 February, which a schema lets by. */
export function readLocal(local: string): Temporal.PlainDateTime | null {
  try {
    const read = Temporal.PlainDateTime.from(local);
    return read.round({ smallestUnit: 'minute', roundingMode: 'trunc' });
  } catch {
    return null;
  }
}

/** Whether what the rule gave to something is a wall time on or after another. */
export function isFrom(
  { originalLocal }: { readonly originalLocal: string | null },
  from: Temporal.PlainDateTime,
): boolean {
  const local = originalLocal === null ? null : readLocal(originalLocal);
  return local !== null && Temporal.PlainDateTime.compare(local, from) >= 0;
}

/** The one spelling of a wall time: YYYY-MM-DDTHH:mm. */
export function localText(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'minute' });
}
