import type { Meeting } from '../documents/meeting.ts';
import type { Series, SeriesException } from '../documents/series.ts';
import { instantOf, localOf } from '../time/instants.ts';
import { inOrder } from './change-series.ts';
import type { Succession } from './new-places.ts';
import { newPlaces } from './new-places.ts';
import { findOccurrence } from './occurrences.ts';
import type { LeftPlans } from './plans.ts';
import { isEmptyPlan, leftAlone } from './plans.ts';
import { isOfRule } from './rule-times.ts';
import { isFrom, localText, readLocal } from './read-series.ts';

/** What the new series has taken over, and what of the plans it has no date for. */
export interface Succeeded extends LeftPlans {
  /** The new series with those exceptions of the old one that fit it. */
  readonly series: Series;
}

/**
 * Hands everything that is kept for the occurrences of one series, on or after a wall time, over to
 * the series that takes its place.
 * @param meetings those of the old series; earlier ones stay out of it
 */
export function succeed(succession: Succession, meetings: readonly Meeting[]): Succeeded {
  const coming = meetings.filter((one) => isFrom(one, succession.fork));
  const exceptions = succession.from.series.exceptions.filter((one) =>
    isFrom(one, succession.fork),
  );
  const planned = coming.filter(({ status }) => status === 'planned');
  const others = coming.filter(({ status }) => status !== 'planned');
  const beside = placesBeside(succession, exceptions);
  const written = originalsOf(planned.filter((meeting) => !isEmptyPlan(meeting))).filter(
    (one) => !beside.has(one),
  );
  const ofRule = newPlaces(succession, {
    plans: written,
    exceptions: originalsOf([...coming, ...exceptions]).filter(
      (one) => !written.includes(one) && !beside.has(one),
    ),
  });
  const places = new Map([...ofRule, ...beside]);
  const series = withExceptions(succession, exceptions, places);
  const placeOf = ({ originalLocal }: Meeting): string | undefined =>
    places.get(originalLocal === null ? '' : spelt(originalLocal));
  const left = leftAlone(planned.filter((meeting) => placeOf(meeting) === undefined));
  const moved = coming.flatMap((meeting) => {
    const place = placeOf(meeting);
    return place === undefined ? [] : [movedTo(meeting, series, place)];
  });
  // What did not take place stays where it did not: as a date of its own, which no new one is.
  const past = others
    .filter((meeting) => placeOf(meeting) === undefined)
    .map((meeting) => ({ ...meeting, seriesId: null, originalLocal: null }));
  return { series, kept: [...moved, ...past, ...left.kept], emptyIds: left.emptyIds };
}

/** The dates that were added beside the rule: they go along as they are, unless the new rule has them. */
function placesBeside(
  { from, to }: Succession,
  exceptions: readonly SeriesException[],
): ReadonlyMap<string, string> {
  const places = exceptions
    .filter(({ kind }) => kind === 'added')
    .map(
      ({ originalLocal }) =>
        [spelt(originalLocal), inZoneOf(spelt(originalLocal), from.series, to.series)] as const,
    );
  return new Map(
    places.filter(([, place]) => {
      const local = readLocal(place);
      return local !== null && !isOfRule(to, local);
    }),
  );
}

const originalsOf = (
  list: readonly { readonly originalLocal: string | null }[],
): readonly string[] => [
  ...new Set(list.flatMap(({ originalLocal }) => (originalLocal ? [spelt(originalLocal)] : []))),
];

function spelt(originalLocal: string): string {
  const local = readLocal(originalLocal);
  return local === null ? originalLocal : localText(local);
}

function withExceptions(
  { from, to }: Succession,
  exceptions: readonly SeriesException[],
  places: ReadonlyMap<string, string>,
): Series {
  const earlier = to.series.exceptions;
  const fitting = exceptions.flatMap((exception): SeriesException[] => {
    const place = places.get(spelt(exception.originalLocal));
    if (place === undefined) return [];
    if (exception.kind === 'cancelled') return [{ ...exception, originalLocal: place }];
    const { durationMinutes: length } = exception;
    const isUsualLength = length === from.series.durationMinutes;
    return [
      {
        ...exception,
        originalLocal: place,
        startLocal: inZoneOf(exception.startLocal, from.series, to.series),
        durationMinutes: isUsualLength ? to.series.durationMinutes : length,
      },
    ];
  });
  return { ...to.series, exceptions: inOrder([...earlier, ...fitting]) };
}

/** The same instant on the clock of the new series. */
function inZoneOf(local: string, from: Series, to: Series): string {
  if (from.timeZone === to.timeZone || readLocal(local) === null) return local;
  return localOf(instantOf(local, from.timeZone), to.timeZone);
}

function movedTo(meeting: Meeting, series: Series, originalLocal: string): Meeting {
  const occurrence = findOccurrence(series, originalLocal);
  return {
    ...meeting,
    seriesId: series.id,
    originalLocal,
    startLocal: occurrence?.startLocal ?? originalLocal,
    timeZone: series.timeZone,
    durationMinutes: occurrence?.durationMinutes ?? series.durationMinutes,
  };
}
