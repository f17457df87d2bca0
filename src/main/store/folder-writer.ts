import { dirname, join } from 'node:path';
import { m } from '../../messages/index.ts';
import type { Disk } from './document-file.ts';
import { ChangedElsewhere } from './document-file.ts';
import { folderNameIn, folderOf, peopleFolder } from './document-paths.ts';
import { syncFolder } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import type { Problems } from './problems.ts';
import { reasonOf } from './save-failure.ts';
import type { Place, Shelf } from './shelf.ts';

const problemId = 'waiting';

/** A document that is newer in memory and journal than in its file. */
interface Due {
  readonly place: Place;
  /** The acts that its file lacks. */
  readonly oldestAct: number;
  readonly newestAct: number;
}

/** What came of writing so far. */
interface Attempt {
  /** In their places, which a power cut may still take back. */
  readonly moved: Due[];
  readonly changed: Place[];
  readonly failures: string[];
}

/** What came of writing what was due. */
export interface CaughtUp {
  /** False when a file could not be written and is to be tried again. */
  readonly isDone: boolean;
  /** Places whose files somebody else has changed: what is in them must be taken in first. */
  readonly changed: readonly Place[];
  /** Places whose files have been written, or removed. */
  readonly written: readonly Place[];
}

/**
 * Brings documents from memory to their files, after the journal has acknowledged them: however
 * many acts touched a document meanwhile, its file is replaced once. What a file would not take
 * (another program holds it, the disk is full) stays due, is told, and is tried again.
 */
export class FolderWriter {
  readonly #disk: Disk;
  readonly #dataFolder: string;
  readonly #shelf: Shelf;
  readonly #problems: Problems;
  readonly #due = new Map<string, Due>();

  constructor(disk: Disk, dataFolder: string, shelf: Shelf, problems: Problems) {
    this.#disk = disk;
    this.#dataFolder = dataFolder;
    this.#shelf = shelf;
    this.#problems = problems;
  }

  /** Notes that a place's file must become what the shelf has, because of this act. */
  markDue(place: Place, act: number): void {
    const oldestAct = this.#due.get(place.path)?.oldestAct ?? act;
    this.#due.set(place.path, { place, oldestAct, newestAct: act });
  }

  /** The oldest act that has not reached all of its files; null when all have. */
  get oldestDueAct(): number | null {
    const acts = [...this.#due.values()].map(({ oldestAct }) => oldestAct);
    return acts.length === 0 ? null : acts.reduce((one, other) => Math.min(one, other));
  }

  /** What is to be written or removed. */
  all(): readonly Due[] {
    return [...this.#due.values()];
  }

  /** Whether a file is to be written or removed that has not been yet. */
  isDue(path: string): boolean {
    return this.#due.has(path);
  }

  /** Forgets that a file is to be written: what is in it has been taken in. */
  forget(path: string): void {
    this.#due.delete(path);
  }

  /** Closes documents that nobody works on, and that are in their files. */
  closeUnused(): void {
    this.#shelf.trim((path) => this.isDue(path));
  }

  /** Writes what is due now. */
  async catchUp(): Promise<CaughtUp> {
    const attempt: Attempt = { moved: [], changed: [], failures: [] };
    // One after the other: more at once would keep the disk from whoever is waiting for the journal.
    for (const due of this.all()) {
      await this.#attempt(attempt, due.place, async () => {
        await this.#write(due.place);
        attempt.moved.push(due);
      });
    }
    const written: Place[] = [];
    for (const due of await this.#syncFolders(attempt)) {
      this.#noteWritten(due.place, due.newestAct);
      const isThere = due.place.file.seen !== null;
      if (!isThere) await this.#removeFolderIfEmpty(due.place);
      written.push(this.#shelf.placeAtPath(due.place.path) ?? due.place);
    }
    const { changed, failures } = attempt;
    const [failure] = failures;
    if (failure === undefined) this.#problems.withdraw(problemId);
    else this.#problems.add(problemId, failure);
    return { isDone: failure === undefined, changed, written };
  }

  async #attempt(attempt: Attempt, place: Place, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (error instanceof ChangedElsewhere) {
        attempt.changed.push(place);
        return;
      }
      const words = { file: place.file.path, reason: reasonOf(error) };
      attempt.failures.push(m.main_store_waiting(words));
    }
  }

  /** Syncs each folder once; gives what now survives a power cut. */
  async #syncFolders(attempt: Attempt): Promise<readonly Due[]> {
    const byFolder = Map.groupBy(attempt.moved, ({ place }) => dirname(place.path));
    const synced: Due[] = [];
    for (const dues of byFolder.values()) {
      const [first] = dues;
      if (first === undefined) continue;
      await this.#attempt(attempt, first.place, async () => {
        await this.#syncFolderOf(first.place, dues);
        synced.push(...dues);
      });
    }
    return synced;
  }

  /**
   * A folder that was never made, since all in it was removed before it was written, needs none; but
   * when the one above it is gone as well, so is the drive, and with it what was to be removed.
   */
  async #syncFolderOf({ path, file }: Place, dues: readonly Due[]): Promise<void> {
    try {
      await file.syncFolder();
    } catch (error) {
      const mayBeGone = folderOf(path) !== null && errorCode(error) === 'ENOENT';
      if (!mayBeGone || dues.some(({ place }) => place.file.seen !== null)) throw error;
      await this.expectDrive();
      await syncFolder(this.#disk.files, dirname(dirname(file.path)));
    }
  }

  /** What was changed again while it was being written stays due for the rest. */
  #noteWritten({ path }: Place, act: number): void {
    const due = this.#due.get(path);
    if (due === undefined || due.newestAct <= act) this.#due.delete(path);
    else this.#due.set(path, { ...due, oldestAct: act + 1 });
  }

  async #write(place: Place): Promise<void> {
    const current = this.#shelf.placeOf(place.ref);
    if (current?.path === place.path) {
      await this.#ensureFolder(place);
      await current.low.write();
      return;
    }
    await this.expectDrive();
    await place.file.write(null);
    this.#shelf.letGo(place);
  }

  /**
   * Sees that the drive is there: a file on one that is unplugged is neither removed nor missing, for
   * it comes back with the drive. Rejects with the disk's own error.
   */
  async expectDrive(): Promise<void> {
    await this.#disk.files.readFolder(join(this.#dataFolder, peopleFolder));
  }

  /**
   * Makes the person's folder that a place is in, or one that is nobody's, if it is missing; but never
   * the folder of all people: when that is gone, so is the drive that it was on, and nothing is made.
   */
  async #ensureFolder({ path, file }: Place): Promise<void> {
    // In the data folder itself something could be made even where the drive is away.
    if (folderNameIn(path) === null) await this.expectDrive();
    if (folderOf(path) === null) return;
    const folder = dirname(file.path);
    try {
      await this.#disk.files.makeFolder(folder);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return;
      throw error;
    }
    await syncFolder(this.#disk.files, dirname(folder));
  }

  async #removeFolderIfEmpty(place: Place): Promise<void> {
    if (folderNameIn(place.path) === null) return;
    try {
      await this.#disk.files.removeEmptyFolder(dirname(place.file.path));
    } catch {
      // It holds something, or another program has it open: an empty folder does no harm.
    }
  }
}
