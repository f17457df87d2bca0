import type { WebContentsStandin } from './web-contents.ts';
import type { WebFrameStandin } from './web-frame.ts';

const all = new Map<number, WebContentsStandin>();

/** Every page that lives. */
export function allWebContents(): WebContentsStandin[] {
  return [...all.values()];
}

/** Enters a page; returns its disposer. */
export function registerWebContents(webContents: WebContentsStandin): () => void {
  all.set(webContents.id, webContents);
  return () => {
    all.delete(webContents.id);
  };
}

/** The page and the frame that Chromium calls `frameId`. */
export function findFrame(
  frameId: string,
): { owner: WebContentsStandin; frame: WebFrameStandin } | undefined {
  for (const owner of all.values()) {
    const frame = owner.findFrame(frameId);
    if (frame) return { owner, frame };
  }
  return undefined;
}
