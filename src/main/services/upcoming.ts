import { occurrenceKey, timesOf } from '../../domain/agenda/meeting-times.ts';
import { openPoints } from '../../domain/agenda/points.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import type { Occurrence } from '../../domain/series/occurrences.ts';
import { nextOccurrence, occurrencesBetween } from '../../domain/series/occurrences.ts';
import { addMinutes, epochOf, midnightBefore } from '../../domain/time/instants.ts';
import type { UpcomingMeeting } from '../../ipc/views.ts';
import type { StoreReader } from '../store/store.ts';

/** The documents that say when somebody is met. */
export interface Calendar {
  readonly people: readonly Person[];
  readonly series: readonly Series[];
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

/**
 * The 1:1s that overlap the time from `from` up to `to` (UTC instants), soonest first: those that a
 * series gives and those that stand alone. Whoever is archived is not met, and what was cancelled,
 * skipped or held is not to come.
 */
export function upcomingMeetings(
  { people, series, meetings }: Calendar,
  from: string,
  to: string,
): readonly UpcomingMeeting[] {
  const names = namesOf(people);
  const planned = new Map(meetings.map((meeting) => [occurrenceKey(meeting), meeting]));
  const known = new Set(series.map(({ id }) => id));
  const ofSeries = series
    .filter(({ personId }) => names.has(personId))
    .flatMap((one) => occurrencesBetween(one, from, to))
    .flatMap((occurrence) => upcomingOf(occurrence, planned, names));
  const alone = meetings
    .filter(({ seriesId }) => seriesId === null || !known.has(seriesId))
    .flatMap((meeting) => upcomingAlone(meeting, names))
    .filter(
      ({ startsAt, endsAt }) => epochOf(startsAt) < epochOf(to) && epochOf(endsAt) > epochOf(from),
    );
  return [...ofSeries, ...alone].sort(
    (one, other) => epochOf(one.startsAt) - epochOf(other.startsAt),
  );
}

/** The next 1:1 with one person that has not ended, however far off; null when none is to come. */
export function nextMeeting(
  calendar: Calendar,
  personId: string,
  now: string,
): UpcomingMeeting | null {
  const own = ofPerson(calendar, personId);
  const soon = upcomingMeetings(own, now, addMinutes(now, 7 * 24 * 60));
  if (soon[0] !== undefined) return soon[0];
  const far = own.series.flatMap((series) => nextOccurrence(series, now) ?? []);
  const standing = own.meetings.flatMap((meeting) => timesOf(meeting, null) ?? []);
  const latest = [...far, ...standing].reduce((end, { endsAt }) => later(end, endsAt), now);
  return upcomingMeetings(own, now, latest)[0] ?? null;
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
  occurrence: Occurrence,
  planned: ReadonlyMap<string, MeetingSummary>,
  names: ReadonlyMap<string, string>,
): readonly UpcomingMeeting[] {
  const meeting = planned.get(occurrenceKey(occurrence));
  const personName = names.get(occurrence.personId);
  if (personName === undefined || (meeting !== undefined && meeting.status !== 'planned'))
    return [];
  return [
    {
      personId: occurrence.personId,
      personName,
      seriesId: occurrence.seriesId,
      originalLocal: occurrence.originalLocal,
      startLocal: occurrence.startLocal,
      timeZone: occurrence.timeZone,
      startsAt: occurrence.startsAt,
      endsAt: occurrence.endsAt,
      durationMinutes: occurrence.durationMinutes,
      meetingId: meeting?.id ?? null,
      openPoints: openPoints(meeting?.points ?? []).length,
    },
  ];
}

function upcomingAlone(
  meeting: MeetingSummary,
  names: ReadonlyMap<string, string>,
): readonly UpcomingMeeting[] {
  const personName = names.get(meeting.personId);
  if (personName === undefined || meeting.startLocal === null) return [];
  if (meeting.status !== 'planned') return [];
  const times = timesOf(meeting, null);
  if (times === null) return [];
  return [
    {
      ...times,
      personId: meeting.personId,
      personName,
      seriesId: meeting.seriesId,
      originalLocal: meeting.originalLocal,
      startLocal: meeting.startLocal,
      timeZone: meeting.timeZone,
      durationMinutes: meeting.durationMinutes,
      meetingId: meeting.id,
      openPoints: openPoints(meeting.points).length,
    },
  ];
}

const later = (one: string, other: string): string =>
  epochOf(one) >= epochOf(other) ? one : other;
