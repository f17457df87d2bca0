// The thread that reads a calendar. A file of its own in the built app, beside main's; it reads one
// calendar and ends, so that a hostile one takes nothing with it.
import { parentPort, workerData } from 'node:worker_threads';
import { readCalendar } from '../../domain/calendar/read-calendar.ts';
import { decodeCalendar } from './decode-calendar.ts';
import type { ReadingInput } from './read-in-thread.ts';

const { bytes, charset, options } = workerData as ReadingInput;
parentPort?.postMessage(readCalendar(decodeCalendar(bytes, charset), options));
