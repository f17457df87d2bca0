import type { PersonFile } from '../agenda/person-file.ts';
import { withSeries } from '../agenda/person-file.ts';
import type { CalendarLink, Series } from '../documents/series.ts';
import { inOrder } from '../series/change-series.ts';
import { isHeld } from '../series/plans.ts';
import { localText, readSeries } from '../series/read-series.ts';
import type { Revision, SeriesInUse, SeriesValues } from '../series/revise-series.ts';
import { changeSeries, endSeries, splitSeries, valuesFrom } from '../series/revise-series.ts';
import { ruleTimesFrom } from '../series/rule-times.ts';
import { epochOf, instantOf, localOf } from '../time/instants.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { LinkedSeries } from './calendar-links.ts';
import { seriesIdFor } from './calendar-links.ts';
import { meetingsOf, withPlansFollowing, withRevision } from './follow-plans.ts';
import { ownExceptions, withOwnOccurrences } from './given-exceptions.ts';
import { seriesOfEvent } from './series-from-event.ts';

export interface NewTimes {
  readonly series: LinkedSeries;
  readonly event: CalendarEvent;
  readonly calendar: CalendarLink;
  /** UTC instant. */
  readonly now: string;
}

/**
 * Gives a series the times that its event has now, from its next occurrence on: what was stays as it
 * was. Plans go along to the new dates (see `newPlaces`).
 */
export function withNewTimes(file: PersonFile, change: NewTimes): PersonFile {
  const { series, now, calendar, event } = change;
  // What the calendar made of single occurrences is said anew; what the user made of them goes along.
  const own = ownExceptions(series.exceptions, series.calendar.given.exceptions);
  const plain = { ...series, exceptions: [...own] };
  const inUse = { series: plain, meetings: meetingsOf(file, series), now };
  const revision = revise(file, inUse, change);
  if (!revision.ok) return withSeries(file, { ...series, calendar });
  const revised = withRevision(file, revision);
  const latest = revision.series.at(-1);
  if (latest === undefined) return revised;
  const said = event.exceptions.map(({ originalLocal }) => originalLocal);
  const kept = latest.exceptions.filter(({ originalLocal }) => !said.includes(originalLocal));
  const exceptions = inOrder([...kept, ...event.exceptions]);
  const linked = withOwnOccurrences({ ...latest, exceptions, calendar });
  return withPlansFollowing(withSeries(revised, linked), linked, now);
}

function revise(file: PersonFile, inUse: SeriesInUse, { event, series, now }: NewTimes): Revision {
  const { startLocal, timeZone, durationMinutes, rule } = event;
  const values = { startLocal, timeZone, durationMinutes, rule, place: series.place };
  const held = inUse.meetings.filter((meeting) => isHeld(meeting, series, now));
  const isToCome = epochOf(instantOf(series.startLocal, series.timeZone)) > epochOf(now);
  if (held.length === 0 && (isToCome || series.rule === null)) return changeSeries(inUse, values);
  const bound = [
    localOf(now, series.timeZone),
    ...held.map(({ originalLocal }) => originalLocal ?? ''),
  ].reduce((last, local) => (local > last ? local : last));
  const fork = firstAfter(inUse.series, bound);
  const begin = beginning(event, instantOf(bound, series.timeZone));
  const id = seriesIdFor(event, file, begin?.startLocal ?? '');
  if (begin === null) return endSeries(inUse, bound.slice(0, 10));
  const newValues = { ...begin, place: series.place };
  if (fork !== null) return splitSeries(inUse, fork, { id, values: newValues });
  const continued = { id, continues: series.id, createdAt: now, exceptions: [] };
  return {
    ...{ ok: true, meetings: [], emptyIds: [] },
    series: [series, { ...series, ...newValues, ...continued }],
  };
}

/** The first wall time of a series' rule after another; null when there is none. */
function firstAfter(series: Series, local: string): string | null {
  const read = readSeries(series);
  if (typeof read === 'string') return null;
  const from = Temporal.PlainDateTime.from(local).add({ minutes: 1 });
  const [first] = ruleTimesFrom(read, from, 1);
  return first === undefined ? null : localText(first);
}

/** What is left of an event after an instant; null when nothing is. */
function beginning(event: CalendarEvent, after: string): SeriesValues | null {
  const identity = { id: 'event', personId: 'event', sourceId: null, now: after };
  const whole = seriesOfEvent(event, identity);
  const first = firstAfter(whole, localOf(after, event.timeZone));
  return first === null ? null : valuesFrom(whole, first);
}
