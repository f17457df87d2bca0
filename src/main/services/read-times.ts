import type { MeetingTimes } from '../../domain/agenda/meeting-times.ts';
import { timesOf } from '../../domain/agenda/meeting-times.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { StoreReader } from '../store/store.ts';

/** When one meeting is, by its series as it is kept now; null while it has no date. */
export async function readTimes(
  reader: Pick<StoreReader, 'read'>,
  meeting: Meeting,
): Promise<MeetingTimes | null> {
  const { seriesId } = meeting;
  return timesOf(meeting, seriesId === null ? null : await reader.read('series', seriesId));
}
