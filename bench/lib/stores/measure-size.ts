import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../../../scripts/lib/bench.ts';
import type { CandidateName } from './candidates.ts';
import { candidates } from './candidates.ts';
import type { RunFigures, StartFigures } from './figures.ts';
import { percentile } from './figures.ts';
import { expectedFirstScreen } from './first-screen-data.ts';

/** How often each is measured; the middle one counts. */
export const runs = 3;
const names = Object.keys(candidates) as CandidateName[];
const runLimitMilliseconds = 5 * 60_000;
const runFile = promisify(execFile);

/** What one store gave at one size: medians of the runs. */
export interface Row {
  readonly store: CandidateName;
  readonly meetings: number;
  readonly saveP50Ms: number;
  readonly saveP95Ms: number;
  readonly blockP95Ms: number;
  readonly writtenKbPerEdit: number;
  readonly firstScreenMs: number;
  /** The same when nothing of it is in the system's page cache; null where that takes root. */
  readonly firstScreenColdMs: number | null;
  /** The same when the catalogue is missing; null for stores that have none. */
  readonly firstScreenWithoutCatalogMs: number | null;
  readonly loadAllMs: number;
  readonly firstScreenRssMb: number;
  readonly settledRssMb: number;
}

/** Fills a folder for each store, then measures them in turns, so that a busy moment meets all. */
export async function measureSize(script: string, meetings: number): Promise<readonly Row[]> {
  const root = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  const start = (name: CandidateName, task: string): Promise<StartFigures> =>
    measureOnce(script, [name, join(root, name), String(meetings), task]);
  try {
    for (const name of names) {
      await mkdir(join(root, name));
      await candidates[name].fill(join(root, name), meetings);
      // As an app that has run before: ours then knows the folder.
      const { firstScreen } = await start(name, 'settle');
      expectSame(name, firstScreen, expectedFirstScreen(meetings));
    }
    const results = await inTurns((name) => start(name, 'all') as Promise<RunFigures>);
    const cold = await inTurns(async (name) =>
      (await dropPageCache()) ? await start(name, 'start') : null,
    );
    const withoutCatalog: StartFigures[] = [];
    for (let run = 0; run < runs; run += 1) {
      await removeCatalog(join(root, 'evenkeel', 'local'));
      withoutCatalog.push(await start('evenkeel', 'start'));
    }
    return names.map((name) => ({
      ...{ store: name, meetings, ...mediansOf(results.get(name) ?? []) },
      firstScreenColdMs: middleStart(cold.get(name) ?? []),
      firstScreenWithoutCatalogMs: name === 'evenkeel' ? middleStart(withoutCatalog) : null,
    }));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function inTurns<T>(
  measure: (name: CandidateName) => Promise<T>,
): Promise<ReadonlyMap<CandidateName, readonly T[]>> {
  const results = new Map<CandidateName, T[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) results.get(name)?.push(await measure(name));
  }
  return results;
}

async function measureOnce(script: string, args: readonly string[]): Promise<StartFigures> {
  const { stdout } = await runFile(process.execPath, [script, ...args], {
    timeout: runLimitMilliseconds,
  });
  return JSON.parse(stdout) as StartFigures;
}

function expectSame(name: string, found: object, expected: object): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${name} shows ${one} first, and should show ${other}.`);
}

/** Forgets what the system keeps of files in memory; answers whether it could. */
async function dropPageCache(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  await runFile('sync');
  return writeFile('/proc/sys/vm/drop_caches', '3').then(
    () => true,
    () => false,
  );
}

async function removeCatalog(localFolder: string): Promise<void> {
  for (const path of await readdir(localFolder, { recursive: true })) {
    if (path.includes('catalog.sqlite')) await rm(join(localFolder, path));
  }
}

function middleStart(starts: readonly (StartFigures | null)[]): number | null {
  const known = starts.filter((start) => start !== null);
  return known.length === 0 ? null : median(known.map(({ firstScreenMs }) => firstScreenMs));
}

function mediansOf(figures: readonly RunFigures[]) {
  const middle = (read: (run: RunFigures) => number): number => median(figures.map(read));
  return {
    saveP50Ms: middle(({ saveMs }) => percentile(saveMs, 0.5)),
    saveP95Ms: middle(({ saveMs }) => percentile(saveMs, 0.95)),
    blockP95Ms: middle(({ blockMs }) => percentile(blockMs, 0.95)),
    writtenKbPerEdit: middle((run) => run.writtenKbPerEdit),
    firstScreenMs: middle((run) => run.firstScreenMs),
    loadAllMs: middle((run) => run.loadAllMs),
    firstScreenRssMb: middle((run) => run.firstScreenRssMb),
    settledRssMb: middle((run) => run.settledRssMb),
  };
}
