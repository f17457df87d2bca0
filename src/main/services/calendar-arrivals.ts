import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { nameOfAddress, readAddress } from '../calendar/calendar-address.ts';
import type { CalendarFile } from '../../domain/calendar/calendar-event.ts';
import { calendarOfFile } from '../../domain/calendar/calendar-of-file.ts';
import type { SubscriptionState } from '../../domain/calendar/refresh.ts';
import { afterSuccess } from '../../domain/calendar/refresh.ts';
import type { CalendarDocument } from '../../domain/documents/calendar.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { CalendarTaken } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { failureSentence } from '../calendar/failure-sentences.ts';
import { usualLimits } from '../calendar/fetch-limits.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import { put, timestamp, write } from './acts.ts';
import type { CalendarsParts } from './calendar-parts.ts';

type Arrivals = Pick<
  HandlersOf<'calendars'>,
  'calendars.subscribe' | 'calendars.importFile' | 'calendars.importDropped'
>;

/** The ways in which a calendar comes: by its address, as a file that is chosen, or one that is dropped. */
export function createCalendarArrivals(parts: CalendarsParts): Arrivals {
  return {
    'calendars.subscribe': (input) => subscribe(parts, input),
    'calendars.importFile': async () => {
      const path = await parts.askForFile();
      return path === null ? success(null) : importPath(parts, path);
    },
    'calendars.importDropped': ({ fileName, bytes }) => importBytes(parts, fileName, bytes),
  };
}

async function subscribe(
  parts: CalendarsParts,
  { address, name }: CheckedInput<'calendars.subscribe'>,
): Promise<Result<CalendarTaken>> {
  const typed = readAddress(address);
  if (!typed.ok) return notAdded(failureSentence(typed.failure));
  const { href } = typed.url;
  const known = (await parts.store.summaries('calendar')).find(({ url }) => url === href);
  if (known !== undefined) return failure('invalid', m.calendar_known({ name: known.name }));
  const fetched = await parts.fetch(href, { etag: null, lastModified: null });
  if (fetched.kind === 'failed') return notAdded(failureSentence(fetched.failure));
  // Only who has a copy can be told that it is what the calendar is.
  if (fetched.kind === 'unchanged') return notAdded(failureSentence('status'));
  const { bytes, charset, names } = fetched;
  const read = await parts.files.read(bytes, charset);
  if (!read.ok) return notAdded(failureSentence(read.failure));
  const ownName = read.file.name.trim();
  const called = name ?? (ownName === '' ? nameOfAddress(typed.url) : ownName);
  const calendar = await addCalendar(parts, called, href);
  return calendar.ok
    ? keep(parts, calendar.value, { bytes, file: read.file, names: { ...names, charset } })
    : calendar;
}

const notAdded = (reason: string): Result<never> =>
  failure('invalid', m.calendar_not_added({ reason }));

/** Reads a file of this computer. */
export async function importPath(
  parts: CalendarsParts,
  path: string,
): Promise<Result<CalendarTaken>> {
  const fileName = basename(path);
  try {
    const { size } = await stat(path);
    if (size > usualLimits.maximumBytes) return refuseFile(fileName, failureSentence('too-large'));
    return await importBytes(parts, fileName, await readFile(path));
  } catch (error) {
    parts.report(error);
    const reason = error instanceof Error ? error.message : String(error);
    return failure('unavailable', m.calendar_file_unreadable({ name: fileName, reason }));
  }
}

const refuseFile = (name: string, reason: string): Result<never> =>
  failure('invalid', m.calendar_file_failed({ name, reason }));

async function importBytes(
  parts: CalendarsParts,
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<CalendarTaken>> {
  if (bytes.byteLength > usualLimits.maximumBytes)
    return refuseFile(fileName, failureSentence('too-large'));
  const read = await parts.files.read(bytes, null);
  if (!read.ok) return refuseFile(fileName, failureSentence(read.failure));
  const { file } = read;
  const name = file.name.trim() || fileName.replace(/\.(ics|ical|ifb|icalendar)$/i, '') || fileName;
  const uids = new Set(file.events.map(({ uid }) => uid));
  const known = calendarOfFile(await parts.store.summaries('calendar'), { name, uids });
  const calendar = known === null ? await addCalendar(parts, name, null) : success(known);
  const names = { etag: null, lastModified: null, charset: null };
  return calendar.ok ? keep(parts, calendar.value, { bytes, file, names }) : calendar;
}

async function addCalendar(
  { store, clock, newId }: CalendarsParts,
  name: string,
  url: string | null,
): Promise<Result<CalendarDocument>> {
  const calendar: CalendarDocument = {
    ...{ kind: 'calendar', version: 1, id: newId(), name: name.slice(0, 200), url, choices: [] },
    createdAt: timestamp(clock),
  };
  const { value } = await store.act(() =>
    Promise.resolve(write(m.calendar_act_add({ name: calendar.name }), [put(calendar)], calendar)),
  );
  return value;
}

interface Arrived {
  readonly bytes: Uint8Array;
  readonly file: CalendarFile;
  readonly names: Pick<SubscriptionState, 'etag' | 'lastModified' | 'charset'>;
}

/** Takes what follows from a calendar that has come, and keeps its copy to choose from. */
async function keep(
  { shelf, files, desk, clock, chance }: CalendarsParts,
  { id, name }: CalendarDocument,
  { bytes, file, names }: Arrived,
): Promise<Result<CalendarTaken>> {
  const taken = await desk.take(id, file);
  if (!taken.ok) return taken;
  await files.keep(id, bytes, file);
  await shelf.saveState(id, afterSuccess(names, timestamp(clock), chance()));
  return success({ calendarId: id, name });
}
