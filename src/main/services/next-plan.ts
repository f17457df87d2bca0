import { nextToCome, undatedPlan } from '../../domain/agenda/coming-meetings.ts';
import { newMeeting, undatedMeeting } from '../../domain/agenda/meeting-times.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { findOccurrence } from '../../domain/series/occurrences.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { UpcomingMeeting } from '../../ipc/views.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp } from './acts.ts';
import { ofPerson, readCalendar } from './upcoming.ts';

/** How long a 1:1 without a series is taken to be. */
const usualMinutes = 30;

/**
 * The plan that something for the next 1:1 with a person goes into: that of the next one that is not
 * over; where none is to come, the one without a date. It may be new: then it is not in the store yet.
 * The plan that something for the next 1:1 with a person goes into: that of the first one that is not
 * over, be it planned or not; else a planned one that nothing says the date of any more; else the one
 * without a date. It may be new: then it is not in the store yet.
 */
export async function nextPlan(
  parts: Omit<ServiceParts, 'store'>,
  reader: StoreReader,
  personId: string,
): Promise<Meeting> {
  const now = timestamp(parts.clock);
  const calendar = ofPerson(await readCalendar(reader, now), personId);
  const next = nextToCome(calendar, now);
  if (next?.plan === null) return newMeeting(next, { id: parts.newId(), now });
  const known = next?.plan ?? undatedPlan(calendar.meetings);
  const stored = known === undefined ? null : await reader.read('meeting', known.id);
  const next = nextMeeting(calendar, personId, now);
  const fresh = next?.meetingId === null ? planOf(parts, calendar, next, now) : null;
  if (fresh !== null) return fresh;
  const undated = calendar.meetings.find(isUndatedPlan)?.id;
  const knownId = next?.meetingId ?? soonestPlanned(calendar, now)?.id ?? undated ?? null;
  const stored = knownId === null ? null : await reader.read('meeting', knownId);
  if (stored !== null) return stored;
  const timeZone = calendar.people[0]?.timeZone ?? parts.clock.timeZone();
  const durationMinutes = usualMinutes;
  return undatedMeeting({ id: parts.newId(), personId, timeZone, durationMinutes, now });
}

function soonestPlanned({ series, meetings }: Calendar, now: string): MeetingSummary | undefined {
  const [soonest] = meetings
    .filter(({ status }) => status === 'planned')
    .flatMap((meeting) => {
      const own = series.find(({ id }) => id === meeting.seriesId) ?? null;
      const times = timesOf(meeting, own);
      return times === null || epochOf(times.endsAt) <= epochOf(now) ? [] : [{ meeting, times }];
    })
    .sort((one, other) => epochOf(one.times.startsAt) - epochOf(other.times.startsAt));
  return soonest?.meeting;
}

const isUndatedPlan = ({ status, startLocal, originalLocal }: MeetingSummary): boolean =>
  status === 'planned' && startLocal === null && originalLocal === null;

/** A plan for an occurrence of a person's series; null when its series does not give it. */
function planOf(
  { newId }: Pick<ServiceParts, 'newId'>,
  calendar: Calendar,
  { seriesId, originalLocal }: UpcomingMeeting,
  now: string,
): Meeting | null {
  const series = calendar.series.find(({ id }) => id === seriesId);
  const occurrence =
    series === undefined || originalLocal === null ? null : findOccurrence(series, originalLocal);
  return occurrence === null ? null : newMeeting(occurrence, { id: newId(), now });
}
