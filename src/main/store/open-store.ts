import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import { FolderStore } from './folder-store.ts';
import type { KeeperEvent } from './keeper-api.ts';
import type { KeeperOptions } from './open-keeper.ts';
import { openKeeper } from './open-keeper.ts';
import type { StartWorker } from './remote-keeper.ts';
import { openRemoteKeeper } from './remote-keeper.ts';
import type { Store } from './store.ts';

export interface StoreOptions extends KeeperOptions {
  /**
   * Starts the thread that owns the disk (store-worker.ts). Without it the disk is this thread's,
   * where a test can let any step of it fail.
   */
  readonly startWorker?: StartWorker;
}

/**
 * Opens a data folder. One that cannot be written opens read-only, with a problem that says so; one
 * that can neither be read nor made is the failure `unavailable`, with a sentence.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const { dataFolder, localFolder, now, startWorker } = options;
  const clockAheadMilliseconds = Date.parse(now()) - Date.now();
  let store: FolderStore | null = null;
  const emit = (event: KeeperEvent): void => {
    store?.hear(event);
  };
  const opened = startWorker
    ? await openRemoteKeeper(startWorker, { dataFolder, localFolder, clockAheadMilliseconds }, emit)
    : await openKeeper(options, emit);
  if (!opened.ok) return opened;
  store = new FolderStore(opened.value, now);
  return success(store);
}
