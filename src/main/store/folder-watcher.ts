import {
  isDocumentFolder,
  isDocumentPath,
  peopleFolder,
  settingsFile,
  otherFolders,
} from './document-paths.ts';
import type { Reading } from './read-folder.ts';
import { fullPath } from './read-folder.ts';

/** Programs write a file in several steps, and a sync tool many files: they are looked at once. */
const restMilliseconds = 150;

/**
 * Hears what other programs do in the data folder while it is open: one watcher for each folder,
 * since a recursive one takes memory for every file. What it names is looked at, never trusted.
 */
export class FolderWatcher {
  readonly #reading: Reading;
  readonly #lookAt: (path: string) => Promise<void>;
  readonly #stops = new Map<string, () => void>();
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  /** @param lookAt takes in what a file is now, given its path below the data folder */
  constructor(reading: Reading, lookAt: (path: string) => Promise<void>) {
    this.#reading = reading;
    this.#lookAt = lookAt;
  }

  /** Watches the folder of all people, that of each of them, and the others. */
  async start(): Promise<void> {
    this.#watch('');
    for (const folder of otherFolders) this.#watch(folder);
    this.#watch(peopleFolder);
    for (const { name, isFolder } of await this.#itemsOf(peopleFolder)) {
      if (isFolder && !name.startsWith('.')) this.#watch(`${peopleFolder}/${name}`);
    }
  }

  stop(): void {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
  }

  #watch(folder: string): void {
    this.#stops.get(folder)?.();
    const { files } = this.#reading.disk;
    const stop = files.watch(fullPath(this.#reading, folder), (name) => {
      if (folder === '') this.#noteTop(name);
      else this.#note(name === null ? folder : `${folder}/${name}`);
    });
    this.#stops.set(folder, stop);
  }

  #noteTop(name: string | null): void {
    this.#note(settingsFile);
    for (const folder of otherFolders) {
      if (name !== null && name !== folder) continue;
      // It may be another folder than the one that was watched.
      this.#watch(folder);
      this.#note(folder);
    }
  }

  #note(path: string): void {
    if (this.#isClosed) return;
    this.#waiting.add(path);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#lookAround();
    }, restMilliseconds).unref();
  }

  async #lookAround(): Promise<void> {
    const paths = [...this.#waiting];
    this.#waiting.clear();
    for (const path of paths) {
      // What cannot be looked at now is seen at the next start.
      await this.#lookInto(path).catch(() => undefined);
    }
  }

  async #lookInto(path: string): Promise<void> {
    if (this.#isClosed) return;
    if (path === settingsFile || isDocumentPath(path)) {
      await this.#lookAt(path);
    } else if (path === peopleFolder) {
      for (const { name } of await this.#itemsOf(path)) await this.#lookInto(`${path}/${name}`);
    } else if (isDocumentFolder(path)) {
      await this.#lookIntoFolder(path);
    }
  }

  async #lookIntoFolder(path: string): Promise<void> {
    // Heard before it is read, so that nothing comes between; it may be another one than before, or empty yet.
    if ((await this.#itemsIn(path)) === null) this.#stopWatching(path);
    else this.#watch(path);
    const names = new Set((await this.#itemsOf(path)).map(({ name }) => `${path}/${name}`));
    for (const known of this.#reading.catalog.entriesIn(path)) names.add(known.path);
    for (const name of names) await this.#lookInto(name);
  }

  #stopWatching(folder: string): void {
    this.#stops.get(folder)?.();
    this.#stops.delete(folder);
  }

  async #itemsOf(folder: string) {
    return (await this.#itemsIn(folder)) ?? [];
  }

  /** What is in a folder; null when it cannot be read. */
  async #itemsIn(folder: string) {
    try {
      return await this.#reading.disk.files.readFolder(fullPath(this.#reading, folder));
    } catch {
      return null;
    }
  }
}
