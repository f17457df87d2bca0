import { app } from 'electron';
import type { Base } from './compose-base.ts';
import type { Desk } from './compose-desk.ts';
import type { Handover, Handovers } from './lifecycle/single-instance.ts';
import { report } from './platform/report.ts';
import type { Store } from './store/store.ts';
import type { MainWindow } from './windows/main-window.ts';

interface WaysBackParts {
  readonly base: Base;
  readonly window: MainWindow;
  /** What has come into being by then. */
  readonly running: { readonly store: Store | null; readonly desk: Desk | null };
  /** Takes in a calendar file. */
  readonly openFile: (path: string) => void;
  readonly handovers: Handovers;
}

/** What brings the window back, and what ends the app when there is no way back. */
export function registerWaysBack(parts: WaysBackParts): void {
  const { window, running, openFile, handovers } = parts;
  handovers.follow((handover) => {
    if (handover.calendarFile !== null) openFile(handover.calendarFile);
    else takeHandover(handover, parts).catch(report);
  });
  app.on('activate', () => {
    window.open(null);
  });
  app.on('window-all-closed', () => {
    if (running.desk?.hasTray() !== true) app.quit();
  });
}

/** Does what a second start asked for. */
async function takeHandover(
  { isHidden, capture }: Handover,
  { base, window, running }: WaysBackParts,
): Promise<void> {
  running.desk?.refresh();
  if (capture !== null) {
    const { takeOutside } = await import('./compose-capture.ts');
    const taken = await takeOutside(base, running.store, capture);
    if (taken.kind === 'noted') {
      running.desk?.tellCaptured(taken.captured);
      return;
    }
  }
  if (!isHidden || capture !== null) window.open(null);
}
