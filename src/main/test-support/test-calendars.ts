import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { CalendarDesk } from '../calendar/calendar-desk.ts';
import { createCalendarDesk } from '../calendar/calendar-desk.ts';
import { createCalendarFiles } from '../calendar/calendar-files.ts';
import { createCalendarShelf } from '../calendar/calendar-shelf.ts';
import { fetchCalendar } from '../calendar/fetch-calendar.ts';
import { usualLimits } from '../calendar/fetch-limits.ts';
import type { ReadCalendar } from '../calendar/read-in-thread.ts';
import { readInThread } from '../calendar/read-in-thread.ts';
import { startCalendarWorker } from '../calendar/test-support/start-calendar-worker.ts';
import type { ServiceParts } from '../services/acts.ts';
import { BreakableDisk } from '../store/test-support/breakable-disk.ts';
import type { CalendarsParts } from '../services/calendar-parts.ts';

/** What brings calendars in, with a thread from source, as a test sets it. */
export interface TestCalendars {
  /** What the next dialog answers; null for somebody who thinks better of it. */
  chosenFile: string | null;
  /** The disk under what is kept of calendars beside their documents. */
  readonly disk: BreakableDisk;
  /** Reads a calendar, in a thread, unless a test lets that fail. */
  read: ReadCalendar;
  readonly problems: readonly unknown[];
  readonly partsFor: (parts: ServiceParts) => CalendarsParts;
  /** The desk of the services that were made last. */
  readonly desk: () => CalendarDesk;
}

/** A name that leads to this computer, as those of an office's servers lead into its network. */
export const officeHost = 'calendar.office.test';

const findOffice: LookupFunction = (host, options, answer) => {
  lookup(host === officeHost ? '127.0.0.1' : host, options, answer);
};

const fetchHere: CalendarsParts['fetch'] = (address, terms) =>
  fetchCalendar(address, terms, usualLimits, findOffice);

export function testCalendars(folder: string): TestCalendars {
  const problems: unknown[] = [];
  const disk = new BreakableDisk();
  const report = (problem: unknown): void => void problems.push(problem);
  let made: CalendarDesk | null = null;
  const calendars: TestCalendars = {
    chosenFile: null,
    disk,
    read: readInThread(startCalendarWorker),
    problems,
    partsFor: (parts) => {
      const files = disk.fileSystem;
      const shelf = createCalendarShelf({ folder, files, newId: randomUUID, report });
      const read: ReadCalendar = (input) => calendars.read(input);
      const texts = createCalendarFiles({ shelf, clock: parts.clock, read });
      const ways = { shelf, files: texts, fetch: fetchHere, chance: () => 0.5, report };
      made = createCalendarDesk({ ...parts, ...ways });
      const askForFile = () => Promise.resolve(calendars.chosenFile);
      return { ...parts, ...ways, desk: made, askForFile };
    },
    desk: () => {
      if (made === null) throw new Error('No services were made.');
      return made;
    },
  };
  return calendars;
}
