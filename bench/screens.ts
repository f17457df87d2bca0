import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from '../e2e/fixtures/app/faults.ts';
import { launchApp } from '../e2e/fixtures/app/launch.ts';
import type { RunningApp } from '../e2e/fixtures/app/running-app.ts';
import { startDesktop } from '../e2e/fixtures/desktop/desktop.ts';
import { startScreen } from '../e2e/fixtures/desktop/screen.ts';
import { buildIfStale } from '../scripts/lib/app-build.ts';
import type { Bench } from '../scripts/lib/bench.ts';
import { prepareForTests } from '../scripts/lib/journeys.ts';
import { chooseRuntime } from '../scripts/lib/runtime.ts';
import { makeSampleData, writeSampleData } from '../scripts/lib/sample-data.ts';
import { sampleScreens } from '../scripts/lib/sample-screens.ts';
import type { SampleScreen } from '../scripts/lib/sample-screens.ts';
import { openScreen } from './lib/screens/open-screen.ts';
import type { MeasuredYears } from './lib/screens/report.ts';
import { evaluate } from './lib/screens/report.ts';

const people = 12;
const [fewerYears, moreYears] = [3, 10];
const usualVisits = 40;
/** The first visits fetch what every later one has. */
const warmUpVisits = 2;
const limitMilliseconds = 20_000;
const now = '2026-11-23T09:35:00Z';
const timeZone = 'Europe/London';

/** Whether screens stay quick as the years go by. */
export const bench: Bench = {
  summary: 'How soon each screen is usable with 12 people and 3 and 10 years; `-- screens 20`.',
  run: async ([visits = String(usualVisits)]) => {
    await prepareForTests();
    // Compiles the texts, which the store speaks when it is filled.
    await buildIfStale();
    const runtime = await chooseRuntime();
    Object.assign(process.env, runtime.env);
    const fewer = await measureYears(fewerYears, Number(visits));
    const more = await measureYears(moreYears, Number(visits));
    return evaluate(runtime, fewer, more);
  },
};

async function measureYears(years: number, visits: number): Promise<MeasuredYears> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  try {
    const documents = await makeSampleData({ people, years, now, timeZone });
    await writeSampleData(dataDir, documents);
    const all = sampleScreens(documents);
    const visitsMs = await onDesktop(async (launch) => {
      // The first start reads every file, and is not what a user has every day.
      const first = await launch(dataDir);
      await first.window();
      const app = await first.restart();
      return measureScreens(
        await app.window(),
        all.filter(({ isThere }) => isThere),
        visits,
      );
    });
    return {
      ...{ years, visitsMs, documents: documents.length },
      meetings: documents.filter(({ kind }) => kind === 'meeting').length,
      missing: all.filter(({ isThere }) => !isThere).map(({ hash }) => hash),
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Launch = (dataDir: string) => Promise<RunningApp>;

/** Has the app on a desktop of its own; whatever was started is quit in the end. */
async function onDesktop<T>(use: (launch: Launch) => Promise<T>): Promise<T> {
  const isLinux = process.platform === 'linux';
  const screen = isLinux ? await startScreen() : undefined;
  const parts = { sessionBus: true, trayHost: true, notificationServer: true, loginManager: false };
  const desktop = isLinux ? await startDesktop(parts) : undefined;
  const env = { ...desktop?.env, ...(screen && { DISPLAY: screen.display }) };
  const apps: RunningApp[] = [];
  const onLaunch = (app: RunningApp): void => {
    apps.push(app);
  };
  try {
    return await use((dataDir) =>
      launchApp({ env, onLaunch, faults: new Faults() }, { dataDir, now }),
    );
  } finally {
    for (const app of apps) await app.quit();
    await desktop?.stop();
    await screen?.stop();
  }
}

/** Opens one screen after the other, again and again, so that each is come to from another. */
async function measureScreens(
  page: Page,
  screens: readonly SampleScreen[],
  visits: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const open = ({ hash, shows }: SampleScreen): Promise<number> =>
    page.evaluate(openScreen, { hash, shows, limitMilliseconds });
  // The window is at the first one already, and there would be nothing to wait for.
  await Promise.all(screens.slice(-1).map(open));
  const visitsMs = new Map(screens.map(({ name }) => [name, [] as number[]]));
  for (let visit = 0; visit < warmUpVisits + visits; visit += 1) {
    for (const screen of screens) {
      const milliseconds = await open(screen);
      if (visit >= warmUpVisits) visitsMs.get(screen.name)?.push(milliseconds);
      // Whatever the screen still does, such as saving where the reader is, is over then.
      await pause(40);
    }
  }
  return visitsMs;
}
