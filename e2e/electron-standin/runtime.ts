import type { CdpConnection } from './cdp.ts';
import type { Chromium, Switches } from './chromium.ts';
import { Chromium as RunningChromium } from './chromium.ts';

let chromium: Chromium | undefined;
let startedWith = '';

/** Starts Chromium with `switches`; started with others already, it is replaced (before `ready` only). */
export function startChromium(switches: Switches): Chromium {
  const key = JSON.stringify([...switches]);
  if (chromium && key === startedWith) return chromium;
  chromium?.kill();
  startedWith = key;
  chromium = new RunningChromium(switches);
  return chromium;
}

/** The running Chromium; throws when it has not been started yet. */
export function runningChromium(): Chromium {
  if (!chromium) throw new Error('electron-standin: Chromium has not been started yet');
  return chromium;
}

/** The connection to the running Chromium. */
export function cdp(): CdpConnection {
  return runningChromium().cdp;
}

/** Ends Chromium, if there is one. Safe in an exit handler: it is all synchronous. */
export function stopChromium(): void {
  chromium?.kill();
  chromium = undefined;
}
