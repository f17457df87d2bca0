import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { CalendarCounts, CalendarReport } from '../../domain/calendar/report.ts';
import { countsOf, reportSchema } from '../../domain/calendar/report.ts';
import type { SubscriptionState } from '../../domain/calendar/refresh.ts';
import { subscriptionStateSchema } from '../../domain/calendar/refresh.ts';
import type { NewId } from '../platform/ids.ts';
import { removeFile, replaceFile } from '../store/durable-file.ts';
import { notSaved } from '../store/save-failure.ts';
import type { Store } from '../store/store.ts';
import type { FileSystem } from '../store/file-system.ts';
import { errorCode } from '../store/file-system.ts';

/**
 * What this computer knows of calendars beside their documents: each is a file, whole or not there.
 * A state or report that cannot be written rejects with a NotSavedError, and holds for as long as the
 * app runs.
 */
export interface CalendarShelf {
  /** Null for a calendar that was never read on this computer. */
  state(calendarId: string): Promise<SubscriptionState | null>;
  saveState(calendarId: string, state: SubscriptionState): Promise<void>;
  /** The last copy that could be read; null for none. */
  copy(calendarId: string): Promise<Uint8Array | null>;
  saveCopy(calendarId: string, bytes: Uint8Array): Promise<void>;
  /** What became of each event when the calendar was read last. */
  report(calendarId: string): Promise<CalendarReport | null>;
  saveReport(calendarId: string, report: CalendarReport): Promise<void>;
  /** The figures of the report, which are asked for every minute, while it can have 50,000 lines. */
  counts(calendarId: string): Promise<CalendarCounts | null>;
  /** The ids of the calendars of which something is known. */
  known(): Promise<ReadonlySet<string>>;
  /** Forgets all of it. */
  forget(calendarId: string): Promise<void>;
}

export interface CalendarShelfParts {
  /** The app's folder on this computer. */
  readonly folder: string;
  readonly files: FileSystem;
  readonly newId: NewId;
  readonly report: (problem: unknown) => void;
}

export function createCalendarShelf(parts: CalendarShelfParts): CalendarShelf {
  const { files } = parts;
  const folder = join(parts.folder, 'calendars');
  const at = (calendarId: string, end: string): string => join(folder, `${calendarId}${end}`);
  const save = async (path: string, bytes: Uint8Array): Promise<void> => {
    try {
      await files.makeFolders(folder);
      await replaceFile(files, path, bytes, parts.newId());
    } catch (error) {
      throw notSaved(error, parts.folder);
    }
  };
  const saveJson = (path: string, value: unknown): Promise<void> =>
    save(path, new TextEncoder().encode(`${JSON.stringify(value)}\n`));
  const unwrittenReports = new Map<string, CalendarReport>();
  const readReport = async (id: string): Promise<CalendarReport | null> =>
    unwrittenReports.get(id) ?? readJson(at(id, '-report.json'), reportSchema, parts.report);
  const known = new Map<string, CalendarCounts>();
  /** Without these a disk that is full would have a server asked again every minute. */
  const unwritten = new Map<string, SubscriptionState>();
  return {
    state: async (id) =>
      unwritten.get(id) ?? readJson(at(id, '.json'), subscriptionStateSchema, parts.report),
    saveState: async (id, state) => {
      unwritten.set(id, state);
      await saveJson(at(id, '.json'), state);
      unwritten.delete(id);
    },
    copy: (id) => readBytes(at(id, '.ics')),
    saveCopy: (id, bytes) => save(at(id, '.ics'), bytes),
    report: readReport,
    saveReport: async (id, report) => {
      known.set(id, countsOf(report));
      unwrittenReports.set(id, report);
      await saveJson(at(id, '-report.json'), report);
      unwrittenReports.delete(id);
    },
    counts: async (id) => {
      const remembered = known.get(id);
      if (remembered !== undefined) return remembered;
      const report = await readReport(id);
      if (report === null) return null;
      // A newer one may have been saved meanwhile.
      const counts = known.get(id) ?? countsOf(report);
      known.set(id, counts);
      return counts;
    },
    known: async () => new Set((await namesIn(folder)).map((name) => name.replace(endings, ''))),
    forget: async (id) => {
      known.delete(id);
      unwritten.delete(id);
      unwrittenReports.delete(id);
      for (const end of ['.json', '.ics', '-report.json']) await removeFile(files, at(id, end));
    },
  };
}

const endings = /(-report)?\.(json|ics)(\.unreadable)?$/;

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Forgets what is kept of calendars that are gone. At the start alone: until then the removal of a
 * calendar may be taken back.
 */
export async function forgetRemoved(shelf: CalendarShelf, store: Store): Promise<void> {
  const present = new Set((await store.summaries('calendar')).map(({ id }) => id));
  for (const id of await shelf.known()) if (!present.has(id)) await shelf.forget(id);
}

async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** What cannot be read is put aside and made anew: all of it can be had again from the calendar. */
async function readJson<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  report: (problem: unknown) => void,
): Promise<v.InferOutput<Schema> | null> {
  try {
    const bytes = await readBytes(path);
    if (bytes === null) return null;
    return v.parse(schema, JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    report(error);
    await rename(path, `${path}.unreadable`).catch(report);
    return null;
  }
}
