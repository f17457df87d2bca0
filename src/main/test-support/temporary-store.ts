import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../platform/clock.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** A clock that a test sets. */
export interface TestClock extends Clock {
  set(instant: string): void;
}

export function testClock(start: string, zone = 'Europe/Berlin'): TestClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    elapsedMilliseconds: () => now.epochMilliseconds,
    timeZone: () => zone,
    set: (instant) => {
      now = Temporal.Instant.from(instant);
    },
  };
}

export interface TemporaryStore {
  readonly store: Store;
  readonly folder: string;
  /** Closes the store and opens the same folder again, as the next start would. */
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

/** A real store in a folder of its own. */
export async function temporaryStore(clock: Clock): Promise<TemporaryStore> {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-main-'));
  const open = async (): Promise<Store> => {
    const opened = await openStore({
      dataFolder: join(folder, 'documents'),
      localFolder: join(folder, 'local'),
      now: () => clock.now().toString(),
      newId: () => randomUUID(),
    });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
  let store = await open();
  return {
    store,
    folder,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
