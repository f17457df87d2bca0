import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { startScreen } from '../fixtures/desktop/screen.ts';
import type { Screen } from '../fixtures/desktop/screen.ts';

const folder = import.meta.dirname;
const executablePath = join(folder, 'electron');
const probePath = join(folder, 'fixtures/probe');

/** What a test runs apps on: a screen and a data folder of its own. */
export interface Bench {
  readonly screen: Screen;
  readonly env: Record<string, string>;
  readonly data: string;
  readonly stop: () => Promise<void>;
}

/** Sets up a bench, with an environment in which nothing of the machine's own desktop is found. */
export async function startBench(added: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const screen = await startScreen();
  const data = await mkdtemp(join(tmpdir(), 'standin-test-'));
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(DBUS|VITEST|NODE_OPTIONS|WAYLAND)/.test(entry[0]),
  );
  const env = { ...Object.fromEntries(inherited), DISPLAY: screen.display, ...added };
  const stop = async (): Promise<void> => {
    await screen.stop();
    await rm(data, { recursive: true, force: true });
  };
  return { screen, env, data, stop };
}

/** The probe app, driven as Playwright drives Electron. */
export function launchProbe(bench: Bench, ...args: string[]): Promise<ElectronApplication> {
  // Playwright's own way of finding Electron, so that its loader takes part.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = folder;
  return _electron.launch({ args: [probePath, `--data=${bench.data}`, ...args], env: bench.env });
}

/** The probe app with its page, whose worker has answered. */
export interface ProbePage {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly stop: () => Promise<void>;
}

/** Starts the probe app on a bench of its own, and waits until its page is all there. */
export async function startProbePage(): Promise<ProbePage> {
  const bench = await startBench();
  const electron = await launchProbe(bench);
  const page = await electron.firstWindow();
  await page.waitForFunction(() => document.querySelector('#worker')?.textContent !== '');
  const stop = async (): Promise<void> => {
    await electron.close();
    await bench.stop();
  };
  return { electron, page, stop };
}

/** One run of the executable, without Playwright. */
export interface Run {
  readonly processId: number;
  /** What it has printed so far, line by line. */
  readonly lines: () => string[];
  readonly errors: () => string;
  /** Waits until it has printed this line, or one that begins so. */
  readonly waitFor: (line: string) => Promise<string>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves with the exit code when it has ended, -1 when a signal did it. */
  readonly ended: Promise<number>;
}

/** Starts the probe app as a user would from a terminal. */
export function runProbe(bench: Bench, ...args: string[]): Run {
  return run(bench.env, probePath, `--data=${bench.data}`, ...args);
}

/** Starts the executable with these arguments. */
export function run(env: Record<string, string>, ...args: string[]): Run {
  const child = spawn(executablePath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => (code as number | null) ?? -1);
  const lines = (): string[] => output.split('\n').filter(Boolean);
  const waitFor = async (line: string): Promise<string> => {
    for (;;) {
      const found = lines().find((candidate) => candidate.startsWith(line));
      if (found !== undefined) return found;
      if (child.exitCode !== null)
        throw new Error(`It ended without "${line}":\n${output}${errors}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  };
  return {
    processId: child.pid ?? 0,
    lines,
    errors: () => errors,
    waitFor,
    kill: (signal) => child.kill(signal),
    ended,
  };
}
