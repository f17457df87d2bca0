import type { App } from 'electron';

/**
 * Makes this process the one that owns the data folder. The lock belongs to the `userData` path,
 * which must have been set before.
 * @returns false when another process owns it; that one has then been told and shows its window
 */
export function claimInstance(app: Pick<App, 'requestSingleInstanceLock'>): boolean {
  return app.requestSingleInstanceLock();
}

/** Calls `show` each time somebody starts the app again; the answer stops that. */
export function registerSecondInstance(app: Pick<App, 'on' | 'off'>, show: () => void): () => void {
  // Nothing of the second command line is read: Chromium may reorder it, and showing is all it asks.
  const listener = (): void => {
    show();
  };
  app.on('second-instance', listener);
  return () => {
    app.off('second-instance', listener);
  };
}
