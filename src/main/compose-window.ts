import { join } from 'node:path';
import { app, protocol, session, shell } from 'electron';
import type { Handlers } from './ipc/handlers.ts';
import { registerRouter } from './ipc/router.ts';
import { pictureFolderOf } from './library/picture-folder.ts';
import { report } from './platform/report.ts';
import { appOrigin, startPage } from './security/app-origin.ts';
import { registerAppProtocol } from './security/app-protocol.ts';
import { openExternalLink } from './security/external-links.ts';
import { registerNavigationPolicy } from './security/navigation-policy.ts';
import { registerSessionPolicy } from './security/session-policy.ts';
import type { MainWindow, MainWindowParts } from './windows/main-window.ts';
import { createMainWindow } from './windows/main-window.ts';

export interface WindowParts extends Pick<
  MainWindowParts,
  'backgroundColor' | 'clock' | 'hidesOnClose' | 'afterHiding'
> {
  readonly builtFolder: string;
  readonly iconFolder: string;
  /** The user's documents. */
  readonly documents: string;
  readonly handlers: Promise<Handlers>;
}

export interface ComposedWindow {
  readonly window: MainWindow;
  /** Resolves when a window is on the screen for the first time. */
  readonly whenShown: Promise<undefined>;
}

/** The window, and every guard around it; nothing is loaded before the guards stand. */
export function composeWindow(parts: WindowParts): ComposedWindow {
  const { builtFolder, iconFolder, documents, handlers, ...behaviour } = parts;
  const { page, origin, developmentOrigin } = pageAddress();
  const shown = Promise.withResolvers<undefined>();
  const window = createMainWindow({
    ...behaviour,
    page,
    preload: join(builtFolder, 'preload', 'index.cjs'),
    icon: join(iconFolder, 'app-256.png'),
    afterShowing: () => {
      shown.resolve(undefined);
    },
    report,
  });
  registerAppProtocol(protocol, {
    root: join(builtFolder, 'renderer'),
    pictures: pictureFolderOf(documents),
  });
  registerSessionPolicy(session.defaultSession, developmentOrigin, report);
  registerNavigationPolicy({
    app,
    page,
    openOutside: (address) => {
      openExternalLink(shell, address).catch(report);
    },
  });
  registerRouter({ trust: { origin, isKnownWindow: window.owns }, handlers, report });
  return { window, whenShown: shown.promise };
}

interface PageAddress {
  readonly page: string;
  readonly origin: string;
  /** Where Vite serves the page while developing; null otherwise. */
  readonly developmentOrigin: string | null;
}

function pageAddress(): PageAddress {
  const { ELECTRON_RENDERER_URL: served } = app.isPackaged ? {} : process.env;
  if (!served) return { page: startPage, origin: appOrigin, developmentOrigin: null };
  const { href, origin } = new URL(served);
  return { page: href, origin, developmentOrigin: origin };
}
