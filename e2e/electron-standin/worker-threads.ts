import { createRequire, syncBuiltinESMExports } from 'node:module';
import type * as Threads from 'node:worker_threads';

const temporal = new URL('worker-temporal.ts', import.meta.url).href;

/** Gives the threads that the app starts what Electron's have and Node's have not: Temporal. */
export function equipThreads(): void {
  const threads = createRequire(import.meta.url)('node:worker_threads') as typeof Threads;
  class Worker extends threads.Worker {
    constructor(file: string | URL, options: Threads.WorkerOptions = {}) {
      const execArgv = [...(options.execArgv ?? []), '--import', temporal];
      super(file, { ...options, execArgv });
    }
  }
  Object.assign(threads, { Worker });
  syncBuiltinESMExports();
}
