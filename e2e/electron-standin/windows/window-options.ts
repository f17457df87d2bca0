import type { PagePreferences } from '../web-contents.ts';

/** What of a window's constructor options matters here, checked. */
export interface WindowOptions {
  readonly size: Electron.Size;
  backgroundColor: string;
  readonly isShown: boolean;
  readonly page: PagePreferences;
}

/** The page's title is the window's, and icons of windows are not shown. */
const accepted = new Set([
  ...['width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'icon'],
  ...['backgroundColor', 'webPreferences'],
]);

/** Web preferences whose only value that can be honoured is this one. */
const fixedPreferences: Readonly<Record<string, unknown>> = {
  ...{ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
  ...{ contextIsolation: true, sandbox: true, webSecurity: true, webviewTag: false },
  ...{ allowRunningInsecureContent: false, experimentalFeatures: false, spellcheck: false },
  ...{ navigateOnDragDrop: false, plugins: false },
};

/** Reads the options; throws an error that names the first one that cannot be honoured. */
export function readOptions(options: Electron.BrowserWindowConstructorOptions): WindowOptions {
  for (const name of Object.keys(options))
    if (!accepted.has(name))
      throw new Error(`electron-standin: BrowserWindow option "${name}" is not implemented`);
  const { width = 800, height = 600, minWidth = 0, minHeight = 0, show = true } = options;
  const { backgroundColor = '#FFFFFF', webPreferences = {} } = options;
  const { preload, additionalArguments = [], ...fixed } = webPreferences;
  for (const [name, value] of Object.entries(fixed))
    if (value !== fixedPreferences[name])
      throw new Error(
        `electron-standin: webPreferences.${name}: ${JSON.stringify(value)} is not implemented`,
      );
  return {
    size: { width: Math.max(width, minWidth), height: Math.max(height, minHeight) },
    backgroundColor,
    isShown: show,
    page: { preload, additionalArguments },
  };
}
