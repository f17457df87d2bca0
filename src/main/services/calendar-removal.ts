import { withoutEvent } from '../../domain/calendar/without-event.ts';
import type { CalendarDocument } from '../../domain/documents/calendar.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { CheckedInput, Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { Change, StoreReader } from '../store/store.ts';
import { leave, put, remove, timestamp, undoable, write } from './acts.ts';
import type { CalendarsParts } from './calendar-parts.ts';
import { calendarMissing } from './calendar-parts.ts';
import { changesOf, readCalendarFile } from './person-file.ts';

/**
 * Takes a calendar away. What this computer keeps beside it stays until the next start, so that taking
 * the removal back finds it again.
 */
export async function removeCalendar(
  parts: CalendarsParts,
  { calendarId, series: fate }: CheckedInput<'calendars.remove'>,
): Promise<Result<Undoable<null>>> {
  const acted = await parts.store.act(async (reader) => {
    const calendar = await reader.read('calendar', calendarId);
    if (calendar === null) return leave(calendarMissing());
    const linked = (await reader.summaries('series')).filter((one) => isOf(one, calendar));
    const changes =
      fate === 'keep' ? linked.map(unlinked) : await withoutAll(parts, reader, linked);
    const label = m.calendar_act_remove({ name: calendar.name });
    return write(label, [remove('calendar', calendarId), ...changes], null);
  });
  return undoable(acted);
}

/** Whether a series comes from a calendar: files are not named in it, so that their events say it. */
function isOf({ calendar: link }: Series, { id, url, choices }: CalendarDocument): boolean {
  if (link === null) return false;
  if (url !== null) return link.sourceId === id;
  return link.sourceId === null && choices.some(({ uid }) => uid === link.uid);
}

/** It keeps what it knows of its event, so that another calendar with the same event finds it. */
const unlinked = (series: Series): Change =>
  put({ ...series, calendar: series.calendar && { ...series.calendar, sourceId: null } });

async function withoutAll(
  { clock }: CalendarsParts,
  reader: StoreReader,
  linked: readonly Series[],
): Promise<readonly Change[]> {
  const now = timestamp(clock);
  const people = [...new Set(linked.map(({ personId }) => personId))];
  const changes = await Promise.all(
    people.map(async (personId) => {
      const file = await readCalendarFile(reader, personId, clock);
      const uids = linked
        .filter((series) => series.personId === personId)
        .flatMap(({ calendar }) => (calendar === null ? [] : [calendar.uid]));
      return changesOf(
        file,
        uids.reduce((whole, uid) => withoutEvent(whole, uid, now), file),
      );
    }),
  );
  return changes.flat();
}
