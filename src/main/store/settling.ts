import type { Acts } from './acts.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Journal } from './journal.ts';
import type { OutsideChanges } from './outside-changes.ts';
import type { Reading } from './read-folder.ts';
import type { Remembering } from './remembering.ts';
import { Settler } from './settler.ts';
import type { Turns } from './turns.ts';

interface SettlingParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  readonly acts: Acts;
  readonly outside: OutsideChanges;
  readonly remembering: Remembering;
  readonly turns: Turns;
  /** How long after an act its documents may wait for more to come before they are written. */
  readonly settleMilliseconds: number;
  /** Called when files can be written again that could not be. */
  readonly onDriveBack: () => void;
}

/** So many acts at most does a start look at again that had all come to their files. */
const mostUnnoted = 100;

/** Brings what is final to its files, and notes in the journal how far that is done. */
export class Settling {
  readonly #parts: SettlingParts;
  readonly #settler: Settler;
  /** Whether a file could not be written: the drive may be away, and its watchers with it. */
  #hasFailed = false;
  #isEnding = false;

  constructor(parts: SettlingParts) {
    this.#parts = parts;
    this.#settler = new Settler(() => this.#settle(), parts.settleMilliseconds);
  }

  /** Documents are newer here than in their files. */
  soon(): void {
    this.#settler.soon();
  }

  /** Brings to its files what is final now. */
  now(): Promise<void> {
    return this.#settler.now();
  }

  /** Brings the last of it to its files, and begins nothing after that. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#settler.stop();
    await this.#settle();
  }

  /** Answers whether it could. */
  async #settle(): Promise<boolean> {
    const { acts, outside, remembering, turns, writer } = this.#parts;
    const journal = acts.writableJournal;
    if (journal === null) return true;
    const { isDone, changed, written } = await writer.catchUp();
    remembering.written(written);
    for (const place of changed) await turns.take(() => outside.takeIn(place));
    await this.#noteSettled(journal, (writer.oldestDueAct ?? journal.newestAct + 1) - 1);
    await turns.take(() => {
      writer.closeUnused();
      return Promise.resolve();
    });
    void remembering.catchUp();
    if (isDone && this.#hasFailed) this.#parts.onDriveBack();
    this.#hasFailed = !isDone;
    // What could not be taken in yet is looked at again, later and later.
    return isDone && !changed.some(({ path }) => writer.isDue(path));
  }

  /**
   * Notes up to which act all is done. What the journal will then not lead to its end again must
   * stand in the catalogue, power cut or not; that takes the disk a moment, and waits for one in
   * which nobody types.
   */
  async #noteSettled(journal: Journal, act: number): Promise<void> {
    const { acts, reading } = this.#parts;
    if (act <= journal.settledAct) return;
    const canWait = acts.isBusy && act - journal.settledAct < mostUnnoted;
    if (canWait && !this.#isEnding) {
      this.soon();
      return;
    }
    reading.catalog.saveDurably();
    // Without this note the next start looks at the acts once more and finds them done.
    await journal.markSettled(act).catch(() => null);
  }
}
