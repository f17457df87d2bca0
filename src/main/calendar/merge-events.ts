import { setImmediate as breathe } from 'node:timers/promises';
import type { PersonFile } from '../../domain/agenda/person-file.ts';
import type { CalendarFile } from '../../domain/calendar/calendar-event.ts';
import { countUndecided } from '../../domain/calendar/found-events.ts';
import { choicesByUid } from '../../domain/calendar/guess.ts';
import { mergeCalendar } from '../../domain/calendar/merge-calendar.ts';
import type { CalendarReport } from '../../domain/calendar/report.ts';
import { reportRows } from '../../domain/calendar/report.ts';
import type { CalendarDocument } from '../../domain/documents/calendar.ts';
import type { Clock } from '../platform/clock.ts';
import { put, remove, timestamp } from '../services/acts.ts';
import { readCalendarFile } from '../services/person-file.ts';
import { unarchived } from '../services/unarchived.ts';
import type { Change, StoreReader } from '../store/store.ts';

/** A calendar as it was read, and what the user says of it. */
export interface EventsToMerge {
  readonly calendar: CalendarDocument;
  readonly file: CalendarFile;
  /** By person; where it is not given, what is kept of them counts. */
  readonly files: ReadonlyMap<string, PersonFile>;
}

/** What became of each event; how many are undecided is counted after the act. */
export type EventsReport = Omit<CalendarReport, 'undecided'>;

/** What follows from a calendar: what is written, and what became of each event. */
export interface MergedEvents {
  readonly changes: readonly Change[];
  readonly report: EventsReport;
}

/** Works out, within an act, what follows from a calendar. */
export async function mergeEvents(
  reader: StoreReader,
  clock: Clock,
  { calendar, file, files }: EventsToMerge,
): Promise<MergedEvents> {
  const choices = choicesByUid(calendar.choices);
  const personOf = new Map([...choices].map(([uid, { personId }]) => [uid, personId]));
  const now = timestamp(clock);
  const merged = mergeCalendar({
    sourceId: calendar.url === null ? null : calendar.id,
    ...{ events: file.events, problems: file.problems, choices: personOf, now },
    files: await filesFor(reader, clock, { choices: personOf, files }),
  });
  return {
    changes: [...merged.put.map(put), ...merged.removed.map(({ kind, id }) => remove(kind, id))],
    report: { version: 1, at: now, rows: reportRows(merged.report, file.events, choices) },
  };
}

/** Of everybody who is chosen, and of whoever has a series from some calendar. */
async function filesFor(
  reader: StoreReader,
  clock: Clock,
  {
    choices,
    files,
  }: Pick<EventsToMerge, 'files'> & { choices: ReadonlyMap<string, string | null> },
): Promise<ReadonlyMap<string, PersonFile>> {
  const [people, series] = await Promise.all([
    reader.summaries('person'),
    reader.summaries('series'),
  ]);
  const linked = series.filter(({ calendar }) => calendar !== null);
  const wanted = new Set([...choices.values(), ...linked.map(({ personId }) => personId)]);
  const read = people
    .filter(({ id }) => wanted.has(id) && !files.has(id))
    .map(async ({ id }) => [id, await readCalendarFile(reader, id, clock)] as const);
  return new Map([...files, ...(await Promise.all(read))]);
}

/**
 * Counts, after the act, how many events could be 1:1s of which nothing was said: nobody else's write
 * waits for that, and no window either.
 */
export async function withUndecided(
  report: EventsReport,
  reader: StoreReader,
  calendarId: string,
  { events }: CalendarFile,
): Promise<CalendarReport> {
  const people = await unarchived(reader);
  // Somebody may have removed it meanwhile.
  const calendar = await reader.read('calendar', calendarId);
  const choices = calendar === null ? [] : await allChoices(reader, calendar);
  let undecided = 0;
  for (const soFar of countUndecided(events, people, choices)) {
    undecided = soFar;
    await breathe();
  }
  return { ...report, undecided };
}

/** What was said of all calendars; of this one as it is given, and last, so that it counts most. */
export async function allChoices(reader: StoreReader, calendar: CalendarDocument) {
  const calendars = await reader.summaries('calendar');
  const others = calendars.filter(({ id }) => id !== calendar.id);
  return [...others.flatMap(({ choices }) => choices), ...calendar.choices];
}
