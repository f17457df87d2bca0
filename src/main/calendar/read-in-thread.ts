import { once } from 'node:events';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { CalendarFile, ReadingOptions } from '../../domain/calendar/calendar-event.ts';
import type { ReadingFailure } from '../../domain/calendar/refresh.ts';

/** What the thread is given. */
export interface ReadingInput {
  readonly bytes: Uint8Array;
  /** What a server says of the writing; null when nobody says anything. */
  readonly charset: string | null;
  readonly options: ReadingOptions;
}

export type ReadFile =
  | { readonly ok: true; readonly file: CalendarFile }
  | { readonly ok: false; readonly failure: ReadingFailure };

/** Reads a calendar, however large or hostile, without holding up anybody. */
export type ReadCalendar = (input: ReadingInput) => Promise<ReadFile>;

/** Starts a thread that runs calendar-worker.ts. */
export type StartCalendarWorker = (options: WorkerOptions) => Worker;

/** What 50,000 events need several times over. */
const largestHeapMegabytes = 1024;
const patienceMilliseconds = 60_000;

/** A reader with a thread of its own for each calendar, which ends with it, or when it takes too long. */
export function readInThread(
  startWorker: StartCalendarWorker,
  patience = patienceMilliseconds,
): ReadCalendar {
  return async (input) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReadFile>();
    const worker = startWorker({
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: largestHeapMegabytes },
    });
    const giveUp = (): void => {
      resolve({ ok: false, failure: 'too-much-work' });
    };
    const timer = setTimeout(giveUp, patience);
    const thread = { hasAnswered: false };
    worker.on('message', (file: CalendarFile) => {
      thread.hasAnswered = true;
      const { refusal } = file;
      resolve(refusal === null ? { ok: true, file } : { ok: false, failure: refusal });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp();
      else reject(error);
    });
    const ended = once(worker, 'exit');
    worker.on('exit', giveUp);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      // One that answered is about to end by itself: to end it at that moment can take the whole
      // process with it.
      await (thread.hasAnswered ? ended : worker.terminate());
    }
  };
}
