import { documentKinds } from '../../domain/documents/document-kinds.ts';
import type { DocumentRef } from '../../domain/documents/document.ts';
import { settingsId } from '../../domain/documents/settings.ts';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import { earlyKeeper } from './early-keeper.ts';
import type { FirstLook } from './first-look.ts';
import { takeFirstLook } from './first-look.ts';
import { FolderStore } from './folder-store.ts';
import type { Keeper, KeeperEvent, OpenedKeeper } from './keeper-api.ts';
import type { KeeperOptions } from './open-keeper.ts';
import type { StartWorker } from './remote-keeper.ts';
import { openRemoteKeeper } from './remote-keeper.ts';
import type { Store } from './store.ts';
import { NotSavedError } from './store.ts';

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
 *
 * With a thread, lists can often be had before it has started: then the store is there at once, and
 * opens when `whenOpen` or anything else asks for more.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const look = options.startWorker ? takeFirstLook(options) : null;
  if (look !== null) return success(storeWithLook(look, options));
  let store: FolderStore | null = null;
  const opened = await openFolder(options, (event) => store?.hear(event));
  if (!opened.ok) return opened;
  store = new FolderStore(opened.value.keeper, () => Promise.resolve(opened), options.now);
  await store.whenOpen();
  return success(store);
}

function storeWithLook(look: FirstLook, options: StoreOptions): Store {
  let opening: Promise<Result<OpenedKeeper>> | null = null;
  const open = async (): Promise<Result<OpenedKeeper>> => {
    const opened = await openFolder(options, (event) => {
      store.hear(event);
    });
    look.close();
    // Another computer may have changed them; everything else is compared a little later.
    const settings = { kind: 'settings', id: settingsId } as const;
    const appeared = look.isOfNothing && opened.ok ? await allOf(opened.value.keeper) : [];
    store.hear({ kind: 'changed', touched: [settings, ...appeared] });
    return opened;
  };
  const whenOpen = (): Promise<Result<OpenedKeeper>> => (opening ??= open());
  const keeper = earlyKeeper({
    look,
    isOpening: () => opening !== null,
    open: async () => {
      // The store learns first what the keeper has found.
      await store.whenOpen();
      const opened = await whenOpen();
      if (!opened.ok) throw new NotSavedError(opened.error.message);
      return opened.value.keeper;
    },
  });
  const store: FolderStore = new FolderStore(keeper, whenOpen, options.now);
  return store;
}

/** All that came into a folder in which there was nothing a moment ago. */
async function allOf(keeper: Keeper): Promise<readonly DocumentRef[]> {
  const summaries = await Promise.all(documentKinds.map((kind) => keeper.summaries(kind)));
  return summaries.flat().map(({ kind, id }) => ({ kind, id }));
}

async function openFolder(
  { startWorker, ...options }: StoreOptions,
  emit: (event: KeeperEvent) => void,
): Promise<Result<OpenedKeeper>> {
  if (startWorker === undefined) {
    const { openKeeper } = await import('./open-keeper.ts');
    return openKeeper(options, emit);
  }
  const { dataFolder, localFolder, now } = options;
  const clockAheadMilliseconds = Date.parse(now()) - Date.now();
  return openRemoteKeeper(startWorker, { dataFolder, localFolder, clockAheadMilliseconds }, emit);
}
