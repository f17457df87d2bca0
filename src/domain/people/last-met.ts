import type { MeetingTimes } from '../agenda/meeting-times.ts';
import { statusAmong, timesAmong } from '../agenda/meeting-times.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { epochOf } from '../time/instants.ts';

/**
 * The instant at which two people met in this meeting; null when they did not, or not yet. A plan
 * whose time has passed counts, until somebody says that it was cancelled or skipped: not everybody
 * wraps up.
 * @param times null while it has no date
 * @param now UTC instant
 */
export function metAt(
  { status, wrappedUpAt }: Pick<Meeting, 'status' | 'wrappedUpAt'>,
  times: Pick<MeetingTimes, 'startsAt' | 'endsAt'> | null,
  now: string,
): string | null {
  const hasPassed = (instant: string): boolean => epochOf(instant) <= epochOf(now);
  switch (status) {
    case 'cancelled':
    case 'skipped':
      return null;
    case 'held':
      return times !== null && hasPassed(times.startsAt) ? times.startsAt : wrappedUpAt;
    case 'planned':
      return times !== null && hasPassed(times.endsAt) ? times.startsAt : null;
  }
}

/** The same for meetings that are of one or other of these series, or of none. */
export function metAtAmong(
  series: readonly Series[],
  now: string,
): (meeting: MeetingSummary) => string | null {
  const [timesOf, statusOf] = [timesAmong(series), statusAmong(series)];
  return (meeting) => {
    const { wrappedUpAt } = meeting;
    return metAt({ status: statusOf(meeting), wrappedUpAt }, timesOf(meeting), now);
  };
}

/** The latest of some instants; null when there is none. */
export function latestOf(instants: readonly (string | null)[]): string | null {
  return instants.reduce((latest, instant) => {
    if (instant === null) return latest;
    return latest === null || epochOf(instant) > epochOf(latest) ? instant : latest;
  }, null);
}
