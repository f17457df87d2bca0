import { BrowserWindow, clipboard, dialog, Menu } from 'electron';
import { parseRoute } from '../../domain/parse-route.ts';
import { routeHash } from '../../domain/routes.ts';
import type { EventName, Events } from '../../ipc/contract.ts';
import { sendEvent } from '../ipc/events.ts';
import { appName } from '../platform/app-id.ts';
import type { Clock } from '../platform/clock.ts';
import { webPreferences } from '../security/web-preferences.ts';
import { contextMenuOf } from './context-menu.ts';
import { hideWindow } from './hide-window.ts';
import { whenPresentable } from './when-presentable.ts';
import type { WindowDialogs } from './window-dialogs.ts';
import { windowDialogs } from './window-dialogs.ts';
import { registerWindowKeys } from './window-keys.ts';
import { pageOf } from './window-page.ts';
import type { WindowPage } from './window-page.ts';

export interface MainWindowParts {
  /** Address of the page, without a hash. */
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
  readonly backgroundColor: () => string;
  /** Whether closing hides, because the tray can bring the window back. */
  readonly hidesOnClose: () => boolean;
  readonly afterHiding: () => void;
  readonly clock: Pick<Clock, 'now'>;
  /** Called when a window is on the screen for the first time. */
  readonly afterShowing: () => void;
  readonly report: (problem: unknown) => void;
}

/** The app's one window, which may not exist: started hidden, or closed where there is no tray. */
export interface MainWindow {
  /**
   * Brings the window forward, made anew if need be, at a place such as #/meetings/<id>; null for
   * where it was.
   */
  readonly open: (route: string | null) => void;
  /** Since when there is a window that nobody sees; null when it is on the screen, or there is none. */
  readonly hiddenSince: () => Temporal.Instant | null;
  /** Takes the window away, with its process; what it has to say must have been heard. */
  readonly letGo: () => void;
  /** Whether these webContents are the window's. */
  readonly owns: (webContentsId: number) => boolean;
  readonly send: <E extends EventName>(name: E, event: Events[E]) => void;
  readonly setBackgroundColor: (color: string) => void;
  readonly page: WindowPage;
  readonly dialogs: WindowDialogs;
}

export function createMainWindow(parts: MainWindowParts): MainWindow {
  let window: BrowserWindow | null = null;
  let hiddenSince: Temporal.Instant | null = null;
  let lastRoute: string | null = null;
  const living = (): BrowserWindow | null => (window?.isDestroyed() === false ? window : null);
  const page = pageOf(() => living()?.webContents ?? null);
  const make = (route: string | null): BrowserWindow => {
    const made = makeWindow(parts, route);
    hiddenSince = null;
    made.on('hide', () => {
      hiddenSince = parts.clock.now();
    });
    made.on('show', () => {
      hiddenSince = null;
    });
    return made;
  };
  return {
    open: (route) => {
      const known = living();
      if (known === null) window = make(route ?? lastRoute);
      else bringForward(known, route);
    },
    hiddenSince: () => (living() === null ? null : hiddenSince),
    letGo: () => {
      // The bare address is Today; with its own, the page knows that it is coming back.
      lastRoute = routeHash(parseRoute(page.route() ?? ''));
      const known = living();
      window = null;
      known?.destroy();
    },
    owns: (webContentsId) => living()?.webContents.id === webContentsId,
    send: (name, event) => {
      const known = living();
      if (known !== null) sendEvent(known.webContents, name, event);
    },
    setBackgroundColor: (color) => {
      living()?.setBackgroundColor(color);
    },
    page,
    dialogs: windowDialogs(dialog, living),
  };
}

function makeWindow(parts: MainWindowParts, route: string | null): BrowserWindow {
  const window = new BrowserWindow({
    title: appName,
    width: 1180,
    height: 780,
    minWidth: 380,
    minHeight: 480,
    show: false,
    icon: parts.icon,
    backgroundColor: parts.backgroundColor(),
    webPreferences: { ...webPreferences, preload: parts.preload },
  });
  whenPresentable(window, () => {
    if (window.isDestroyed()) return;
    window.show();
    parts.afterShowing();
  });
  window.on('close', (event) => {
    if (!parts.hidesOnClose()) return;
    event.preventDefault();
    hideWindow(window, process.platform);
    parts.afterHiding();
  });
  // Gone altogether, as by a page that closes itself: the app goes on in the tray all the same.
  window.on('closed', () => {
    if (parts.hidesOnClose()) parts.afterHiding();
  });
  reloadAfterCrash(window, parts.report);
  offerContextMenu(window, parts.report);
  registerWindowKeys({
    contents: window.webContents,
    platform: process.platform,
    close: () => {
      window.close();
    },
  });
  window.loadURL(parts.page + (route ?? '')).catch(parts.report);
  return window;
}

function offerContextMenu(window: BrowserWindow, report: (problem: unknown) => void): void {
  window.webContents.on('context-menu', (_event, point) => {
    const entries = contextMenuOf(point, (text) => {
      clipboard.writeText(text).catch(report);
    });
    if (entries.length === 0) return;
    // By keyboard it opens at the text, not where the pointer happens to be; the frame lets macOS
    // add entries of its own.
    const { frame, menuSourceType: sourceType, x, y } = point;
    Menu.buildFromTemplate(entries).popup({
      ...{ window, sourceType },
      ...(sourceType === 'keyboard' ? { x, y } : {}),
      ...(frame === null ? {} : { frame }),
    });
  });
}

function bringForward(window: BrowserWindow, route: string | null): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  if (route === null) return;
  const go = (): void => {
    sendEvent(window.webContents, 'navigate', { route });
  };
  // The page listens from the moment that it has loaded.
  if (window.webContents.isLoading()) window.webContents.once('did-finish-load', go);
  else go();
}

const shortestLifeMilliseconds = 10_000;

/** What was acknowledged is safe in main; the page comes back, unless it keeps dying at once. */
function reloadAfterCrash(window: BrowserWindow, report: (problem: unknown) => void): void {
  let lastReload = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    report(new Error(`The window's process has gone: ${reason}.`));
    if (performance.now() - lastReload < shortestLifeMilliseconds) return;
    lastReload = performance.now();
    window.reload();
  });
}
