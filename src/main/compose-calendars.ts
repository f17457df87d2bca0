import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { routeHash } from '../domain/routes.ts';
import { m } from '../messages/index.ts';
import { createCalendarDesk } from './calendar/calendar-desk.ts';
import { createCalendarFiles } from './calendar/calendar-files.ts';
import { createCalendarShelf, forgetRemoved } from './calendar/calendar-shelf.ts';
import { readInThread } from './calendar/read-in-thread.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import type { DataPlaces } from './platform/data-places.ts';
import { report } from './platform/report.ts';
import type { ServiceParts } from './services/acts.ts';
import { importPath } from './services/calendar-arrivals.ts';
import type { CalendarsParts } from './services/calendar-parts.ts';
import { nodeFileSystem } from './store/file-system.ts';
import type { MainWindow } from './windows/main-window.ts';
import type { WindowDialogs } from './windows/window-dialogs.ts';

interface Parts extends ServiceParts {
  readonly places: DataPlaces;
  /** Where the built main, preload and renderer lie beside one another. */
  readonly builtFolder: string;
  readonly dialogs: WindowDialogs;
}

/** What brings calendars in, for the calls of the window as well as for the app's one timer. */
export function composeCalendars({
  places,
  builtFolder,
  dialogs,
  ...parts
}: Parts): CalendarsParts {
  const { store, clock, newId } = parts;
  const shelf = createCalendarShelf({
    ...{ folder: places.local, files: nodeFileSystem, newId, report },
  });
  const read = readInThread(
    (options) => new Worker(join(builtFolder, 'main', 'calendar-worker.js'), options),
  );
  const files = createCalendarFiles({ shelf, read, clock });
  // Loaded when something is fetched: it brings Node's network with it, which the start does not need.
  const fetch: CalendarsParts['fetch'] = async (address, terms) => {
    const { fetchCalendar } = await import('./calendar/fetch-calendar.ts');
    return fetchCalendar(address, terms);
  };
  const ways = { shelf, files, fetch, chance: Math.random, report };
  forgetRemoved(shelf, store).catch(report);
  const askForFile = (): Promise<string | null> => askForCalendar(dialogs);
  return { ...parts, ...ways, desk: createCalendarDesk({ ...parts, ...ways }), askForFile };
}

async function askForCalendar(dialogs: WindowDialogs): Promise<string | null> {
  const { canceled, filePaths } = await dialogs.open({
    title: m.calendar_dialog_title(),
    properties: ['openFile'],
    filters: [{ name: m.calendar_dialog_files(), extensions: ['ics', 'ical', 'icalendar'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Imports a file that the app was started with, and shows what was found, or why it was not taken. */
export async function openCalendarFile(
  calendars: CalendarsParts,
  path: string,
  { window, notices }: { readonly window: MainWindow; readonly notices: NoticeBoard },
): Promise<void> {
  const taken = await importPath(calendars, path);
  if (taken.ok) {
    window.open(routeHash({ place: 'calendar', calendarId: taken.value.calendarId }));
    return;
  }
  notices.add({ id: `calendar-file:${path}`, severity: 'warning', message: taken.error.message });
  window.open(routeHash({ place: 'calendars' }));
}
