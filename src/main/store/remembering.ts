import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import type { Document } from '../../domain/documents/document.ts';
import { m } from '../../messages/index.ts';
import { isBackupDue } from './backup-schedule.ts';
import type { Entry } from './catalog.ts';
import type { PlannedChange } from './planned-act.ts';
import type { Found, Reading } from './read-folder.ts';
import { reasonOf } from './save-failure.ts';
import type { Place } from './shelf.ts';

/** Few enough that an act which comes meanwhile hardly waits. */
const documentsAtOnce = 4;
const stepAsideMilliseconds = 50;

/**
 * Keeps step with the files: the stamps and words in the catalogue, the versions in the history, and
 * a backup every hour. It comes after what is saved, never before, and in small parts.
 */
export class Remembering {
  readonly #reading: Reading;
  readonly #now: () => string;
  readonly #isBusy: () => boolean;
  /** What documents were before the first act that their files lack, by path. */
  readonly #earlier = new Map<string, Document>();
  #catchingUp: Promise<void> | null = null;
  #isStopped = false;

  /**
   * @param now the instant, UTC, ISO 8601
   * @param isBusy whether somebody is saving
   */
  constructor(reading: Reading, now: () => string, isBusy: () => boolean) {
    this.#reading = reading;
    this.#now = now;
    this.#isBusy = isBusy;
  }

  /** A document is about to change. */
  before({ place, before }: PlannedChange): void {
    if (before !== null && !this.#earlier.has(place.path)) this.#earlier.set(place.path, before);
  }

  /** Documents' files have been written, or removed. */
  written(places: readonly Place[]): void {
    const { catalog, history, shelf } = this.#reading;
    for (const { ref, path, file } of places) {
      if (file.seen !== null && shelf.documentOf(ref) === file.seen)
        catalog.put(file.seen, path, file.stamp);
    }
    const at = this.#now();
    this.#remember(() => {
      for (const { ref, path, file } of places) {
        const before = this.#earlier.get(path);
        this.#earlier.delete(path);
        if (before !== undefined) history.add(before, path, at);
        if (file.seen === null) history.addRemoval(ref, path, at);
        else history.add(file.seen, path, at);
      }
    });
  }

  /** A document was found that another program has written. */
  found({ place, document }: Found): void {
    this.#remember(() => {
      this.#reading.history.add(document, place.path, this.#now());
    });
  }

  /** A document is gone that another program has removed. */
  removed({ ref, path }: Entry): void {
    this.#remember(() => {
      this.#reading.history.addRemoval(ref, path, this.#now());
    });
  }

  /** Enters what words and first versions are missing; makes a backup when one is due. */
  catchUp(): Promise<void> {
    return (this.#catchingUp ??= this.#catchUp().finally(() => {
      this.#catchingUp = null;
    }));
  }

  /** Begins nothing any more. */
  stop(): void {
    this.#isStopped = true;
  }

  async rest(): Promise<void> {
    await this.#catchingUp;
  }

  async #catchUp(): Promise<void> {
    const { catalog, history } = this.#reading;
    while (!this.#isStopped && !catalog.isBroken) {
      const entries = entriesWithoutWords(this.#reading);
      if (entries.length === 0) break;
      for (const entry of entries) await this.#enterWords(entry);
      // Whatever somebody saves is more urgent than anything here.
      await (this.#isBusy() ? wait(stepAsideMilliseconds) : breathe());
    }
    if (this.#isStopped || catalog.isBroken) return;
    catalog.save();
    this.#remember(() => {
      if (isBackupDue(history.backups(), this.#now())) history.backUp('scheduled', this.#now());
      history.save();
    });
  }

  async #enterWords(entry: Entry): Promise<void> {
    const { catalog, history, shelf } = this.#reading;
    const { ref, path } = entry;
    const open = shelf.placeOf(ref);
    const isSeen = open?.file.stamp === entry.stamp;
    const file = isSeen ? open.file : shelf.placeAt(ref, path).file;
    const document = isSeen ? file.seen : await file.read().catch(() => null);
    // What has changed since is entered with its next stamp.
    catalog.putWords(entry, file.stamp === entry.stamp ? document : null);
    if (document === null || file.stamp !== entry.stamp) return;
    this.#remember(() => {
      if (!history.knows(ref)) history.add(document, path, this.#now());
    });
  }

  /** Earlier versions are worth a word to the user, but no document. */
  #remember(add: () => void): void {
    const { problems } = this.#reading;
    try {
      add();
      problems.withdraw('history');
    } catch (error) {
      problems.add('history', m.main_store_history_failed({ reason: reasonOf(error) }));
    }
  }
}

function entriesWithoutWords({ catalog }: Reading): readonly Entry[] {
  try {
    return catalog.entriesWithoutWords(documentsAtOnce);
  } catch {
    return [];
  }
}
