import type { WebPreferences } from 'electron';

/** The keys that decide what a page may do: each is said out loud, none left to a default. */
type DecidedKey =
  | 'allowRunningInsecureContent'
  | 'contextIsolation'
  | 'experimentalFeatures'
  | 'navigateOnDragDrop'
  | 'nodeIntegration'
  | 'nodeIntegrationInSubFrames'
  | 'nodeIntegrationInWorker'
  | 'plugins'
  | 'sandbox'
  | 'spellcheck'
  | 'webSecurity'
  | 'webviewTag';

/** Checklists 2, 3, 4, 6, 8, 9 and 11; item 10 is that enableBlinkFeatures does not appear. */
export const webPreferences = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  plugins: false,
  sandbox: true,
  // On Linux and Windows it would download dictionaries from Google.
  spellcheck: false,
  webSecurity: true,
  webviewTag: false,
} as const satisfies Required<Pick<WebPreferences, DecidedKey>> & WebPreferences;
