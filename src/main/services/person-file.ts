import type { PersonFile } from '../../domain/agenda/person-file.ts';
import { changesBetween } from '../../domain/agenda/person-file.ts';
import { openPoints } from '../../domain/agenda/points.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { addMinutes } from '../../domain/time/instants.ts';
import type { Clock } from '../platform/clock.ts';
import type { Change, StoreReader } from '../store/store.ts';
import { put, remove, timestamp } from './acts.ts';

/** Wall times of all zones lie within this of UTC. */
const zoneMarginMinutes = 2 * 24 * 60;

/** What an operation on one meeting needs of all that is kept about its person. */
export const readPersonFile = (
  reader: StoreReader,
  { id, personId, durationMinutes }: Meeting,
  clock: Clock,
): Promise<PersonFile> =>
  readFile(reader, { personId, durationMinutes, needs: (meeting) => meeting.id === id }, clock);

/** How long the agenda of somebody is who has no 1:1 yet. */
const usualMinutes = 30;

/** What an operation on the series of a person needs that come from calendars: all 1:1s of these, too. */
export async function readCalendarFile(
  reader: StoreReader,
  personId: string,
  clock: Clock,
): Promise<PersonFile> {
  const series = await reader.summaries('series', { personId });
  const linked = new Set(series.filter(({ calendar }) => calendar !== null).map(({ id }) => id));
  const needs = ({ seriesId }: MeetingSummary): boolean => linked.has(seriesId ?? '');
  return readFile(reader, { personId, durationMinutes: usualMinutes, needs }, clock);
}

interface Wanted extends Pick<PersonFile, 'personId' | 'durationMinutes'> {
  /** Whether a meeting is needed that is neither planned nor to come. */
  readonly needs: (meeting: MeetingSummary) => boolean;
}

async function readFile(
  reader: StoreReader,
  { personId, durationMinutes, needs }: Wanted,
  clock: Clock,
): Promise<PersonFile> {
  const [person, series, summaries, feedback] = await Promise.all([
    reader.read('person', personId),
    reader.summaries('series', { personId }),
    reader.summaries('meeting', { personId }),
    reader.summaries('feedback', { personId }),
  ]);
  const earliest = addMinutes(timestamp(clock), -zoneMarginMinutes).slice(0, 16);
  const isNeeded = (meeting: MeetingSummary): boolean =>
    needs(meeting) ||
    meeting.status === 'planned' ||
    (meeting.startLocal ?? '') >= earliest ||
    openPoints(meeting.points).length > 0;
  const needed = summaries.filter(isNeeded);
  const meetings = await Promise.all(needed.map(({ id }) => reader.read('meeting', id)));
  const others = summaries.filter((summary) => !needed.includes(summary));
  return {
    ...{ personId, durationMinutes, series, feedback },
    timeZone: person?.timeZone ?? clock.timeZone(),
    meetings: meetings.filter((one) => one !== null),
    otherMeetingIds: new Set(others.map(({ id }) => id)),
  };
}

/** What makes the one file of the other, for an act. */
export function changesOf(before: PersonFile, after: PersonFile): readonly Change[] {
  const changes = changesBetween(before, after);
  return [...changes.put.map(put), ...changes.removed.map(({ kind, id }) => remove(kind, id))];
}
