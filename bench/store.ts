import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../scripts/lib/bench.ts';
import { inProject } from '../scripts/lib/project.ts';
import { buildScripts } from '../src/main/store/test-support/build-scripts.ts';
import type { Row } from './lib/stores/measure-size.ts';
import { measureSize } from './lib/stores/measure-size.ts';
import { evaluate } from './lib/stores/report.ts';

const usualSizes = [200, 10_000, 50_000];

/** What a save and a start cost, here and in other stores, as the data grow. */
export const bench: Bench = {
  summary: 'Saving and loading at three sizes, in turns with lowdb, conf and SQLite (FULL).',
  run: async (args) => {
    const sizes = args.length > 0 ? args.map(Number) : usualSizes;
    const built = await mkdtemp(join(tmpdir(), 'evenkeel-bench-built-'));
    try {
      const source = inProject('bench', 'lib', 'stores', 'measure-one.ts');
      await buildScripts(built, { 'measure-one': source });
      const rows: Row[] = [];
      for (const meetings of sizes) {
        rows.push(...(await measureSize(join(built, 'measure-one.mjs'), meetings)));
      }
      return evaluate(rows);
    } finally {
      await rm(built, { recursive: true, force: true });
    }
  },
};
