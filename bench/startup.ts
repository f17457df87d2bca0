import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appEnvironment } from '../e2e/fixtures/app/app-environment.ts';
import { startDesktop } from '../e2e/fixtures/desktop/desktop.ts';
import { startScreen } from '../e2e/fixtures/desktop/screen.ts';
import { buildIfStale } from '../scripts/lib/app-build.ts';
import { median } from '../scripts/lib/bench.ts';
import type { Bench, BenchOutcome } from '../scripts/lib/bench.ts';
import { prepareForTests } from '../scripts/lib/journeys.ts';
import { inProject, projectRoot } from '../scripts/lib/project.ts';
import { chooseRuntime, describeRuntime } from '../scripts/lib/runtime.ts';
import type { Runtime } from '../scripts/lib/runtime.ts';
import { firstScreenScripts } from './lib/first-screen.ts';
import { timeToReady } from './lib/time-to-ready.ts';
import type { MeasuredStart } from './lib/time-to-ready.ts';

const runs = 10;
const ratioTarget = 1.35;
const gzipTargetBytes = 90_000;

const apps = [
  ['evenkeel', projectRoot],
  ['helloWorld', inProject('bench', 'hello-world')],
] as const;
type AppName = (typeof apps)[number][0];
type Starts = Readonly<Record<AppName, MeasuredStart[]>>;

/** How long Evenkeel takes to its first screen, against the least that this runtime needs. */
export const bench: Bench = {
  summary: 'Time from process start to the first screen usable, against a hello-world app.',
  run: async () => {
    await prepareForTests();
    await buildIfStale();
    const runtime = await chooseRuntime();
    return evaluate(runtime, await measureAll(runtime));
  },
};

/** Starts both apps in turns, so that what else the machine does meets both alike. */
async function measureAll(runtime: Runtime): Promise<Starts> {
  const starts: Starts = { evenkeel: [], helloWorld: [] };
  const isLinux = process.platform === 'linux';
  const screen = isLinux ? await startScreen() : undefined;
  const parts = { sessionBus: true, trayHost: true, notificationServer: true, loginManager: false };
  const desktop = isLinux ? await startDesktop(parts) : undefined;
  const desktopEnv = { ...desktop?.env, ...(screen && { DISPLAY: screen.display }) };
  try {
    for (let run = 0; run <= runs; run += 1) {
      for (const [name, folder] of apps) {
        const start = await measureOne(runtime, folder, desktopEnv);
        // The first start of each fills the disk's cache and is not counted.
        if (run > 0) starts[name].push(start);
      }
    }
  } finally {
    await desktop?.stop();
    await screen?.stop();
  }
  return starts;
}

async function measureOne(
  runtime: Runtime,
  folder: string,
  desktopEnv: Readonly<Record<string, string>>,
): Promise<MeasuredStart> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  try {
    const env = { ...appEnvironment(desktopEnv, dataDir, {}), ...runtime.env };
    return await timeToReady({ executable: runtime.executable, folder, env });
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function evaluate(runtime: Runtime, starts: Starts): BenchOutcome {
  const times = (name: AppName): number[] => starts[name].map((start) => start.milliseconds);
  const evenkeelMs = median(times('evenkeel'));
  const helloWorldMs = median(times('helloWorld'));
  const ratio = evenkeelMs / helloWorldMs;
  const scripts = firstScreenScripts(
    inProject('out', 'renderer'),
    starts.evenkeel.flatMap(({ loaded }) => loaded.flatMap(builtScript)),
  );
  const firstScreenGzipBytes = scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  const figures = {
    ...{ ratio, evenkeelMs, helloWorldMs, runs, firstScreenGzipBytes },
    runtime: `${runtime.name} ${runtime.version}`,
    evenkeelRunsMs: times('evenkeel'),
    helloWorldRunsMs: times('helloWorld'),
  };
  return { figures, lines: report(runtime, figures), missed: missedTargets(figures) };
}

/** The path inside out/renderer of a loaded script; nothing for anything else. */
function builtScript(address: string): readonly string[] {
  const path = /\/(assets\/[^?#]+\.js)$/.exec(address)?.[1];
  return path === undefined ? [] : [path];
}

interface Figures {
  readonly ratio: number;
  readonly evenkeelMs: number;
  readonly helloWorldMs: number;
  readonly firstScreenGzipBytes: number;
  readonly evenkeelRunsMs: readonly number[];
  readonly helloWorldRunsMs: readonly number[];
}

function report(runtime: Runtime, figures: Figures): readonly string[] {
  const row = (name: string, medianMs: number, all: readonly number[]): string =>
    [
      name.padEnd(14),
      `${medianMs.toFixed(0)} ms`.padStart(9),
      `(${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)})`,
    ].join(' ');
  return [
    describeRuntime(runtime),
    `From process start to a usable screen, median of ${runs} runs each, in turns:`,
    row('Evenkeel', figures.evenkeelMs, figures.evenkeelRunsMs),
    row('Hello, world', figures.helloWorldMs, figures.helloWorldRunsMs),
    `Ratio ${figures.ratio.toFixed(2)} (target: at most ${ratioTarget}).`,
    `JavaScript of the first screen: ${kilobytes(figures.firstScreenGzipBytes)} gzip (target: at most ${kilobytes(gzipTargetBytes)}).`,
  ];
}

function missedTargets({ ratio, firstScreenGzipBytes }: Figures): readonly string[] {
  return [
    ...(ratio > ratioTarget ? [`Starting takes too long: ${ratio.toFixed(2)} times.`] : []),
    ...(firstScreenGzipBytes > gzipTargetBytes
      ? [`The first screen loads too much: ${kilobytes(firstScreenGzipBytes)}.`]
      : []),
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
