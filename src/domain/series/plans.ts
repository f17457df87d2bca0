import { timesOf } from '../agenda/meeting-times.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import { epochOf } from '../time/instants.ts';
import { findOccurrence } from './occurrences.ts';

/** Whether nobody has written anything in a meeting. */
export const isEmptyPlan = ({
  agenda,
  actionItems,
  notes,
  privateNotes,
  reflection,
  wrapUpDraft,
}: Meeting): boolean =>
  agenda.length === 0 &&
  actionItems.length === 0 &&
  wrapUpDraft === null &&
  `${notes}${privateNotes}${reflection}` === '';

/**
 * Whether a meeting of a series is over and part of what was: marked as held, or written in and past
 * its end without anybody marking it.
 * @param now UTC instant
 */
export function isHeld(meeting: Meeting, series: Series, now: string): boolean {
  if (meeting.status === 'held' || meeting.wrappedUpAt !== null) return true;
  if (meeting.status !== 'planned' || isEmptyPlan(meeting)) return false;
  const times = timesOf(meeting, series);
  return times !== null && epochOf(times.endsAt) <= epochOf(now);
}

/**
 * The plan of one occurrence as its series has it now: where and whether it takes place. What was
 * held or skipped stays as it is, save that moving a skipped one plans it anew.
 */
export function followSeries(meeting: Meeting, series: Series): Meeting {
  if (meeting.originalLocal === null || meeting.status === 'held') return meeting;
  const occurrence = findOccurrence(series, meeting.originalLocal);
  if (occurrence === null) {
    return meeting.status === 'planned' ? { ...meeting, status: 'cancelled' } : meeting;
  }
  const takesPlace = meeting.status === 'cancelled' || occurrence.isMoved;
  const { startLocal, timeZone, durationMinutes } = occurrence;
  const status = takesPlace ? 'planned' : meeting.status;
  return { ...meeting, startLocal, timeZone, durationMinutes, status };
}

/** The plan of one occurrence that was put back: also what was skipped takes place again. */
export const followPutBack = (meeting: Meeting, series: Series): Meeting =>
  followSeries(
    meeting.status === 'skipped' ? { ...meeting, status: 'cancelled' } : meeting,
    series,
  );

/**
 * The plans of a series that are still to come, or running: what a series that goes leaves behind.
 * @param now UTC instant
 */
export const plansToCome = (
  series: Series,
  meetings: readonly Meeting[],
  now: string,
): readonly Meeting[] =>
  meetings.filter((meeting) => {
    const times = timesOf(meeting, series);
    return meeting.status === 'planned' && times !== null && epochOf(times.endsAt) > epochOf(now);
  });

/** What becomes of plans whose occurrences are no more. */
export interface LeftPlans {
  /** Those with something in them, as agendas without a date. */
  readonly kept: readonly Meeting[];
  /** The ids of those that nobody wrote in, which can go. */
  readonly emptyIds: readonly string[];
}

/** Lets plans stand alone: nothing that was written goes with the dates of a series. */
export function leftAlone(meetings: readonly Meeting[]): LeftPlans {
  const alone = { seriesId: null, originalLocal: null, startLocal: null };
  return {
    kept: meetings.filter((one) => !isEmptyPlan(one)).map((one) => ({ ...one, ...alone })),
    emptyIds: meetings.filter(isEmptyPlan).map(({ id }) => id),
  };
}
