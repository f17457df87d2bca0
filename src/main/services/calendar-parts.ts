import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { CalendarDesk } from '../calendar/calendar-desk.ts';
import type { CalendarFiles } from '../calendar/calendar-files.ts';
import type { CalendarShelf } from '../calendar/calendar-shelf.ts';
import type { AskingTerms, Fetched } from '../calendar/fetch-calendar.ts';
import type { ServiceParts } from './acts.ts';

/** What the calls about calendars are answered with. */
export interface CalendarsParts extends ServiceParts {
  readonly shelf: CalendarShelf;
  readonly files: CalendarFiles;
  readonly desk: CalendarDesk;
  readonly fetch: (address: string, terms: AskingTerms) => Promise<Fetched>;
  /** Asks for a file; null when the user thinks better of it. */
  readonly askForFile: () => Promise<string | null>;
  readonly chance: () => number;
  readonly report: (problem: unknown) => void;
}

/** That a calendar is gone. */
export const calendarMissing = (): Result<never> => failure('not-found', m.calendar_missing());
