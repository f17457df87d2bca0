import { Worker } from 'node:worker_threads';
import type { StartCalendarWorker } from '../read-in-thread.ts';

const temporal = new URL('../../../../scripts/test-setup/temporal.ts', import.meta.url).href;

/** Starts the thread that reads calendars from its source, with the Temporal that Node 24 has not. */
export const startCalendarWorker: StartCalendarWorker = (options) =>
  new Worker(new URL('../calendar-worker.ts', import.meta.url), {
    ...options,
    execArgv: ['--import', temporal],
  });
