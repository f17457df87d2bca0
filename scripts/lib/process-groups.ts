import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** How long a process may take to end after it was asked to, before it is killed. */
const graceMilliseconds = 5_000;
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const live = new Set<ChildProcess>();
let isWatching = false;

/** Windows has no process groups: there the child itself is all that can be signalled. */
export const hasProcessGroups = process.platform !== 'win32';

/**
 * Remembers a child that leads its own process group (spawned with `detached: hasProcessGroups`),
 * so that it and all that it started end when this process does, however that comes about.
 */
export function keepWatchOver(child: ChildProcess): void {
  live.add(child);
  child.once('exit', () => {
    // What the leader started and left behind goes with it.
    signalGroup(child, 'SIGKILL');
    live.delete(child);
  });
  watchThisProcess();
}

/** Sends a signal to a child and all that it started; says whether there was anybody to get it. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): boolean {
  if (child.pid === undefined) return false;
  if (!hasProcessGroups) return child.kill(signal);
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

/** Asks a child and all that it started to end, and kills what has not ended in time. */
export async function stopGroup(child: ChildProcess, grace = graceMilliseconds): Promise<void> {
  const hasEnded = child.exitCode !== null || child.signalCode !== null;
  if (hasEnded || child.pid === undefined) {
    signalGroup(child, 'SIGKILL');
    return;
  }
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  signalGroup(child, 'SIGTERM');
  const killer = setTimeout(() => signalGroup(child, 'SIGKILL'), grace);
  await ended;
  clearTimeout(killer);
  signalGroup(child, 'SIGKILL');
}

/** Stops every child that is still watched over. */
export async function stopAllGroups(): Promise<void> {
  await Promise.all([...live].map((child) => stopGroup(child)));
}

function watchThisProcess(): void {
  if (isWatching) return;
  isWatching = true;
  process.on('exit', () => {
    for (const child of live) signalGroup(child, 'SIGKILL');
  });
  for (const signal of forwarded) {
    process.on(signal, () => {
      for (const child of live) signalGroup(child, signal);
      void stopAllGroups().then(() => process.exit(128 + constants.signals[signal]));
    });
  }
}
