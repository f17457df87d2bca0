import { cdp, runningChromium } from '../chromium.ts';
import { expectPage } from '../targets.ts';
import type { WebContentsStandin } from '../web-contents.ts';
import { display } from './x11.ts';

/** A window as the desktop has it: sized through Chromium; hidden, shown and activated through X. */
export class DesktopWindow {
  readonly #targetId: string;
  readonly #windowId: number;
  readonly #xid: number;

  constructor(targetId: string, windowId: number, xid: number) {
    this.#targetId = targetId;
    this.#windowId = windowId;
    this.#xid = xid;
  }

  /** Sets the size, in the middle of the screen. */
  async setSize({ width, height }: Electron.Size): Promise<void> {
    const screen = display().screenSize;
    const left = Math.max(0, Math.round((screen.width - width) / 2));
    const top = Math.max(0, Math.round((screen.height - height) / 2));
    const bounds = { left, top, width, height };
    await cdp().send('Browser.setWindowBounds', { windowId: this.#windowId, bounds });
  }
  async setState(windowState: 'normal' | 'minimized'): Promise<void> {
    const bounds = { windowState };
    await cdp().send('Browser.setWindowBounds', { windowId: this.#windowId, bounds });
  }
  async hide(): Promise<void> {
    await display().withdraw(this.#xid);
  }
  async show(): Promise<void> {
    display().map(this.#xid);
    await this.activate();
  }
  async activate(): Promise<void> {
    await display().activate(this.#xid);
    await cdp().send('Target.activateTarget', { targetId: this.#targetId });
  }
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
    return new DesktopWindow(targetId, windowId, xid);
  });
  opening = turn.catch(() => undefined);
  return await turn;
}
