import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { median } from '../scripts/lib/bench.ts';
import type { Bench, BenchOutcome } from '../scripts/lib/bench.ts';
import { compileMessages } from '../scripts/lib/messages.ts';
import { inProject } from '../scripts/lib/project.ts';
import { candidates } from './lib/stores/candidates.ts';
import type { CandidateName } from './lib/stores/candidates.ts';
import type { RunFigures } from './lib/stores/figures.ts';
import { percentile } from './lib/stores/figures.ts';

const usualSizes = [200, 10_000, 50_000];
const runs = 3;
const names = Object.keys(candidates) as CandidateName[];
const runLimitMilliseconds = 5 * 60_000;

interface Row {
  readonly store: CandidateName;
  readonly meetings: number;
  readonly saveP50Ms: number;
  readonly saveP95Ms: number;
  readonly blockP95Ms: number;
  readonly writtenKbPerEdit: number;
  readonly firstScreenMs: number;
  readonly loadAllMs: number;
  readonly listRssMb: number;
}

/** What a save and a start cost, here and in other stores, as the data grow. */
export const bench: Bench = {
  summary: 'Saving and loading at three sizes, in turns with lowdb, conf and SQLite (FULL).',
  run: async (args) => {
    await compileMessages();
    const sizes = args.length > 0 ? args.map(Number) : usualSizes;
    const built = await mkdtemp(join(tmpdir(), 'evenkeel-bench-built-'));
    try {
      const script = await buildMeasurement(built);
      const rows: Row[] = [];
      for (const meetings of sizes) rows.push(...(await measureSize(script, meetings)));
      return evaluate(rows, sizes);
    } finally {
      await rm(built, { recursive: true, force: true });
    }
  },
};

/** Builds what is measured as the app is built: hundreds of modules would be slow to load. */
async function buildMeasurement(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          'measure-one': inProject('bench', 'lib', 'stores', 'measure-one.ts'),
          'store-worker': inProject('src', 'main', 'store', 'store-worker.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  return join(folder, 'measure-one.mjs');
}

/** Fills a folder for each store, then measures them in turns, so that a busy moment meets all. */
async function measureSize(script: string, meetings: number): Promise<readonly Row[]> {
  const root = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  const results = new Map<CandidateName, RunFigures[]>(names.map((name) => [name, []]));
  try {
    for (const name of names) {
      await mkdir(join(root, name));
      await candidates[name].fill(join(root, name), meetings);
    }
    for (let run = 0; run < runs; run += 1) {
      for (const name of names) {
        results
          .get(name)
          ?.push(await measureOnce(script, [name, join(root, name), String(meetings)]));
      }
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return names.map((name) => rowOf(name, meetings, results.get(name) ?? []));
}

async function measureOnce(script: string, args: readonly string[]): Promise<RunFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
    timeout: runLimitMilliseconds,
  });
  return JSON.parse(stdout) as RunFigures;
}

function rowOf(store: CandidateName, meetings: number, figures: readonly RunFigures[]): Row {
  const middle = (read: (run: RunFigures) => number): number => median(figures.map(read));
  return {
    store,
    meetings,
    saveP50Ms: middle(({ saveMs }) => percentile(saveMs, 0.5)),
    saveP95Ms: middle(({ saveMs }) => percentile(saveMs, 0.95)),
    blockP95Ms: middle(({ blockMs }) => percentile(blockMs, 0.95)),
    writtenKbPerEdit: middle((run) => run.writtenKbPerEdit),
    firstScreenMs: middle((run) => run.firstScreenMs),
    loadAllMs: middle((run) => run.loadAllMs),
    listRssMb: middle((run) => run.listRssMb),
  };
}

function evaluate(rows: readonly Row[], sizes: readonly number[]): BenchOutcome {
  const small = Math.min(...sizes);
  const large = sizes.includes(10_000) ? 10_000 : Math.max(...sizes);
  const of = (store: CandidateName, meetings: number): Row => {
    const row = rows.find((one) => one.store === store && one.meetings === meetings);
    if (row === undefined) throw new Error(`${store} was not measured at ${meetings}.`);
    return row;
  };
  const [ours, oursSmall] = [of('evenkeel', large), of('evenkeel', small)];
  const figures = {
    saveGrowth: ours.saveP50Ms / oursSmall.saveP50Ms,
    saveVsSqliteFull: ours.saveP50Ms / of('sqliteFull', large).saveP50Ms,
    saveVsLowdb: ours.saveP50Ms / of('lowdb', large).saveP50Ms,
    loadFirstScreenMs: ours.firstScreenMs,
    loadGrowth: ours.firstScreenMs / oursSmall.firstScreenMs,
    rows,
  };
  const largest = of('evenkeel', Math.max(...sizes));
  return { figures, lines: report(rows, figures), missed: missedTargets(figures, ours, largest) };
}

type Figures = Readonly<
  Record<
    'saveGrowth' | 'saveVsSqliteFull' | 'saveVsLowdb' | 'loadFirstScreenMs' | 'loadGrowth',
    number
  >
>;

function report(rows: readonly Row[], figures: Figures): readonly string[] {
  const head =
    'meetings store       save p50   p95 ms  block p95  KB/edit  first screen  all ms  RSS MB';
  const cells = (row: Row): string =>
    [
      String(row.meetings).padStart(8),
      row.store.padEnd(10),
      row.saveP50Ms.toFixed(2).padStart(9),
      row.saveP95Ms.toFixed(2).padStart(8),
      row.blockP95Ms.toFixed(2).padStart(10),
      row.writtenKbPerEdit.toFixed(1).padStart(8),
      row.firstScreenMs.toFixed(0).padStart(13),
      row.loadAllMs.toFixed(0).padStart(7),
      row.listRssMb.toFixed(0).padStart(7),
    ].join(' ');
  return [
    `Medians of ${runs} runs each, in turns, each in a process of its own:`,
    head,
    ...rows.map(cells),
    `Ours: growth of a save ${figures.saveGrowth.toFixed(2)}, against SQLite FULL ${figures.saveVsSqliteFull.toFixed(2)}, against lowdb ${figures.saveVsLowdb.toFixed(4)}.`,
  ];
}

/** Each target, whether it is met, and what to say when it is not. */
function missedTargets(figures: Figures, ours: Row, largest: Row): readonly string[] {
  const targets: readonly (readonly [met: boolean, sentence: string])[] = [
    [figures.saveGrowth <= 1.5, 'A save grows with the data.'],
    [figures.saveVsSqliteFull <= 2, 'A save takes more than twice as long as in SQLite.'],
    [largest.saveP95Ms < 10, 'One save in twenty takes more than 10 ms.'],
    [largest.blockP95Ms < 5, 'Saving holds up the event loop for more than 5 ms.'],
    [figures.loadFirstScreenMs < 100, 'The first screen waits for its data more than 100 ms.'],
    [ours.listRssMb < 150, 'The lists take more than 150 MB of memory.'],
  ];
  return targets.filter(([isMet]) => !isMet).map(([, sentence]) => sentence);
}
