import { NativeImageStandin } from '../native-image.ts';
import type { PagePreferences } from '../page/install-worlds.ts';

/** What of a window's constructor options matters here, checked. */
export interface WindowOptions {
  readonly bounds: Electron.Rectangle;
  readonly minWidth: number;
  readonly minHeight: number;
  readonly title: string;
  readonly backgroundColor: string;
  readonly isShown: boolean;
  readonly icon: Electron.NativeImage | undefined;
  readonly page: PagePreferences;
}

/** Options that say what is so anyway, or that matter only where the window has a menu bar. */
const accepted = new Set([
  'width',
  'height',
  'x',
  'y',
  'center',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'icon',
  'autoHideMenuBar',
  'paintWhenInitiallyHidden',
  'useContentSize',
  'webPreferences',
  'name',
]);

/** Web preferences whose only value that can be honoured is this one. */
const fixedPreferences: Readonly<Record<string, unknown>> = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  javascript: true,
  images: true,
  spellcheck: undefined,
  devTools: undefined,
  backgroundThrottling: undefined,
  safeDialogs: undefined,
  disableDialogs: undefined,
  autoplayPolicy: undefined,
  textAreasAreResizable: undefined,
  preload: undefined,
  additionalArguments: undefined,
};

/** Reads the options; throws an error that names the first one that cannot be honoured. */
export function readOptions(options: Electron.BrowserWindowConstructorOptions): WindowOptions {
  for (const [name, value] of Object.entries(options))
    if (!accepted.has(name) && value !== undefined)
      throw new Error(`electron-standin: BrowserWindow option "${name}" is not implemented`);
  const preferences = options.webPreferences ?? {};
  for (const [name, value] of Object.entries(preferences)) checkPreference(name, value);
  const { minWidth = 0, minHeight = 0, width = 800, height = 600, icon } = options;
  return {
    bounds: {
      x: options.x ?? Number.NaN,
      y: options.y ?? Number.NaN,
      width: Math.max(width, minWidth),
      height: Math.max(height, minHeight),
    },
    minWidth,
    minHeight,
    title: options.title ?? 'Electron',
    backgroundColor: options.backgroundColor ?? '#FFFFFF',
    isShown: options.show ?? true,
    icon: typeof icon === 'string' ? NativeImageStandin.createFromPath(icon) : icon,
    page: {
      preload: preferences.preload,
      additionalArguments: preferences.additionalArguments ?? [],
    },
  };
}

function checkPreference(name: string, value: unknown): void {
  if (!(name in fixedPreferences))
    throw new Error(`electron-standin: webPreferences.${name} is not implemented`);
  const fixed = fixedPreferences[name];
  if (value !== undefined && fixed !== undefined && value !== fixed)
    throw new Error(
      `electron-standin: webPreferences.${name}: ${JSON.stringify(value)} is not implemented`,
    );
}
