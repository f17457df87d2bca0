import { dirname, join } from 'node:path';
import { m } from '../../messages/index.ts';
import type { Disk } from './document-file.ts';
import { peopleFolder } from './document-paths.ts';
import { syncFolder } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import type { PlannedChange } from './planned-act.ts';
import type { Problems } from './problems.ts';
import { reasonOf } from './save-failure.ts';
import type { Place, Shelf } from './shelf.ts';
import { folderNameIn } from './shelf.ts';

const problemId = 'waiting';

/**
 * Brings documents from memory to their files. What an act has made final but a file would not
 * take (another program holds it, say) stays due, is told, and is tried again.
 */
export class FolderWriter {
  readonly #disk: Disk;
  readonly #dataFolder: string;
  readonly #shelf: Shelf;
  readonly #problems: Problems;
  readonly #due = new Map<string, Place>();

  constructor(disk: Disk, dataFolder: string, shelf: Shelf, problems: Problems) {
    this.#disk = disk;
    this.#dataFolder = dataFolder;
    this.#shelf = shelf;
    this.#problems = problems;
  }

  /**
   * Does all that can fail for want of room or leave, ahead of the moment at which the act becomes
   * final. Leaves nothing behind when it rejects, with the disk's own error.
   */
  async prepare(changes: readonly PlannedChange[]): Promise<void> {
    try {
      for (const { place, before, after } of changes) {
        if (before === null) await this.ensureFolder(place);
        // Preparing what is to be removed shows whether its folder can be written.
        const document = after ?? before;
        if (document !== null) await place.file.prepare(document);
      }
    } catch (error) {
      await this.discard(changes);
      throw error;
    }
  }

  /** Takes back what `prepare` did. */
  async discard(changes: readonly PlannedChange[]): Promise<void> {
    for (const { place } of changes) {
      await place.file.discard();
      if (this.#shelf.placeOf(place.ref) === null) await this.#removeFolderIfEmpty(place);
    }
  }

  /** Notes that a place's file must become what the shelf has. */
  markDue(place: Place): void {
    this.#due.set(place.path, place);
  }

  /** Writes what is due; answers whether all of it is on disk now. */
  async catchUp(): Promise<boolean> {
    let isDone = true;
    for (const [path, place] of this.#due) {
      try {
        await this.#write(place);
        this.#due.delete(path);
      } catch (error) {
        isDone = false;
        const message = m.main_store_waiting({ file: place.file.path, reason: reasonOf(error) });
        this.#problems.add(problemId, message);
      }
    }
    if (isDone) this.#problems.withdraw(problemId);
    return isDone;
  }

  /**
   * Makes the person's folder that a place is in, if it is missing; but never the folders above it:
   * when those are gone, so is the drive that they were on.
   */
  async ensureFolder(place: Place): Promise<void> {
    if (folderNameIn(place.path) === null) return;
    try {
      await this.#disk.files.makeFolder(dirname(place.file.path));
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return;
      throw error;
    }
    await syncFolder(this.#disk.files, join(this.#dataFolder, peopleFolder));
  }

  async #write(place: Place): Promise<void> {
    const current = this.#shelf.placeOf(place.ref);
    if (current?.path === place.path) {
      await current.low.write();
      return;
    }
    await place.file.write(null);
    await this.#removeFolderIfEmpty(place);
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
