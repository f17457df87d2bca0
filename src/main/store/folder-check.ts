import { setTimeout as wait } from 'node:timers/promises';
import { FolderWatcher } from './folder-watcher.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { OutsideChanges } from './outside-changes.ts';
import type { Reading } from './read-folder.ts';
import type { Remembering } from './remembering.ts';
import type { Turns } from './turns.ts';

interface FolderCheckParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  readonly outside: OutsideChanges;
  readonly remembering: Remembering;
  readonly turns: Turns;
  /** How long the first screen has the disk for itself before the folder is compared. */
  readonly checkAfterMilliseconds: number;
}

/** Finds what other programs have made of the folder, and follows what they make of it. */
export class FolderCheck {
  readonly #parts: FolderCheckParts;
  readonly #watcher: FolderWatcher;
  readonly #ending = new AbortController();
  #checking: Promise<void> = Promise.resolve();

  constructor(parts: FolderCheckParts) {
    this.#parts = parts;
    this.#watcher = new FolderWatcher(parts.reading, (path) => this.#lookAt(path));
  }

  /**
   * Compares the folder with what was known of it, merges the copies that sync tools left, and
   * follows from now on what other programs do. All of it while the app is already in use; and anew when
   * a drive has been away.
   * @param isEntered whether every document has just been entered
   */
  start(isEntered: boolean): void {
    const check = (): Promise<void> => this.#check(isEntered).catch(() => undefined);
    this.#checking = this.#checking.then(check);
  }

  /** Resolves when the folder has been compared. */
  whenDone(): Promise<void> {
    return this.#checking;
  }

  /** Looks at nothing any more; `whenDone` resolves soon. */
  stop(): void {
    this.#ending.abort();
    this.#watcher.stop();
  }

  async #check(isEntered: boolean): Promise<void> {
    const { checkAfterMilliseconds, outside, remembering } = this.#parts;
    const { signal } = this.#ending;
    await wait(checkAfterMilliseconds, undefined, { signal });
    await this.#watcher.start();
    for (const path of await outside.pathsToLookAt(isEntered)) {
      signal.throwIfAborted();
      // What cannot be looked at now is seen at the next start; the others are looked at all the same.
      await this.#lookAt(path).catch(() => undefined);
    }
    await remembering.catchUp();
  }

  #lookAt(path: string): Promise<void> {
    const { outside, turns, writer } = this.#parts;
    return turns.take(async () => {
      await outside.lookAt(path);
      writer.closeUnused();
    });
  }
}
