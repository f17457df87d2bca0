import type { Series } from '../documents/series.ts';
import { addMinutes, epochOf, instantOf, localOf } from '../time/instants.ts';
import { keptBySeries } from './kept-by-series.ts';
import type { ReadSeries } from './read-series.ts';
import { localText, readLocal, readSeries } from './read-series.ts';
import { horizonsDays, isOfSeries, ruleTimesBetween } from './rule-times.ts';

/** One computed date of a series. */
export interface Occurrence {
  readonly seriesId: string;
  readonly personId: string;
  /**
   * The wall time that the rule (or, for a date beside it, the calendar) gave: the identity within the
   * series, whatever was moved since.
   */
  readonly originalLocal: string;
  readonly startLocal: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly durationMinutes: number;
  readonly isMoved: boolean;
}

/**
 * The occurrences that overlap the time from `from` up to but not including `to` (UTC instants),
 * by their start. Cancelled ones are left out, moved ones are found by their new time. A series
 * with a problem (`seriesProblem`) has none.
 */
export function occurrencesBetween(
  series: Series,
  from: string,
  to: string,
): readonly Occurrence[] {
  const read = readSeries(series);
  if (typeof read === 'string') return [];
  const isInside = ({ startsAt, endsAt }: Occurrence): boolean =>
    epochOf(startsAt) < epochOf(to) && epochOf(endsAt) > epochOf(from);
  const asGiven = ruleTimesAround(read, from, to).filter(
    (local) => !read.exceptions.has(localText(local)),
  );
  const excepted = occurrencesAt(read, exceptedAround(read, from, to))
    .filter(isInside)
    .filter(({ originalLocal }) => isOfSeries(read, toLocal(originalLocal)));
  return [...occurrencesAt(read, asGiven).filter(isInside), ...excepted].sort(byStart);
}

/** The first occurrence that starts after an instant, within ten years of it; null without one. */
export function nextOccurrence(series: Series, after: string): Occurrence | null {
  for (const days of horizonsDays) {
    const until = addMinutes(after, days * 24 * 60);
    const next = occurrencesBetween(series, after, until).find(
      ({ startsAt }) => epochOf(startsAt) > epochOf(after),
    );
    if (next !== undefined) return next;
  }
  return null;
}

/** The occurrence with this identity; null when it was cancelled or the series never had it. */
export function findOccurrence(series: Series, originalLocal: string): Occurrence | null {
  const read = readSeries(series);
  const local = readLocal(originalLocal);
  if (typeof read === 'string' || local === null || !isOfSeries(read, local)) return null;
  return occurrenceAt(read, localText(local));
}

/**
 * The wall times of the rule whose occurrences can overlap the time between. Wider than needed,
 * by the duration and by more than any zone's clocks have ever jumped (Samoa's: a day); the caller
 * judges by real instants.
 */
function ruleTimesAround(
  read: ReadSeries,
  from: string,
  to: string,
): readonly Temporal.PlainDateTime[] {
  const { earliest, latest } = localsAround(read, from, to, read.series.durationMinutes);
  return ruleTimesBetween(read, earliest, latest);
}

/**
 * The identities of the occurrences that were moved, or added beside the rule, to a time around the
 * one between. A long series has many exceptions, and the texts of wall times are in the order of the
 * times.
 */
function exceptedAround(
  read: ReadSeries,
  from: string,
  to: string,
): readonly Temporal.PlainDateTime[] {
  const placed = [...read.exceptions].flatMap(([originalLocal, exception]) =>
    exception.kind === 'cancelled' ? [] : [{ ...exception, originalLocal }],
  );
  const longestMinutes = Math.max(0, ...placed.map(({ durationMinutes }) => durationMinutes));
  const around = localsAround(read, from, to, longestMinutes);
  const [earliest, latest] = [localText(around.earliest), localText(around.latest)];
  return placed
    .filter(({ startLocal }) => startLocal >= earliest && startLocal <= latest)
    .map(({ originalLocal }) => toLocal(originalLocal));
}

function localsAround(
  { series: { timeZone } }: ReadSeries,
  from: string,
  to: string,
  durationMinutes: number,
) {
  const margin = { days: 2 };
  const earliest = toLocal(localOf(from, timeZone)).subtract({ minutes: durationMinutes });
  const latest = toLocal(localOf(to, timeZone));
  return { earliest: earliest.subtract(margin), latest: latest.add(margin) };
}

function occurrencesAt(
  read: ReadSeries,
  originals: readonly Temporal.PlainDateTime[],
): readonly Occurrence[] {
  return originals
    .map((original) => occurrenceAt(read, localText(original)))
    .filter((one) => one !== null);
}

/** What a wall time of the series has become; null when it was cancelled. */
const occurrenceAt = keptBySeries((read, originalLocal: string): Occurrence | null => {
  const { series, exceptions } = read;
  const exception = exceptions.get(originalLocal);
  if (exception?.kind === 'cancelled') return null;
  const movedTo = exception === undefined ? null : readLocal(exception.startLocal);
  const startLocal = movedTo === null ? originalLocal : localText(movedTo);
  const durationMinutes = exception?.durationMinutes ?? series.durationMinutes;
  const startsAt = instantOf(startLocal, series.timeZone);
  return {
    seriesId: series.id,
    personId: series.personId,
    originalLocal,
    startLocal,
    timeZone: series.timeZone,
    startsAt,
    endsAt: addMinutes(startsAt, durationMinutes),
    durationMinutes,
    isMoved: movedTo !== null && (exception?.kind === 'moved' || startLocal !== originalLocal),
  };
});

function toLocal(text: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(text);
}

/** Orders what has a start, the soonest first. */
export function byStart(
  one: Pick<Occurrence, 'startsAt'>,
  other: Pick<Occurrence, 'startsAt'>,
): number {
  return epochOf(one.startsAt) - epochOf(other.startsAt);
}
