import type { ComingMeeting, Plans } from '../../domain/agenda/coming-meetings.ts';
import { comingBetween, nextToCome } from '../../domain/agenda/coming-meetings.ts';
import { openPoints } from '../../domain/agenda/points.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { addMinutes, midnightBefore } from '../../domain/time/instants.ts';
import type { UpcomingMeeting } from '../../ipc/views.ts';
import type { StoreReader } from '../store/store.ts';

/** The documents that say when somebody is met. */
export interface Calendar extends Plans<MeetingSummary> {
  readonly people: readonly Person[];
  /** Those of the recent past, of the time to come, and those without a date. */
  readonly meetings: readonly MeetingSummary[];
}

/** A reminder that was slept through is listed for longer than this by nobody. */
const lookBackMinutes = 35 * 24 * 60;

/** @param now UTC instant */
export async function readCalendar(
  reader: Pick<StoreReader, 'summaries'>,
  now: string,
): Promise<Calendar> {
  const fromLocal = midnightBefore(addMinutes(now, -lookBackMinutes));
  const [people, series, recent] = await Promise.all([
    reader.summaries('person'),
    reader.summaries('series'),
    reader.summaries('meeting', { fromLocal }),
  ]);
  const known = new Set(recent.map(({ id }) => id));
  // The series has the say when a 1:1 is; the plan of one that was moved on may still bear the old date.
  const movedOn = series.flatMap(({ id: seriesId, exceptions }) =>
    exceptions
      .filter((one) => one.kind !== 'cancelled' && one.startLocal >= fromLocal)
      .filter(({ originalLocal }) => originalLocal < fromLocal)
      .map(({ originalLocal }) => reader.summaries('meeting', { seriesId, originalLocal })),
  );
  const moved = (await Promise.all(movedOn)).flat().filter(({ id }) => !known.has(id));
  return { people, series, meetings: [...recent, ...moved] };
}

/** The 1:1s that overlap the time from `from` up to `to` (UTC instants), soonest first; of nobody archived. */
export function upcomingMeetings(
  calendar: Calendar,
  from: string,
  to: string,
): readonly UpcomingMeeting[] {
  const names = namesOf(calendar.people);
  return comingBetween(calendar, from, to).flatMap((coming) => upcomingOf(coming, names) ?? []);
}

/** The next 1:1 with one person that has not ended; null when none is to come, or they are archived. */
export function nextMeeting(
  calendar: Calendar,
  personId: string,
  now: string,
): UpcomingMeeting | null {
  const own = ofPerson(calendar, personId);
  const next = nextToCome(own, now);
  return next === null ? null : upcomingOf(next, namesOf(own.people));
}

/** Those documents of a calendar that are about one person. */
export function ofPerson({ people, series, meetings }: Calendar, personId: string): Calendar {
  return {
    people: people.filter(({ id }) => id === personId),
    series: series.filter((one) => one.personId === personId),
    meetings: meetings.filter((one) => one.personId === personId),
  };
}

const namesOf = (people: readonly Person[]): ReadonlyMap<string, string> =>
  new Map(people.filter(({ archivedOn }) => archivedOn === null).map(({ id, name }) => [id, name]));

function upcomingOf(
  coming: ComingMeeting<MeetingSummary>,
  names: ReadonlyMap<string, string>,
): UpcomingMeeting | null {
  const { personId, seriesId, originalLocal, startLocal, timeZone, durationMinutes } = coming;
  const personName = names.get(personId);
  if (personName === undefined) return null;
  return {
    ...{ personId, personName, seriesId, originalLocal, startLocal, timeZone, durationMinutes },
    ...{ startsAt: coming.startsAt, endsAt: coming.endsAt },
    meetingId: coming.plan?.id ?? null,
    openPoints: openPoints(coming.plan?.points ?? []).length,
  };
}
