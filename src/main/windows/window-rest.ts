import type { Beat } from '../platform/heartbeat.ts';
import type { MainWindow } from './main-window.ts';

/** After this long a window that nobody sees gives its memory back. */
const restMinutes = 5;

export interface WindowRestParts {
  readonly window: Pick<MainWindow, 'hiddenSince' | 'letGo'> & {
    readonly page: Pick<MainWindow['page'], 'mayGo'>;
  };
  /** Whether the tray can bring a window back. */
  readonly canComeBack: () => boolean;
}

/**
 * Lets the window go that has been hidden for long; opened again, it is where it was. One that holds
 * something unsaved stays, and is asked again as long after.
 */
export function windowRest({ window, canComeBack }: WindowRestParts): Beat {
  let askedAt = Number.NEGATIVE_INFINITY;
  return async (now) => {
    const hiddenSince = window.hiddenSince()?.epochMilliseconds;
    if (hiddenSince === undefined) return null;
    const due = Math.max(hiddenSince, askedAt) + restMinutes * 60_000;
    if (now.epochMilliseconds < due) return due;
    askedAt = now.epochMilliseconds;
    const mayGo = canComeBack() && (await window.page.mayGo());
    // It may have been opened while it was asked.
    const isStillHidden = window.hiddenSince()?.epochMilliseconds === hiddenSince;
    if (!isStillHidden) return null;
    if (!mayGo) return askedAt + restMinutes * 60_000;
    window.letGo();
    return null;
  };
}
