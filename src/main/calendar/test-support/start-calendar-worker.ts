import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildFiles } from '../../store/test-support/build-scripts.ts';
import type { StartCalendarWorker } from '../read-in-thread.ts';

// Built, as in the app: a thread that has to make JavaScript of its sources first takes far longer, and
// Node has crashed while many such threads came and went.
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-calendar-worker-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const source = fileURLToPath(new URL('../calendar-worker.ts', import.meta.url));
await buildFiles(folder, { 'calendar-worker': source });

/** Starts the thread that reads calendars, with the Temporal that Node 24 has not. */
export const startCalendarWorker: StartCalendarWorker = (options) =>
  new Worker(join(folder, 'calendar-worker.mjs'), {
    ...options,
    execArgv: ['--import', import.meta.resolve('temporal-polyfill/global')],
  });
