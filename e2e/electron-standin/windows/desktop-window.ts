import type { Bounds } from '../cdp.ts';
import { cdp, runningChromium } from '../chromium.ts';
import { expectPage } from '../targets.ts';
import type { WebContentsStandin } from '../web-contents.ts';
import { display } from './x11.ts';

/** A window as the desktop has it. */
export type DesktopWindow = ReturnType<typeof desktopWindow>;

/** Sized through Chromium, by its names; hidden, shown and activated through X. */
function desktopWindow(targetId: string, windowId: number, xid: number) {
  const setBounds = async (bounds: Bounds): Promise<void> => {
    await cdp().send('Browser.setWindowBounds', { windowId, bounds });
  };
  const activate = async (): Promise<void> => {
    await display().activate(xid);
    await cdp().send('Target.activateTarget', { targetId });
  };
  return {
    activate,
    /** Sets the size, in the middle of the screen. */
    setSize: ({ width, height }: Electron.Size) => {
      const screen = display().screenSize;
      const left = Math.max(0, Math.round((screen.width - width) / 2));
      const top = Math.max(0, Math.round((screen.height - height) / 2));
      return setBounds({ left, top, width, height });
    },
    setState: (windowState: 'normal' | 'minimized') => setBounds({ windowState }),
    hide: () => display().withdraw(xid),
    show: () => {
      display().map(xid);
      return activate();
    },
  };
}

/** One window opens at a time, so that the next page that Chromium makes is the right one's. */
let opening: Promise<unknown> = Promise.resolve();

/** Opens a window on `chromiumUrl` for `page`; resolves once it is on the desktop. */
export async function openDesktopWindow(
  page: WebContentsStandin,
  chromiumUrl: string,
): Promise<DesktopWindow> {
  const turn = opening.then(async () => {
    const { processId } = runningChromium();
    const before = await display().windowsOf(processId);
    const attached = expectPage(page);
    await runningChromium().openAppWindow(chromiumUrl);
    const targetId = await attached;
    const { windowId } = await cdp().send('Browser.getWindowForTarget', { targetId });
    const now = await display().windowsOf(processId);
    const xid = now.find((window) => !before.includes(window)) ?? 0;
    return desktopWindow(targetId, windowId, xid);
  });
  opening = turn.catch(() => undefined);
  return await turn;
}
