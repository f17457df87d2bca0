import { occurrenceKey, timesOf } from '../../domain/agenda/meeting-times.ts';
import type { Ledger } from '../../domain/reminders/ledger.ts';
import type { RemindableMeeting } from '../../domain/reminders/plan.ts';
import { meetingsToWatch } from '../../domain/reminders/watch.ts';
import type { Calendar } from '../services/upcoming.ts';

/**
 * The 1:1s that reminders may be about at `now`: what the series give and what stands alone,
 * without those that were cancelled, skipped or held.
 */
export function remindableMeetings(
  { series, meetings }: Calendar,
  ledger: Ledger,
  now: string,
): readonly RemindableMeeting[] {
  const documents = new Map(meetings.map((meeting) => [occurrenceKey(meeting), meeting]));
  const known = new Set(series.map(({ id }) => id));
  const ofSeries = meetingsToWatch(series, ledger, now).flatMap((occurrence) => {
    const meeting = documents.get(occurrenceKey(occurrence));
    const isToCome = meeting === undefined || meeting.status === 'planned';
    return isToCome ? [{ ...occurrence, meetingId: meeting?.id ?? null }] : [];
  });
  const alone = meetings
    .filter(({ seriesId }) => seriesId === null || !known.has(seriesId))
    .filter(({ status }) => status === 'planned')
    .flatMap((meeting) => {
      const times = timesOf(meeting, null);
      const { id: meetingId, personId, seriesId, originalLocal } = meeting;
      return times === null ? [] : [{ ...times, meetingId, personId, seriesId, originalLocal }];
    });
  return [...ofSeries, ...alone];
}
