import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import { epochOf, instantOf } from '../time/instants.ts';
import { isHeld, leftAlone } from './plans.ts';
import type { ReadSeries, SeriesProblem } from './read-series.ts';
import { isFrom, localText, readLocal, readSeries } from './read-series.ts';
import { ruleWithEnd } from './rule-end.ts';
import { isOfRule, ruleTimesBefore } from './rule-times.ts';
import { succeed } from './succeed.ts';

/** What of a series a user sets. */
export type SeriesValues = Pick<
  Series,
  'startLocal' | 'timeZone' | 'durationMinutes' | 'rule' | 'place'
>;

/** Why a series cannot be changed as asked. */
export type RevisionProblem =
  | SeriesProblem
  /** The series never gave the wall time from which it should change. */
  | 'no-such-occurrence'
  /** A 1:1 that would change has been held. */
  | 'already-held'
  /** The new dates begin before the last one that stays. */
  | 'begins-too-early'
  /** It would end before its first date. */
  | 'ends-before-it-begins';

/** All that a change of a series writes and takes away, or why there is none. */
export type Revision =
  | {
      readonly ok: true;
      readonly series: readonly Series[];
      /** Plans that have moved with their occurrences, or stand alone now. */
      readonly meetings: readonly Meeting[];
      /** Plans without an occurrence that nobody wrote in. */
      readonly emptyIds: readonly string[];
    }
  | { readonly ok: false; readonly problem: RevisionProblem };

/** A series and what there is of it. */
export interface SeriesInUse {
  readonly series: Series;
  /** All meetings of the series. */
  readonly meetings: readonly Meeting[];
  /** UTC instant. */
  readonly now: string;
}

/**
 * The values with which the occurrences of a series, from one on, would go on as they are. Null when
 * the series gives none there.
 */
export function valuesFrom(series: Series, originalLocal: string): SeriesValues | null {
  const read = readSeries(series);
  const fork = readLocal(originalLocal);
  if (typeof read === 'string' || fork === null || !isOfRule(read, fork)) return null;
  const { timeZone, durationMinutes, place } = series;
  const rule = ruleFrom(read, fork);
  return { startLocal: localText(fork), timeZone, durationMinutes, rule, place };
}

function ruleFrom(read: ReadSeries, fork: Temporal.PlainDateTime): string | null {
  const { rule, series } = read;
  const count = rule?.count ?? null;
  if (series.rule === null || count === null) return series.rule;
  const done = ruleTimesBefore(read, fork).length;
  return done === 0
    ? series.rule
    : ruleWithEnd(series.rule, { kind: 'count', count: count - done });
}

/**
 * Changes a series from one occurrence on: it ends with the one before, and a new one, which says
 * that it continues the old, begins. Exceptions and plans from there on go to the new one (see
 * `newPlaces`). From the first occurrence on, the series itself is changed.
 */
export function splitSeries(
  { series, meetings, now }: SeriesInUse,
  originalLocal: string,
  begun: { readonly id: string; readonly values: SeriesValues },
): Revision {
  const from = readSeries(series);
  const fork = readLocal(originalLocal);
  if (typeof from === 'string' || fork === null || !isOfRule(from, fork)) {
    return { ok: false, problem: 'no-such-occurrence' };
  }
  const last = ruleTimesBefore(from, fork).at(-1);
  if (last === undefined) return changeSeries({ series, meetings, now }, begun.values);
  const continued = { continues: series.id, createdAt: now, exceptions: [] };
  const to = readSeries({ ...series, ...begun.values, id: begun.id, ...continued });
  if (typeof to === 'string') return { ok: false, problem: to };
  if (firstInstant(to) <= epochOf(instantOf(localText(last), series.timeZone)))
    return { ok: false, problem: 'begins-too-early' };
  if (meetings.some((one) => isFrom(one, fork) && isHeld(one, series, now)))
    return { ok: false, problem: 'already-held' };
  const succeeded = succeed({ from, fork, to }, meetings);
  const { kept, emptyIds } = succeeded;
  return {
    ok: true,
    series: [endedAt(from, last, fork), succeeded.series],
    meetings: kept,
    emptyIds,
  };
}

/**
 * Changes all of a series, of which nothing was held yet. Where only the place is another, it may
 * have been.
 */
export function changeSeries(
  { series, meetings, now }: SeriesInUse,
  values: SeriesValues,
): Revision {
  if (isSameTime(series, values)) {
    return {
      ok: true,
      series: [{ ...series, place: values.place }],
      meetings: [],
      emptyIds: [],
    };
  }
  const to = readSeries({ ...series, ...values, exceptions: [] });
  if (typeof to === 'string') return { ok: false, problem: to };
  if (meetings.some((one) => isHeld(one, series, now)))
    return { ok: false, problem: 'already-held' };
  const from = readOr(series, to);
  const succeeded = succeed({ from, fork: from.first, to }, meetings);
  const { kept, emptyIds } = succeeded;
  return { ok: true, series: [succeeded.series], meetings: kept, emptyIds };
}

/**
 * Ends a recurring series on a date, which may be its last. Later plans with something in them stand
 * alone; later exceptions go.
 * @param lastDate calendar date in the zone of the series
 */
export function endSeries({ series, meetings, now }: SeriesInUse, lastDate: string): Revision {
  const read = readSeries(series);
  if (typeof read === 'string') return { ok: false, problem: read };
  const end = readLocal(lastDate);
  if (end === null || series.rule === null) return { ok: false, problem: 'unreadable' };
  if (Temporal.PlainDate.compare(lastDate, read.first) < 0)
    return { ok: false, problem: 'ends-before-it-begins' };
  const after = end.add({ days: 1 });
  const later = meetings.filter((one) => isFrom(one, after));
  if (later.some((one) => isHeld(one, series, now))) return { ok: false, problem: 'already-held' };
  const { kept, emptyIds } = leftAlone(later.filter(({ status }) => status === 'planned'));
  const rule = ruleWithEnd(series.rule, { kind: 'date', date: end.toPlainDate().toString() });
  const exceptions = series.exceptions.filter((one) => !isFrom(one, after));
  return { ok: true, series: [{ ...series, rule, exceptions }], meetings: kept, emptyIds };
}

/** A series as it ends with one of its wall times, before that from which it is another. */
function endedAt(
  { series, rule }: ReadSeries,
  last: Temporal.PlainDateTime,
  fork: Temporal.PlainDateTime,
): Series {
  const text = series.rule ?? '';
  // A day that is the last as a whole reads better, and can be said where one rule has one a day.
  const isOncePerDay = (rule?.numbers.get('BYHOUR') ?? rule?.numbers.get('BYMINUTE')) === undefined;
  const date = last.toPlainDate().toString();
  const end = isOncePerDay
    ? ({ kind: 'date', date } as const)
    : ({ kind: 'local', local: localText(last) } as const);
  const exceptions = series.exceptions.filter((one) => !isFrom(one, fork));
  return { ...series, rule: ruleWithEnd(text, end), exceptions };
}

/** A series that cannot be followed has no occurrences; its plans are taken for those of another. */
function readOr(series: Series, other: ReadSeries): ReadSeries {
  const read = readSeries(series);
  if (typeof read !== 'string') return read;
  return { ...other, series: { ...series, timeZone: other.series.timeZone } };
}

function isSameTime(series: Series, values: SeriesValues): boolean {
  return (
    series.startLocal === values.startLocal &&
    series.timeZone === values.timeZone &&
    series.durationMinutes === values.durationMinutes &&
    series.rule === values.rule
  );
}

const firstInstant = ({ first, series }: ReadSeries): number =>
  epochOf(instantOf(localText(first), series.timeZone));
