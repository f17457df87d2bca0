import { nextToCome, undatedPlan } from '../../domain/agenda/coming-meetings.ts';
import { newMeeting, undatedMeeting } from '../../domain/agenda/meeting-times.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp } from './acts.ts';
import { ofPerson, readCalendar } from './upcoming.ts';

/** How long a 1:1 without a series is taken to be. */
const usualMinutes = 30;

/**
 * The plan that something for the next 1:1 with a person goes into: that of the next one that is not
 * over; where none is to come, the one without a date. It may be new: then it is not in the store yet.
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
  if (stored !== null) return stored;
  const timeZone = calendar.people[0]?.timeZone ?? parts.clock.timeZone();
  const durationMinutes = usualMinutes;
  return undatedMeeting({ id: parts.newId(), personId, timeZone, durationMinutes, now });
}
