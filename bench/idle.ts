import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { appEnvironment } from '../e2e/fixtures/app/app-environment.ts';
import { startDesktop } from '../e2e/fixtures/desktop/desktop.ts';
import { startScreen } from '../e2e/fixtures/desktop/screen.ts';
import { buildIfStale } from '../scripts/lib/app-build.ts';
import type { Bench, BenchOutcome } from '../scripts/lib/bench.ts';
import { prepareForTests } from '../scripts/lib/journeys.ts';
import { findLeftovers, killLeftovers, markVariable } from '../scripts/lib/leftovers.ts';
import { hasProcessGroups, keepWatchOver, stopGroup } from '../scripts/lib/process-groups.ts';
import { projectRoot } from '../scripts/lib/project.ts';
import type { Runtime } from '../scripts/lib/runtime.ts';
import { chooseRuntime, describeRuntime } from '../scripts/lib/runtime.ts';
import { makeSampleData, writeSampleData } from '../scripts/lib/sample-data.ts';
import type { IdleUse } from './lib/idle-use.ts';
import { idleUse, useBetween } from './lib/idle-use.ts';

const usualMinutes = 10;
/** A start is over, and a calm machine again, after this long. */
const settleMilliseconds = 30_000;
/** At three in the morning nothing is due for hours. */
const now = '2026-11-24T03:00:00Z';
const timeZone = 'Europe/London';
const wakeUpTarget = 1;

/** What the app costs while it waits in the tray without a window. */
export const bench: Bench = {
  summary: 'Wake-ups, processor time and processes in the tray; `-- idle --minutes N`.',
  run: async (args) => {
    if (process.platform !== 'linux') throw new Error('Only Linux has /proc to read it from.');
    const options = { minutes: { type: 'string', default: String(usualMinutes) } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const minutes = Number(values.minutes);
    await prepareForTests();
    await buildIfStale();
    const runtime = await chooseRuntime();
    return evaluate(runtime, minutes, await measure(runtime, minutes));
  },
};

async function measure(runtime: Runtime, minutes: number): Promise<IdleUse> {
  const screen = await startScreen();
  const parts = {
    ...{ sessionBus: true, trayHost: true, notificationServer: true },
    loginManager: true,
  };
  const desktop = await startDesktop(parts);
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  try {
    const documents = await makeSampleData({ people: 12, years: 3, now, timeZone });
    await writeSampleData(dataDir, documents);
    const env = {
      ...appEnvironment({ ...desktop.env, DISPLAY: screen.display }, dataDir, { now }),
      ...runtime.env,
    };
    return await measureHidden(runtime.executable, env, minutes);
  } finally {
    await desktop.stop();
    await screen.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts the app without a window, lets it settle, and looks twice. */
async function measureHidden(
  executable: string,
  env: Readonly<Record<string, string>>,
  minutes: number,
): Promise<IdleUse> {
  const mark = `bench-${String(process.pid)}-${String(performance.now())}`;
  const child = spawn(executable, [projectRoot, '--hidden'], {
    cwd: projectRoot,
    env: { ...env, [markVariable]: mark },
    detached: hasProcessGroups,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  keepWatchOver(child);
  try {
    await pause(settleMilliseconds);
    const before = idleUse(child.pid ?? 0);
    await pause(minutes * 60_000);
    return useBetween(before, idleUse(child.pid ?? 0));
  } finally {
    await stopGroup(child, 2_000);
    killLeftovers(findLeftovers(mark));
  }
}

function evaluate(runtime: Runtime, minutes: number, use: IdleUse): BenchOutcome {
  const perMinute = use.mainWakeUps / minutes;
  const hourly = (seconds: number): number => (seconds / minutes) * 60;
  const figures = {
    runtime: `${runtime.name} ${runtime.version}`,
    minutes,
    mainWakeUpsPerMinute: perMinute,
    mainCpuSecondsPerHour: hourly(use.mainCpuSeconds),
    allCpuSecondsPerHour: hourly(use.allCpuSeconds),
    processes: use.processes,
  };
  const lines = [
    describeRuntime(runtime),
    `In the tray without a window, nothing due, for ${String(minutes)} minutes:`,
    `Wake-ups of the main process's own thread: ${perMinute.toFixed(1)} a minute.`,
    `Processor time, extrapolated to an hour: ${hourly(use.mainCpuSeconds).toFixed(1)} s of main, ${hourly(use.allCpuSeconds).toFixed(1)} s of all processes.`,
    `Processes: ${String(use.processes)}.`,
  ];
  const missed =
    perMinute > wakeUpTarget
      ? [`Main wakes up ${perMinute.toFixed(1)} times a minute (target: ${String(wakeUpTarget)}).`]
      : [];
  return { figures, lines, missed };
}
