import type { BrowserWindow } from 'electron';

const afterLoadMilliseconds = 150;
const atLatestMilliseconds = 2000;

/**
 * Calls `show` once, as soon as the window has something to show. `ready-to-show` alone is not
 * enough: it may never come, on Wayland (electron#48859) and with Windows' title-bar overlay
 * (electron#54025).
 */
export function whenPresentable(
  window: Pick<BrowserWindow, 'once' | 'webContents'>,
  show: () => void,
): void {
  let isShown = false;
  const timers: NodeJS.Timeout[] = [];
  const showOnce = (): void => {
    for (const timer of timers) clearTimeout(timer);
    if (isShown) return;
    isShown = true;
    show();
  };
  window.once('ready-to-show', showOnce);
  window.webContents.once('did-finish-load', () => {
    if (!isShown) timers.push(setTimeout(showOnce, afterLoadMilliseconds));
  });
  timers.push(setTimeout(showOnce, atLatestMilliseconds));
}
