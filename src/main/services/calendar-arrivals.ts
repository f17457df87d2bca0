import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { hostOf } from '../calendar/allowed-addresses.ts';
import { nameOfAddress, readAddress } from '../calendar/calendar-address.ts';
import type { CalendarFile } from '../../domain/calendar/calendar-event.ts';
import { calendarOfFile } from '../../domain/calendar/calendar-of-file.ts';
import type { CopyKnown } from '../../domain/calendar/refresh.ts';
import { afterSuccess } from '../../domain/calendar/refresh.ts';
import type { CalendarDocument } from '../../domain/documents/calendar.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { CalendarSubscribed, CalendarTaken } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { failureSentence } from '../calendar/failure-sentences.ts';
import { usualLimits } from '../calendar/fetch-limits.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import { NotSavedError } from '../store/store.ts';
import { leave, put, timestamp, write } from './acts.ts';
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
  { address, name, allowsOwnNetwork = false }: CheckedInput<'calendars.subscribe'>,
): Promise<Result<CalendarSubscribed>> {
  const typed = readAddress(address);
  if (!typed.ok) return notAdded(failureSentence(typed.failure));
  const { href } = typed.url;
  const known = await knownAt(parts.store, href);
  if (known !== null) return known;
  const host = hostOf(typed.url);
  const ownNetworkHost = allowsOwnNetwork ? host : null;
  const fetched = await parts.fetch(href, { etag: null, lastModified: null, ownNetworkHost });
  if (fetched.kind === 'failed' && fetched.failure === 'own-network')
    return success({ kind: 'asks-own-network', host });
  if (fetched.kind === 'failed') return notAdded(failureSentence(fetched.failure));
  // Only who has a copy can be told that it is what the calendar is.
  if (fetched.kind === 'unchanged') return notAdded(failureSentence('status'));
  const { bytes, charset, names } = fetched;
  const read = await parts.files.read(bytes, charset);
  if (!read.ok) return notAdded(failureSentence(read.failure));
  const ownName = read.file.name.trim();
  const called = name ?? (ownName === '' ? nameOfAddress(typed.url) : ownName);
  const calendar = await addCalendar(parts, called, href);
  if (!calendar.ok) return calendar;
  const arrived = { bytes, file: read.file, known: { ...names, charset, ownNetworkHost } };
  const kept = await keep(parts, calendar.value, arrived, m.calendar_address_half_kept);
  return kept.ok ? success({ kind: 'subscribed', ...kept.value }) : kept;
}

/** That an address is followed already; null while it is not. */
async function knownAt(
  reader: Pick<StoreReader, 'summaries'>,
  href: string | null,
): Promise<Result<never> | null> {
  const calendars = await reader.summaries('calendar');
  const known = calendars.find(({ url }) => url !== null && url === href);
  return known === undefined ? null : failure('invalid', m.calendar_known({ name: known.name }));
}

const notAdded = (reason: string): Result<never> =>
  failure('invalid', m.calendar_not_added({ reason }));

/** Reads a file of this computer. */
export async function importPath(
  parts: CalendarsParts,
  path: string,
): Promise<Result<CalendarTaken>> {
  const fileName = basename(path);
  const bytes = await readPath(parts, path, fileName);
  return bytes.ok ? importBytes(parts, fileName, bytes.value) : bytes;
}

async function readPath(
  { report }: CalendarsParts,
  path: string,
  fileName: string,
): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > usualLimits.maximumBytes) return refuseFile(fileName, failureSentence('too-large'));
    return success(await readFile(path));
  } catch (error) {
    report(error);
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
  if (!calendar.ok) return calendar;
  const arrived = { bytes, file, known: knownOfFile };
  return keep(parts, calendar.value, arrived, m.calendar_file_half_kept);
}

/** Nobody has given a file a name, and none is asked for it again. */
const knownOfFile: CopyKnown = {
  ...{ etag: null, lastModified: null, charset: null, ownNetworkHost: null },
};

async function addCalendar(
  { store, clock, newId }: CalendarsParts,
  name: string,
  url: string | null,
): Promise<Result<CalendarDocument>> {
  const calendar: CalendarDocument = {
    ...{ kind: 'calendar', version: 1, id: newId(), name: name.slice(0, 200), url, choices: [] },
    createdAt: timestamp(clock),
  };
  const { value } = await store.act(async (reader): Promise<Decided<Result<CalendarDocument>>> => {
    // While it was fetched it may have been added by another window, or by a second click.
    const known = await knownAt(reader, url);
    if (known !== null) return leave(known);
    return write(m.calendar_act_add({ name: calendar.name }), [put(calendar)], calendar);
  });
  return value;
}

interface Arrived {
  readonly bytes: Uint8Array;
  readonly file: CalendarFile;
  readonly known: CopyKnown;
}

/**
 * Takes what follows from a calendar that has come, and keeps its copy to choose from.
 * @param halfKept says that the calendar itself is there, and why no more than that may be
 */
async function keep(
  { shelf, files, desk, clock, chance }: CalendarsParts,
  { id, name }: CalendarDocument,
  { bytes, file, known }: Arrived,
  halfKept: (inputs: { name: string; reason: string }) => string,
): Promise<Result<CalendarTaken>> {
  try {
    const taken = await desk.take(id, file);
    if (!taken.ok) return taken;
    await files.keep(id, bytes, file);
    await shelf.saveState(id, afterSuccess(known, timestamp(clock), chance()));
  } catch (error) {
    if (!(error instanceof NotSavedError)) throw error;
    return failure('not-saved', halfKept({ name, reason: error.message }));
  }
  return success({ calendarId: id, name });
}
