import type { WebContentsStandin } from './web-contents.ts';
import type { BrowserWindowStandin } from './windows/browser-window.ts';

/** Every window that lives, oldest first. */
export const allWindows = new Set<BrowserWindowStandin>();
/** Every page that lives. */
export const allPages = new Set<WebContentsStandin>();
