import type { PersonFile } from '../agenda/person-file.ts';
import type { CalendarLink, Series } from '../documents/series.ts';
import { shuffleRank } from '../questions/shuffle-rank.ts';
import type { CalendarEvent } from './calendar-event.ts';

/** A series that comes from a calendar. */
export type LinkedSeries = Series & { readonly calendar: CalendarLink };

type EventIdentity = Pick<CalendarEvent, 'uid' | 'recurrenceId'>;

export const isLinked = (series: Series): series is LinkedSeries => series.calendar !== null;

/** One text for what tells an event from all others. */
export const eventKey = ({ uid, recurrenceId }: EventIdentity): string =>
  `${recurrenceId ?? ''} ${uid}`;

/**
 * The series that an event is kept as now. Where a series has been changed from a date on there are
 * several, of which the last goes on.
 */
export function seriesOfKey(file: PersonFile, key: string): LinkedSeries | null {
  const linked = file.series.filter(isLinked).filter(({ calendar }) => eventKey(calendar) === key);
  const continued = new Set(linked.map(({ continues }) => continues));
  return linked.find(({ id }) => !continued.has(id)) ?? linked[0] ?? null;
}

/**
 * The identity of a series that is made of an event. Two computers that read the same calendar make
 * the same one.
 */
export function seriesIdFor(
  event: EventIdentity,
  file: Pick<PersonFile, 'personId' | 'series'>,
  startLocal: string,
): string {
  const name = `${file.personId} ${eventKey(event)} ${startLocal}`;
  const digits = ['series', 'of a calendar'].map((seed) =>
    shuffleRank(seed, name).toString(16).padStart(8, '0'),
  );
  const wanted = `calendar-${digits.join('')}`;
  const known = new Set(file.series.map(({ id }) => id));
  let id = wanted;
  for (let count = 2; known.has(id); count += 1) id = `${wanted}-${String(count)}`;
  return id;
}
