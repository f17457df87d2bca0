import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog, globalShortcut, nativeTheme } from 'electron';
import type { Theme } from '../domain/documents/settings.ts';
import { defaultSettings } from '../domain/documents/settings.ts';
import type { CaptureShortcut } from './capture/capture-keys.ts';
import { createCaptureShortcut } from './capture/capture-keys.ts';
import type { Base } from './compose-base.ts';
import { composeBase, openData } from './compose-base.ts';
import type { Desk } from './compose-desk.ts';
import { composeLogin, isLoginStart } from './compose-login.ts';
import type { Reminders } from './compose-reminders.ts';
import { registerWaysBack } from './compose-ways-back.ts';
import { composeWindow } from './compose-window.ts';
import type { Handlers } from './ipc/handlers.ts';
import { publishChanges } from './ipc/publish-changes.ts';
import type { StartRequest } from './lifecycle/command-line.ts';
import { registerQuit } from './lifecycle/quit.ts';
import { refuseToStart } from './lifecycle/refuse-to-start.ts';
import type { Handovers } from './lifecycle/single-instance.ts';
import { goOnAfterErrors } from './lifecycle/unforeseen.ts';
import type { DataPlaces } from './platform/data-places.ts';
import { watchDesktopTheme } from './platform/desktop-theme.ts';
import { report } from './platform/report.ts';
import { hasSessionBus } from './platform/session-bus.ts';
import { readHelpers } from './services/read-helpers.ts';
import { readSettings } from './services/settings.ts';
import type { Store } from './store/store.ts';
import { backgroundColor } from './windows/background-color.ts';
import type { MainWindow } from './windows/main-window.ts';

/** How long the first screen has the machine for itself. */
const afterShowingMilliseconds = 150;

export interface ComposeParts {
  readonly request: StartRequest;
  readonly places: DataPlaces;
  /** Where the built main, preload and renderer lie beside one another. */
  readonly builtFolder: string;
  readonly handovers: Handovers;
}

/** What comes into being one after the other while the app starts. */
interface Running {
  store: Store | null;
  reminders: Reminders | null;
  desk: Desk | null;
  theme: Theme;
}

/**
 * Builds the app, in the order in which a user sees it: window, data, desk (tray and reminders).
 * This file and its neighbours compose-*.ts are the only ones that construct.
 */
export async function compose(parts: ComposeParts): Promise<void> {
  const { request, places, builtFolder, handovers } = parts;
  const base = composeBase(request, places);
  goOnAfterErrors(process, { ...base, report });
  const running: Running = {
    store: null,
    reminders: null,
    desk: null,
    theme: defaultSettings.theme,
  };
  const handlers = Promise.withResolvers<Handlers>();
  const reachingDesktop = hasSessionBus(process.platform, process.env);
  // These bring the recurrence engine with them, half of what main evaluates. It is loaded while
  // Chromium starts, when main has nothing to do: later it would keep the window from its page.
  const later = Promise.all([
    import('./compose-handlers.ts'),
    import('./compose-reminders.ts'),
    import('./compose-desk.ts'),
    import('./compose-calendars.ts'),
  ]);
  // The first to ask for the zone waits for the tables of all zones: better here than in an answer.
  base.clock.timeZone();

  await app.whenReady();
  const resources = join(app.getAppPath(), 'resources');
  // Before the user's own theme is set, for that hides what the desktop's is.
  const desktopTheme = watchDesktopTheme(nativeTheme, process.platform);
  const quit = registerQuit({ app, flush: () => shutDown(running), report });
  const { window, whenShown } = composeWindow({
    builtFolder,
    iconFolder: join(resources, 'icons'),
    documents: places.documents,
    handlers: handlers.promise,
    backgroundColor: () => backgroundColor(running.theme, nativeTheme.shouldUseDarkColors),
    clock: base.clock,
    hidesOnClose: () => quit.isRunning() && running.desk?.hasTray() === true,
    afterHiding: () => running.desk?.afterHiding(),
  });
  const hasDesktop = await reachingDesktop;
  const isHidden = (request.isHidden || isLoginStart()) && request.capture === null && hasDesktop;
  if (!isHidden) window.open(null);
  const opened = await openData(builtFolder, base);
  if (!opened.ok) {
    await refuseToStart(app, dialog, opened.error.message);
    return;
  }
  const store = opened.value;
  running.store = store;
  await followTheme(store, window, running);
  const [
    { composeHandlers },
    { composeReminders },
    { composeDesk },
    { composeCalendars, openCalendarFile },
  ] = await later;
  const reminders = composeReminders({ ...base, store, show: window.open, hasDesktop });
  const shortcut = composeShortcut(base, window);
  const login = composeLogin(base.newId, request.dataFolder);
  running.reminders = reminders;
  const { page, send, dialogs } = window;
  const calendars = composeCalendars({ ...base, store, builtFolder, dialogs });
  const { desk } = reminders;
  handlers.resolve(
    composeHandlers({
      ...{ ...base, store, resources, page, dialogs, shortcut, login, calendars },
      reminders: desk,
    }),
  );
  publishChanges({ ...base, store, reminders: desk, send });
  const openFile = (path: string): void => {
    openCalendarFile(calendars, path, { window, notices: base.notices }).catch(report);
  };
  registerWaysBack({ base, window, running, openFile, handovers });

  // Whoever has nothing yet would not know where the app went.
  if (isHidden && (await store.summaries('person')).length === 0) window.open(null);
  else if (!isHidden) await whenShown;
  // What comes now would keep the processor from the first screen, and nobody waits for it yet.
  await wait(afterShowingMilliseconds);
  if (!quit.isRunning()) return;
  const open = await store.whenOpen();
  if (!open.ok) {
    await refuseToStart(app, dialog, open.error.message);
    return;
  }
  const shared = { ...base, store, window, reminders, resources, hasDesktop, desktopTheme };
  running.desk = composeDesk({ ...shared, calendars: calendars.desk });
  await startShortcut(shortcut, base);
  await readHelpers(await handlers.promise);
  if (request.calendarFile !== null) openFile(request.calendarFile);
}

async function shutDown({ desk, reminders, store }: Running): Promise<void> {
  desk?.stop();
  // Side by side: a desktop that does not answer holds up the one, never the documents.
  await Promise.all([reminders?.ledger.settle(), store?.close()]);
}

/** Draws everything native in the colours that the user chose, now and whenever that changes. */
async function followTheme(store: Store, window: MainWindow, running: Running): Promise<void> {
  const apply = async (): Promise<void> => {
    running.theme = (await readSettings(store)).theme;
    nativeTheme.themeSource = running.theme === 'contrast' ? 'dark' : running.theme;
    window.setBackgroundColor(backgroundColor(running.theme, nativeTheme.shouldUseDarkColors));
  };
  store.onChange((touched) => {
    if (touched.some(({ kind }) => kind === 'settings')) apply().catch(report);
  });
  await apply();
}

/** The keys that capture a thought from anywhere; nothing is taken before the user asks. */
function composeShortcut({ captures, newId, places }: Base, window: MainWindow): CaptureShortcut {
  const capture = (): void => {
    captures.open().then(() => {
      window.open(null);
    }, report);
  };
  const folder = places.local;
  return createCaptureShortcut({ shortcuts: globalShortcut, folder, newId, capture, report });
}

async function startShortcut(shortcut: CaptureShortcut, { notices }: Base): Promise<void> {
  const problem = await shortcut.start();
  if (problem !== null)
    notices.add({ id: 'no-shortcut', severity: 'information', message: problem });
}
