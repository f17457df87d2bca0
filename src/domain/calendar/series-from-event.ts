import type { CalendarLink, Series } from '../documents/series.ts';
import type { CalendarEvent } from './calendar-event.ts';

/** Why no series can be made of an event that was read. */
export type SeriesRefusal =
  /** It has no time of the day, so that there is nothing to remind of. */
  | 'all-day'
  /** A 1:1 of more than a day is none. */
  | 'too-long'
  | 'cancelled';

export type SeriesFromEvent =
  | { readonly ok: true; readonly series: Series }
  | { readonly ok: false; readonly reason: SeriesRefusal };

/** What a series made of an event is given. */
export interface SeriesIdentity {
  readonly id: string;
  readonly personId: string;
  /** The calendar that the event is in. */
  readonly sourceId: string | null;
  /** UTC instant. */
  readonly now: string;
}

const longestMinutes = 24 * 60;

/** Makes the series of an event that is a 1:1, or says why it cannot be one. */
export function seriesFromEvent(event: CalendarEvent, identity: SeriesIdentity): SeriesFromEvent {
  const reason = refusalOf(event);
  return reason === null
    ? { ok: true, series: seriesOfEvent(event, identity) }
    : { ok: false, reason };
}

/** What stands against making a series of an event; null when nothing does. */
export function refusalOf(event: CalendarEvent): SeriesRefusal | null {
  if (event.status === 'cancelled') return 'cancelled';
  if (event.isAllDay) return 'all-day';
  return event.durationMinutes > longestMinutes ? 'too-long' : null;
}

/** The series with the dates of an event, whether or not it would do for a 1:1. */
export function seriesOfEvent(
  event: CalendarEvent,
  { id, personId, sourceId, now }: SeriesIdentity,
): Series {
  return {
    ...{ kind: 'series', version: 3, id, personId, continues: null, createdAt: now },
    ...givenBy(event),
    calendar: linkTo(event, sourceId),
  };
}

/** What a calendar says of an event, as a series keeps it. */
export function givenBy(event: CalendarEvent): CalendarLink['given'] {
  const { startLocal, timeZone, durationMinutes, rule, exceptions, place } = event;
  return { startLocal, timeZone, durationMinutes, rule, exceptions: [...exceptions], place };
}

/** How a series says which event it comes from. */
export function linkTo(event: CalendarEvent, sourceId: string | null): CalendarLink {
  const { uid, recurrenceId, sequence, changedAt } = event;
  return { sourceId, uid, recurrenceId, sequence, changedAt, given: givenBy(event) };
}
