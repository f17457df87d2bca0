import type { PersonFile } from '../agenda/person-file.ts';
import { withMeeting } from '../agenda/person-file.ts';
import { findOccurrence } from '../series/occurrences.ts';
import { localOf } from '../time/instants.ts';
import type { LinkedSeries } from './calendar-links.ts';
import { eventKey, isLinked, seriesOfKey } from './calendar-links.ts';
import { cancelSeries } from './cancel-series.ts';
import { meetingsOf } from './follow-plans.ts';
import type { CalendarMerge } from './merge-calendar.ts';
import type { EventReport } from './merge-report.ts';

interface MergeOfListed extends Pick<CalendarMerge, 'sourceId' | 'now'> {
  /** The events that the calendar has, by their keys. */
  readonly listed: ReadonlySet<string>;
  /** The UIDs of those that could not be read. */
  readonly unread: ReadonlySet<string>;
}

/**
 * Ends what a subscription has no more, and takes instances that once came alone into the series of
 * their event, now that it is there. What could not be read is not gone.
 */
export function withoutGone(
  file: PersonFile,
  merge: MergeOfListed,
): { readonly file: PersonFile; readonly reports: readonly EventReport[] } {
  const { listed, unread } = merge;
  const unlisted = file.series
    .filter(isLinked)
    .filter(({ calendar }) => !listed.has(eventKey(calendar)) && !unread.has(calendar.uid));
  let after = file;
  const reports: EventReport[] = [];
  for (const series of unlisted) {
    const isWholeListed = listed.has(eventKey({ ...series.calendar, recurrenceId: null }));
    const inWhole = isWholeListed ? withinWhole(after, series) : null;
    const left = inWhole ?? withoutEvent(after, series, merge);
    if (left === null) continue;
    after = left;
    reports.push(reportOf(series, inWhole === null ? 'gone' : 'instance'));
  }
  return { file: after, reports };
}

/** Null when the event is another calendar's to keep, or nothing of it is to come. */
function withoutEvent(
  file: PersonFile,
  series: LinkedSeries,
  { sourceId, now }: MergeOfListed,
): PersonFile | null {
  const isKeptHere = sourceId !== null && series.calendar.sourceId === sourceId;
  const isLatest = seriesOfKey(file, eventKey(series.calendar))?.id === series.id;
  return isKeptHere && isLatest ? cancelSeries(file, series, now) : null;
}

/** What is kept of an instance with the series of its event; null when that does not have it. */
function withinWhole(file: PersonFile, series: LinkedSeries): PersonFile | null {
  const { uid, recurrenceId } = series.calendar;
  const whole = seriesOfKey(file, eventKey({ uid, recurrenceId: null }));
  if (whole === null || recurrenceId === null || series.rule !== null) return null;
  const occurrence = findOccurrence(whole, localOf(recurrenceId, whole.timeZone));
  if (occurrence === null) return null;
  const { seriesId, originalLocal, startLocal, timeZone, durationMinutes } = occurrence;
  const moved = meetingsOf(file, series)
    .map((meeting) => ({ ...meeting, seriesId, originalLocal }))
    .map((meeting) =>
      meeting.status === 'planned'
        ? { ...meeting, startLocal, timeZone, durationMinutes }
        : meeting,
    )
    .reduce(withMeeting, file);
  return { ...moved, series: moved.series.filter(({ id }) => id !== series.id) };
}

const reportOf = (
  { id, personId, calendar: { uid, recurrenceId } }: LinkedSeries,
  reason: 'gone' | 'instance',
): EventReport => ({
  ...{ uid, recurrenceId, title: '', notes: [], reason, personId, seriesId: id },
  outcome: reason === 'gone' ? 'cancelled' : 'updated',
});
