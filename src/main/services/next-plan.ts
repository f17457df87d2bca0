import { newMeeting, timesOf, undatedMeeting } from '../../domain/agenda/meeting-times.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { findOccurrence } from '../../domain/series/occurrences.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp } from './acts.ts';
import type { Calendar } from './upcoming.ts';
import { nextMeeting, ofPerson, readCalendar } from './upcoming.ts';

/** How long a 1:1 without a series is taken to be. */
const usualMinutes = 30;

/**
 * The plan that something for the next 1:1 with a person goes into: the soonest planned one that is
 * not over; else one for the next occurrence; else the one without a date. It may be new: then it
 * is not in the store yet.
 */
export async function nextPlan(
  parts: Omit<ServiceParts, 'store'>,
  reader: StoreReader,
  personId: string,
): Promise<Meeting> {
  const now = timestamp(parts.clock);
  const calendar = ofPerson(await readCalendar(reader, now), personId);
  const known = soonestPlanned(calendar, now) ?? calendar.meetings.find(isUndatedPlan);
  const dated = known !== undefined && !isUndatedPlan(known);
  const fresh = dated ? null : planOfNext(parts, calendar, personId, now);
  if (fresh !== null) return fresh;
  const stored = known === undefined ? null : await reader.read('meeting', known.id);
  if (stored !== null) return stored;
  const [id, timeZone] = [parts.newId(), parts.clock.timeZone()];
  return undatedMeeting({ id, personId, timeZone, durationMinutes: usualMinutes, now });
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

/** A plan for the next occurrence of a person's series; null when none is to come. */
function planOfNext(
  { newId }: Pick<ServiceParts, 'newId'>,
  calendar: Calendar,
  personId: string,
  now: string,
): Meeting | null {
  const next = nextMeeting(calendar, personId, now);
  const series = calendar.series.find(({ id }) => id === next?.seriesId);
  const local = next?.originalLocal ?? null;
  const occurrence = series === undefined || local === null ? null : findOccurrence(series, local);
  return occurrence === null ? null : newMeeting(occurrence, { id: newId(), now });
}
