/** What of a BrowserWindow is needed to hide it. */
interface HidingWindow {
  isFullScreen(): boolean;
  setFullScreen(isFullScreen: boolean): void;
  once(event: 'leave-full-screen', listener: () => void): unknown;
  isDestroyed(): boolean;
  hide(): void;
}

/** Hides a window. One that fills the screen on macOS leaves it first, or a black one is left behind (electron#39572). */
export function hideWindow(window: HidingWindow, platform: NodeJS.Platform): void {
  if (platform !== 'darwin' || !window.isFullScreen()) {
    window.hide();
    return;
  }
  window.once('leave-full-screen', () => {
    if (!window.isDestroyed()) window.hide();
  });
  window.setFullScreen(false);
}
