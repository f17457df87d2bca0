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
import { median } from '../scripts/lib/bench.ts';
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

/** What it has used since its start, looked at once a minute. */
type Looks = readonly IdleUse[];

async function measure(runtime: Runtime, minutes: number): Promise<Looks> {
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

/** Starts the app without a window, lets it settle, and looks once a minute. */
async function measureHidden(
  executable: string,
  env: Readonly<Record<string, string>>,
  minutes: number,
): Promise<Looks> {
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
    const looks = [idleUse(child.pid ?? 0)];
    for (let minute = 0; minute < minutes; minute += 1) {
      await pause(60_000);
      looks.push(idleUse(child.pid ?? 0));
    }
    return looks;
  } finally {
    await stopGroup(child, 2_000);
    killLeftovers(findLeftovers(mark));
  }
}

/**
 * The target is meant for an app at rest, which is what the second half of the minutes shows: for some
 * minutes after a start V8 looks every eight seconds whether there is memory to give back.
 */
function evaluate(runtime: Runtime, minutes: number, looks: Looks): BenchOutcome {
  const eachMinute = looks
    .slice(1)
    .map((look, index) => look.mainWakeUps - (looks[index]?.mainWakeUps ?? 0));
  const atRest = median(eachMinute.slice(Math.floor(minutes / 2)));
  const use = wholeUse(looks);
  const hourly = (seconds: number): number => (seconds / minutes) * 60;
  const figures = {
    runtime: `${runtime.name} ${runtime.version}`,
    minutes,
    mainWakeUpsPerMinute: use.mainWakeUps / minutes,
    mainWakeUpsEachMinute: eachMinute,
    mainWakeUpsAtRest: atRest,
    mainCpuSecondsPerHour: hourly(use.mainCpuSeconds),
    allCpuSecondsPerHour: hourly(use.allCpuSeconds),
    processes: use.processes,
  };
  const lines = [
    describeRuntime(runtime),
    `In the tray without a window, nothing due, for ${String(minutes)} minutes:`,
    `Wake-ups of the main process's own thread, minute by minute: ${eachMinute.join(', ')}.`,
    `At rest, in the second half: ${atRest.toFixed(1)} a minute.`,
    `Processor time, extrapolated to an hour: ${hourly(use.mainCpuSeconds).toFixed(1)} s of main, ${hourly(use.allCpuSeconds).toFixed(1)} s of all processes.`,
    `Processes: ${String(use.processes)}.`,
  ];
  const missed =
    atRest > wakeUpTarget
      ? [`Main wakes up ${atRest.toFixed(1)} times a minute (target: ${String(wakeUpTarget)}).`]
      : [];
  return { figures, lines, missed };
}

function wholeUse(looks: Looks): IdleUse {
  const [first, last] = [looks.at(0), looks.at(-1)];
  if (first === undefined || last === undefined) throw new Error('Nobody has looked.');
  return useBetween(first, last);
}
