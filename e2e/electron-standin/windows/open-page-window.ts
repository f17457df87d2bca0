import { cdp, runningChromium } from '../runtime.ts';
import { expectPage } from '../targets.ts';
import type { WebContentsStandin } from '../web-contents.ts';
import { openDesktopWindow } from './desktop-window.ts';
import type { DesktopWindow } from './desktop-window.ts';

/** One window opens at a time, so that the next page that Chromium makes is the right one's. */
let opening: Promise<unknown> = Promise.resolve();

/** Opens a window on `chromiumUrl` for `page`; resolves once it is on the desktop. */
export async function openPageWindow(
  page: WebContentsStandin,
  chromiumUrl: string,
  backgroundColor: string,
): Promise<DesktopWindow> {
  const turn = opening.then(async () => {
    const attached = Promise.withResolvers<string>();
    const find = await openDesktopWindow(runningChromium().processId);
    expectPage((sessionId, target) => {
      page.attach(sessionId, target);
      paintBackground(sessionId, backgroundColor);
      attached.resolve(target.targetId);
      return page;
    });
    await runningChromium().openAppWindow(chromiumUrl);
    return await find(await attached.promise);
  });
  opening = turn.catch(() => undefined);
  return await turn;
}

/** Gives a page the ground that it has until it draws its own; `color` is "#rrggbb". */
export function paintBackground(sessionId: string, color: string): void {
  const number = Number.parseInt(color.slice(1, 7), 16);
  const rgba = { r: (number >> 16) & 255, g: (number >> 8) & 255, b: number & 255, a: 1 };
  cdp().tell('Emulation.setDefaultBackgroundColorOverride', { color: rgba }, sessionId);
}
