import type { WebContentsStandin } from './web-contents.ts';
import type { WebFrameStandin } from './web-frame.ts';
import type { BrowserWindowStandin } from './windows/browser-window.ts';

/** Every window that lives, oldest first. */
export const allWindows = new Set<BrowserWindowStandin>();
/** Every page that lives. */
export const allPages = new Set<WebContentsStandin>();

/** The page and the frame that Chromium calls `frameId`. */
export function findFrame(
  frameId: string,
): { page: WebContentsStandin; frame: WebFrameStandin } | undefined {
  for (const page of allPages) {
    const frame = page.frames.get(frameId);
    if (frame) return { page, frame };
  }
  return undefined;
}
