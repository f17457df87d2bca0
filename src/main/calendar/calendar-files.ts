import type { CalendarFile } from '../../domain/calendar/calendar-event.ts';
import type { Clock } from '../platform/clock.ts';
import { timestamp } from '../services/acts.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { ReadCalendar, ReadFile } from './read-in-thread.ts';

/** The events of calendars, read from the copies that are kept. */
export interface CalendarFiles {
  /** Reads bytes that came from somewhere. */
  readonly read: (bytes: Uint8Array, charset: string | null) => Promise<ReadFile>;
  /** The events of the kept copy; null when there is none on this computer. */
  readonly kept: (calendarId: string) => Promise<CalendarFile | null>;
  /** Keeps a copy that could be read. */
  readonly keep: (calendarId: string, bytes: Uint8Array, file: CalendarFile) => Promise<void>;
  readonly forget: (calendarId: string) => Promise<void>;
}

export interface CalendarFilesParts {
  readonly shelf: CalendarShelf;
  readonly read: ReadCalendar;
  readonly clock: Clock;
}

/**
 * Remembers the events of the calendar that was looked at last: choosing reads it again and again,
 * and no two are chosen from at once.
 */
export function createCalendarFiles({ shelf, read, clock }: CalendarFilesParts): CalendarFiles {
  let last: { readonly calendarId: string; readonly file: CalendarFile } | null = null;
  const readBytes: CalendarFiles['read'] = (bytes, charset) =>
    read({
      ...{ bytes, charset },
      options: { timeZone: clock.timeZone(), now: timestamp(clock) },
    });
  return {
    read: readBytes,
    kept: async (calendarId) => {
      if (last?.calendarId === calendarId) return last.file;
      const bytes = await shelf.copy(calendarId);
      if (bytes === null) return null;
      const charset = (await shelf.state(calendarId))?.charset ?? null;
      const found = await readBytes(bytes, charset);
      if (!found.ok) return null;
      last = { calendarId, file: found.file };
      return found.file;
    },
    keep: async (calendarId, bytes, file) => {
      await shelf.saveCopy(calendarId, bytes);
      if (last?.calendarId === calendarId) last = { calendarId, file };
    },
    forget: async (calendarId) => {
      if (last?.calendarId === calendarId) last = null;
      await shelf.forget(calendarId);
    },
  };
}
