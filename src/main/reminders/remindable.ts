import { byOccurrence, withoutSeries } from '../../domain/agenda/coming-meetings.ts';
import { occurrenceKey, timesOf } from '../../domain/agenda/meeting-times.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import type { Ledger } from '../../domain/reminders/ledger-schema.ts';
import { needsWrapUp } from '../../domain/reminders/needs-wrap-up.ts';
import type { RemindableMeeting } from '../../domain/reminders/schedule.ts';
import { meetingsToWatch } from '../../domain/reminders/watch.ts';
import type { Calendar } from '../services/upcoming.ts';

/**
 * The 1:1s that reminders may be about at `now`: what the series give and what stands alone,
 * without those that were cancelled or skipped; those that were held only to be wrapped up.
 */
export function remindableMeetings(
  calendar: Calendar,
  ledger: Ledger,
  now: string,
): readonly RemindableMeeting[] {
  const { series, meetings } = calendar;
  const documents = byOccurrence(meetings);
  const known = new Map(series.map((one) => [one.id, one]));
  const ofSeries = meetingsToWatch(series, ledger, now).flatMap((occurrence) => {
    const meeting = documents.get(occurrenceKey(occurrence));
    const createdAt = known.get(occurrence.seriesId)?.createdAt;
    const planned = createdAt === undefined ? occurrence : { ...occurrence, createdAt };
    return meeting === undefined ? [planned] : withPlan(planned, meeting);
  });
  const alone = withoutSeries(calendar).flatMap((meeting) => {
    const times = timesOf(meeting, null);
    const { personId, seriesId, originalLocal } = meeting;
    return times === null ? [] : withPlan({ ...times, personId, seriesId, originalLocal }, meeting);
  });
  return [...ofSeries, ...alone];
}

function withPlan(
  occurrence: RemindableMeeting,
  meeting: MeetingSummary,
): readonly RemindableMeeting[] {
  const isHeld = meeting.status === 'held';
  const isLeft = needsWrapUp(meeting);
  if (meeting.status !== 'planned' && !isLeft) return [];
  return [{ ...occurrence, meetingId: meeting.id, needsWrapUp: isLeft, isHeld }];
}
