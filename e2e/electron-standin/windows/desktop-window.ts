import { cdp } from '../runtime.ts';
import { connectToDisplay } from './x11.ts';
import type { Display } from './x11.ts';

/** What the user's desktop did to a window. */
export interface DesktopChange {
  readonly bounds?: Electron.Rectangle;
  readonly isFocused?: boolean;
  readonly isMinimized?: boolean;
}

/**
 * A window as the desktop has it. Size, place and state go through Chromium; to be hidden, to be
 * active and to have an icon is nothing that Chromium can be told, so that goes through X.
 */
export class DesktopWindow {
  readonly #targetId: string;
  readonly #windowId: number;
  readonly #display: Display | undefined;
  readonly #xid: number | undefined;

  constructor(
    targetId: string,
    windowId: number,
    display: Display | undefined,
    xid: number | undefined,
  ) {
    this.#targetId = targetId;
    this.#windowId = windowId;
    this.#display = display;
    this.#xid = xid;
  }

  async getBounds(): Promise<Electron.Rectangle> {
    const { bounds } = await cdp().send('Browser.getWindowBounds', { windowId: this.#windowId });
    return {
      x: bounds.left ?? 0,
      y: bounds.top ?? 0,
      width: bounds.width ?? 0,
      height: bounds.height ?? 0,
    };
  }

  /** Sets size and place; a place that is not a number is the middle of the screen. */
  async setBounds({ x, y, width, height }: Electron.Rectangle): Promise<void> {
    const screen = this.#display?.screenSize ?? { width, height };
    const left = Number.isNaN(x) ? Math.max(0, Math.round((screen.width - width) / 2)) : x;
    const top = Number.isNaN(y) ? Math.max(0, Math.round((screen.height - height) / 2)) : y;
    await cdp().send('Browser.setWindowBounds', {
      windowId: this.#windowId,
      bounds: { left, top, width, height },
    });
  }

  async setState(windowState: 'normal' | 'minimized' | 'maximized'): Promise<void> {
    await cdp().send('Browser.setWindowBounds', {
      windowId: this.#windowId,
      bounds: { windowState },
    });
  }

  async hide(): Promise<void> {
    if (this.#display && this.#xid !== undefined) await this.#display.withdraw(this.#xid);
    else await this.setState('minimized');
  }

  async show(isActivated: boolean): Promise<void> {
    if (this.#display && this.#xid !== undefined) this.#display.map(this.#xid);
    else await this.setState('normal');
    if (isActivated) await this.activate();
  }

  async activate(): Promise<void> {
    if (this.#display && this.#xid !== undefined) await this.#display.activate(this.#xid);
    await cdp().send('Target.activateTarget', { targetId: this.#targetId });
  }

  async deactivate(): Promise<void> {
    await Promise.resolve();
    this.#display?.focusNothing();
  }

  async setTitle(title: string): Promise<void> {
    if (this.#xid !== undefined) await this.#display?.setTitle(this.#xid, title);
  }

  async setIcon(image: Electron.NativeImage): Promise<void> {
    if (this.#xid !== undefined && !image.isEmpty())
      await this.#display?.setIcon(this.#xid, image.getSize(), image.toBitmap());
  }

  /** Calls `listener` when the user or the window manager changes the window. */
  onChange(listener: (change: DesktopChange) => void): void {
    if (!this.#display || this.#xid === undefined) return;
    this.#display.watch(this.#xid, (change) => {
      if (change === 'moved')
        void this.getBounds().then(
          (bounds) => {
            listener({ bounds });
          },
          () => undefined,
        );
      else if (change === 'state') void this.#readState().then(listener, () => undefined);
      else listener({ isFocused: change === 'focused' });
    });
  }

  async #readState(): Promise<DesktopChange> {
    const { bounds } = await cdp().send('Browser.getWindowBounds', { windowId: this.#windowId });
    return { isMinimized: bounds.windowState === 'minimized' };
  }
}

let display: Promise<Display | undefined> | undefined;

let connectedDisplay: Display | undefined;

/** The X display, if there is one and it has answered already; by `ready` it has. */
export function displayNow(): Display | undefined {
  return connectedDisplay;
}

/** The X display, when there is one. */
export function currentDisplay(): Promise<Display | undefined> {
  display ??= process.env.DISPLAY
    ? connectToDisplay(process.env.DISPLAY)
    : Promise.resolve(undefined);
  void display.then((connected) => (connectedDisplay = connected));
  return display;
}

/**
 * To be called before Chromium is asked for a window; the function that it gives then finds the
 * window of a page: the one of Chromium's that was not there before.
 */
export async function openDesktopWindow(
  processId: number,
): Promise<(targetId: string) => Promise<DesktopWindow>> {
  const x = await currentDisplay();
  const before = new Set(await x?.windowsOf(processId));
  return async (targetId) => {
    const { windowId } = await cdp().send('Browser.getWindowForTarget', { targetId });
    const added = (await x?.windowsOf(processId))?.filter((xid) => !before.has(xid)) ?? [];
    return new DesktopWindow(targetId, windowId, x, added[0]);
  };
}
