import { isAbsolute, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CaptureDesk } from './capture/capture-desk.ts';
import { createCaptureDesk } from './capture/capture-desk.ts';
import type { StartRequest } from './lifecycle/command-line.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import { createNoticeBoard } from './notices/notice-board.ts';
import type { Clock } from './platform/clock.ts';
import { clockFrom, clockFromFile, systemClock } from './platform/clock.ts';
import type { DataPlaces } from './platform/data-places.ts';
import type { NewId } from './platform/ids.ts';
import { randomIds } from './platform/ids.ts';
import { report } from './platform/report.ts';
import { openStore } from './store/open-store.ts';

/** What every part of main is given. */
export interface Base {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly notices: NoticeBoard;
  readonly places: DataPlaces;
  readonly captures: CaptureDesk;
}

export function composeBase(request: StartRequest, places: DataPlaces): Base {
  const newId = randomIds();
  return {
    clock: clockOf(request),
    newId,
    notices: createNoticeBoard(),
    places,
    captures: createCaptureDesk({ folder: places.local, newId, report }),
  };
}

function clockOf({ now }: StartRequest): Clock {
  if (now === null) return systemClock();
  return isAbsolute(now) ? clockFromFile(now) : clockFrom(now);
}

/** Opens the data folder; the thread that owns the disk is a file of its own among the built ones. */
export function openData(
  builtFolder: string,
  { places: { documents, local }, clock, newId }: Base,
): ReturnType<typeof openStore> {
  return openStore({
    dataFolder: documents,
    localFolder: local,
    now: () => clock.now().toString(),
    newId,
    startWorker: (workerData) =>
      new Worker(join(builtFolder, 'main', 'store-worker.js'), { workerData }),
  });
}
