import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** How long a process may take to end after it was asked to, before it is killed. */
const graceMilliseconds = 5_000;
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How a watched child is asked to end by itself. */
type Ask = (signal: NodeJS.Signals) => void;

interface Watched {
  readonly ask: Ask;
  /** Others may need it until they have ended: a display, a bus. */
  readonly isBackground: boolean;
}

const live = new Map<ChildProcess, Watched>();
let isWatching = false;

/** Windows has no process groups: there the child itself is all that can be signalled. */
export const hasProcessGroups = process.platform !== 'win32';

/**
 * Remembers a child that leads its own process group (spawned with `detached: hasProcessGroups`),
 * so that it and all that it started end when this process does, however that comes about.
 * @param ask how it is asked to end; by default the signal goes to the child alone, which knows
 * best in which order its own children are to end.
 */
export function keepWatchOver(
  child: ChildProcess,
  { ask = (signal) => child.kill(signal), isBackground = false }: Partial<Watched> = {},
): void {
  live.set(child, { ask, isBackground });
  child.once('exit', () => {
    // What the leader started and left behind goes with it.
    killGroup(child);
    live.delete(child);
  });
  watchThisProcess();
}

/** Asks a watched child to end, and kills it and all that it started if it does not in time. */
export async function stopGroup(child: ChildProcess, grace = graceMilliseconds): Promise<void> {
  const watched = live.get(child);
  // One that could not be started never ends.
  if (watched === undefined || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  watched.ask('SIGTERM');
  const killer = setTimeout(() => {
    killGroup(child);
  }, grace);
  await ended;
  clearTimeout(killer);
}

/** Stops every child that is still watched over, those in the background last. */
export async function stopAllGroups(): Promise<void> {
  for (const isBackground of [false, true]) {
    const next = [...live].filter(([, watched]) => watched.isBackground === isBackground);
    await Promise.all(next.map(([child]) => stopGroup(child)));
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (hasProcessGroups) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}

function watchThisProcess(): void {
  if (isWatching) return;
  isWatching = true;
  process.on('exit', () => {
    for (const child of live.keys()) killGroup(child);
  });
  for (const signal of forwarded) {
    process.on(signal, () => {
      for (const { ask, isBackground } of live.values()) if (!isBackground) ask(signal);
      void stopAllGroups().then(() => process.exit(128 + constants.signals[signal]));
    });
  }
}
