import { Worker } from 'node:worker_threads';
import type { StartWorker } from '../remote-keeper.ts';

/** Starts the store's thread from its source, which Node reads as it is. */
export const startStoreWorker: StartWorker = (workerData) =>
  new Worker(new URL('../store-worker.ts', import.meta.url), { workerData });
