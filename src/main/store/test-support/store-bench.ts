import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document, DocumentRef } from '../../../domain/documents/document.ts';
import type { FileSystem } from '../file-system.ts';
import type { StoreOptions } from '../open-store.ts';
import { openStore } from '../open-store.ts';
import { startStoreWorker } from './start-store-worker.ts';
import type { Act, Acted, Store } from '../store.ts';

let idsGiven = 0;
/** Ids that no two stores of this process share. */
export const nextId = (): string => `id-${String((idsGiven += 1)).padStart(8, '0')}`;

/** Two folders of their own for one test: the data, and what is local. */
export class StoreFolders {
  readonly root: string;
  readonly dataFolder: string;
  readonly localFolder: string;
  /** The instant that stores opened here have, UTC, ISO 8601. */
  now = '2026-11-23T09:00:00Z';
  readonly #open = new Set<Store>();

  private constructor(root: string) {
    this.root = root;
    this.dataFolder = join(root, 'data');
    this.localFolder = join(root, 'local');
  }

  static async make(): Promise<StoreFolders> {
    return new StoreFolders(await mkdtemp(join(tmpdir(), 'evenkeel-store-')));
  }

  /** The same in a folder that is there. */
  static in(root: string): StoreFolders {
    return new StoreFolders(root);
  }

  /**
   * Opens the folder's store on this thread, and throws the sentence when it cannot be opened.
   * @param fileSystem a disk that fails
   */
  open(fileSystem?: FileSystem): Promise<Store> {
    return this.openWith(fileSystem === undefined ? {} : { fileSystem });
  }

  /** Opens it as the app does, with a thread that owns the disk. */
  openInWorker(): Promise<Store> {
    return this.openWith({ startWorker: startStoreWorker });
  }

  /** Opens it otherwise than usual, and waits until the folder has been compared. */
  async openWith(options: Partial<StoreOptions>): Promise<Store> {
    const opened = await openStore({
      dataFolder: this.dataFolder,
      localFolder: this.localFolder,
      now: () => this.now,
      newId: nextId,
      checkAfterMilliseconds: 0,
      ...options,
    });
    if (!opened.ok) throw new Error(opened.error.message);
    this.#open.add(opened.value);
    await opened.value.whenChecked();
    return opened.value;
  }

  /** Where a file of the data folder is. */
  inData(path: string): string {
    return join(this.dataFolder, path);
  }

  /** Writes a file as careful programs do, and sync tools: a document, or whatever text. */
  async writeElsewhere(path: string, content: Document | string): Promise<void> {
    const place = this.inData(path);
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(`${place}.part`, text);
    await rename(`${place}.part`, place);
  }

  /** The copies that were set aside. */
  async quarantine(): Promise<readonly string[]> {
    const local = await this.filesIn(this.localFolder);
    return local.filter((path) => path.includes('/quarantine/'));
  }

  /** All files below a folder, by their path in it, sorted; none when it is not there. */
  async filesIn(folder = this.dataFolder): Promise<readonly string[]> {
    if (!existsSync(folder)) return [];
    const items = await readdir(folder, { recursive: true, withFileTypes: true });
    return items
      .filter((item) => item.isFile() && item.name !== '.evenkeel.lock')
      .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
      .sort();
  }

  async remove(): Promise<void> {
    for (const store of this.#open) await store.close().catch(() => undefined);
    await rm(this.root, { recursive: true, force: true });
  }
}

/** Puts documents in one act, and sees that their files are written. */
export const put = (store: Store, ...documents: readonly Document[]): Promise<Acted<null>> =>
  actAndFlush(store, {
    label: 'Put',
    changes: documents.map((document) => ({ kind: 'put', document })),
  });

/** Removes documents in one act, and sees that their files are gone. */
export const remove = (store: Store, ...refs: readonly DocumentRef[]): Promise<Acted<null>> =>
  actAndFlush(store, { label: 'Remove', changes: refs.map((ref) => ({ kind: 'remove', ref })) });

async function actAndFlush(store: Store, act: Act): Promise<Acted<null>> {
  const acted = await store.act(() => Promise.resolve({ act, value: null }));
  await store.flush();
  return acted;
}
