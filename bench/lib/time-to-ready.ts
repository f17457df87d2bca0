import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { findLeftovers, killLeftovers, markVariable } from '../../scripts/lib/leftovers.ts';
import { hasProcessGroups, keepWatchOver, stopGroup } from '../../scripts/lib/process-groups.ts';
import { projectRoot } from '../../scripts/lib/project.ts';
import { DevTools } from './dev-tools.ts';

const limitMilliseconds = 30_000;
/** How often the page is asked; the same for every app, and below what the result rounds to. */
const pollMilliseconds = 2;

export interface StartedApp {
  readonly executable: string;
  /** The app's folder. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** One start, measured. */
export interface MeasuredStart {
  readonly milliseconds: number;
  /** The addresses that the page had loaded by then. */
  readonly loaded: readonly string[];
}

/**
 * The time from the start of the process until its page carries `data-ready="true"`, in
 * milliseconds. The app is killed then.
 * @throws when that does not happen in time.
 */
export async function timeToReady({ executable, folder, env }: StartedApp): Promise<MeasuredStart> {
  const mark = `bench-${String(process.pid)}-${String(performance.now())}`;
  const started = performance.now();
  const child = spawn(executable, ['--remote-debugging-port=0', folder], {
    cwd: projectRoot,
    env: { ...env, [markVariable]: mark },
    detached: hasProcessGroups,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  keepWatchOver(child);
  const deadline = started + limitMilliseconds;
  try {
    const endpoint = await devToolsEndpoint(child.stderr, deadline);
    const devTools = await DevTools.connect(endpoint);
    while (!(await devTools.isReady())) {
      if (performance.now() > deadline) throw new Error(`${folder} did not become usable.`);
      await pause(pollMilliseconds);
    }
    const milliseconds = performance.now() - started;
    const loaded = await devTools.loadedAddresses();
    devTools.close();
    return { milliseconds, loaded };
  } finally {
    await stopGroup(child, 2_000);
    killLeftovers(findLeftovers(mark));
  }
}

/** Chromium says on standard error where its debugger listens. */
async function devToolsEndpoint(stderr: NodeJS.ReadableStream, deadline: number): Promise<string> {
  const heard: string[] = [];
  const timer = setTimeout(() => {
    lines.close();
  }, deadline - performance.now());
  const lines = createInterface({ input: stderr });
  try {
    for await (const line of lines) {
      const endpoint = /^DevTools listening on (ws:\/\/\S+)/.exec(line)?.[1];
      if (endpoint !== undefined) return endpoint;
      heard.push(line);
    }
  } finally {
    clearTimeout(timer);
    // Read on and throw away: a full pipe would hold the app up.
    stderr.resume();
  }
  throw new Error(`Chromium's debugger did not come up.\n${heard.join('\n')}`);
}
