import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import { summaryOf } from '../../domain/documents/summaries.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import { m } from '../../messages/index.ts';
import { FolderWatcher } from './folder-watcher.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { IndexKeeper } from './index-keeper.ts';
import type { Journal } from './journal.ts';
import type { Emit, Keeper } from './keeper-api.ts';
import type { PlannedChange } from './planned-act.ts';
import { planChanges } from './planned-act.ts';
import { notSaved, reasonOf } from './save-failure.ts';
import type { Found, Reading } from './read-folder.ts';
import { findNew, mergeCopy, setCopyAside, takeIn } from './outside.ts';
import { Settler } from './settler.ts';
import type { Place } from './shelf.ts';
import type { Act, DocumentVersion, RemovedDocument, Undone } from './store.ts';
import { NotSavedError } from './store.ts';
import { Turns } from './turns.ts';
import { changesToFinish, changesToUndo } from './undo.ts';

/** What an open keeper is made of. */
export interface KeeperParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  readonly index: IndexKeeper;
  /** The instant, UTC, ISO 8601. */
  readonly now: () => string;
  readonly emit: Emit;
  /** How long after an act its documents may wait for more to come before they are written. */
  readonly settleMilliseconds: number;
  /** The journal of a folder that may be written; the sentence for one that may not. */
  readonly journal: Journal | { readonly readOnlyReason: string };
}

/**
 * Owns the disk of one data folder. An act is final with its record in the journal: before the
 * record nothing has happened, after it everything will, crash or no crash. The documents' files
 * follow a moment later, and the journal lets go of an act only when they have.
 */
export class FolderKeeper implements Keeper {
  readonly #parts: KeeperParts;
  readonly #turns = new Turns();
  readonly #settler: Settler;
  /** What documents were before the first act that their files lack, by path, for the history. */
  readonly #earlier = new Map<string, Document>();
  readonly #watcher: FolderWatcher;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#settler = new Settler(() => this.#settle(), parts.settleMilliseconds);
    this.#watcher = new FolderWatcher(parts.reading, (path) => this.#lookAt(path));
  }

  read(ref: DocumentRef): Promise<Document | null> {
    return Promise.resolve(this.#parts.reading.shelf.documentOf(ref));
  }

  list(kind: DocumentRef['kind']): Promise<readonly Document[]> {
    return Promise.resolve(this.#parts.reading.shelf.list(kind));
  }

  commit(act: Act, at: string): Promise<UndoTicket | null> {
    return this.#turns.take(() => this.#commit(act, at));
  }

  undo(ticketId: string, at: string): Promise<Undone> {
    return this.#turns.take(async (): Promise<Undone> => {
      const record = this.#writableJournal().find(ticketId);
      if (record === null) return { kind: 'unknown' };
      const changes = changesToUndo(record, (ref) => this.#parts.reading.shelf.documentOf(ref));
      const redo = await this.#commit({ label: record.label, changes }, at);
      return redo === null ? { kind: 'nothing-left' } : { kind: 'undone', redo };
    });
  }

  summaries(kind: DocumentRef['kind']): Promise<readonly Summary[]> {
    return Promise.resolve(this.#parts.reading.shelf.list(kind).map(summaryOf));
  }

  search(text: string, limit: number): Promise<readonly DocumentRef[]> {
    return this.#parts.index.search(text, limit);
  }

  versions(ref: DocumentRef): Promise<readonly DocumentVersion[]> {
    return Promise.resolve(this.#parts.reading.history.versionsOf(ref));
  }

  readVersion(number: number): Promise<Document | null> {
    return Promise.resolve(this.#parts.reading.history.read(number));
  }

  removed(): Promise<readonly RemovedDocument[]> {
    const { history, shelf } = this.#parts.reading;
    const newest = [...history.newestOfEach()];
    const removed = newest.filter(({ document }) => shelf.placeOf(document) === null);
    return Promise.resolve(removed);
  }

  async flush(): Promise<void> {
    await this.#turns.rest();
    await this.#settler.now();
  }

  /** Leads acts to their end that a crash interrupted. For the start, before anybody reads. */
  async finishInterrupted(): Promise<void> {
    await this.#turns.take(() => {
      const journal = this.#writableJournal();
      const { shelf } = this.#parts.reading;
      const changes = changesToFinish(journal.unsettledActs(), (ref) => shelf.documentOf(ref));
      this.#takeEffect(planChanges(shelf, changes), journal.newestAct);
      return Promise.resolve();
    });
    await this.#settler.now();
  }

  /** Follows from now on what other programs do in the folder, and merges the copies they left. */
  async watch(): Promise<void> {
    const { copies } = this.#parts.reading;
    for (const path of copies.splice(0)) await this.#lookAt(path).catch(() => undefined);
    await this.#watcher.start();
  }

  async close(): Promise<void> {
    await this.#turns.rest();
    this.#watcher.stop();
    await this.#settler.stop();
    const { journal, reading } = this.#parts;
    if (!('readOnlyReason' in journal)) {
      await this.#settle();
      await journal.close();
    }
    await this.#parts.index.close();
    reading.history.close();
  }

  #writableJournal(): Journal {
    const { journal } = this.#parts;
    if ('readOnlyReason' in journal) throw new NotSavedError(journal.readOnlyReason);
    return journal;
  }

  async #commit(act: Act, at: string): Promise<UndoTicket | null> {
    const planned = planChanges(this.#parts.reading.shelf, act.changes);
    return planned.length === 0 ? null : await this.#makeFinal(planned, act.label, at);
  }

  async #makeFinal(
    planned: readonly PlannedChange[],
    label: string,
    at: string,
  ): Promise<UndoTicket> {
    const { disk, localFolder } = this.#parts.reading;
    const journal = this.#writableJournal();
    const ticket = { id: disk.newId(), label };
    const changes = planned.map(({ place, before, after }) => ({ ...place.ref, before, after }));
    try {
      await journal.append({ ticket: ticket.id, label, at, changes });
    } catch (error) {
      throw notSaved(error, localFolder);
    }
    this.#takeEffect(planned, journal.newestAct);
    this.#tell(planned);
    return ticket;
  }

  #tell(changes: readonly PlannedChange[]): void {
    this.#parts.emit({ kind: 'changed', touched: changes.map(({ place }) => place.ref) });
  }

  #takeEffect(planned: readonly PlannedChange[], act: number): void {
    for (const change of planned) {
      const { path } = change.place;
      if (change.before !== null && !this.#earlier.has(path))
        this.#earlier.set(path, change.before);
      this.#show(change);
      this.#parts.writer.markDue(change.place, act);
    }
    this.#settler.soon();
  }

  /** From now on readers see the document as the change leaves it. */
  #show({ place, after }: PlannedChange): void {
    const { shelf } = this.#parts.reading;
    if (after === null) shelf.remove(place);
    else shelf.put(place, after);
  }

  /** Keeps in the history what was in files that have been written, and what is now. */
  #remember(written: readonly Place[]): void {
    const { history, problems } = this.#parts.reading;
    const at = this.#parts.now();
    try {
      for (const { path, file } of written) {
        const before = this.#earlier.get(path);
        this.#earlier.delete(path);
        if (before !== undefined) history.add(before, path, at);
        if (file.seen !== null) history.add(file.seen, path, at);
      }
      problems.withdraw('history');
    } catch (error) {
      problems.add('history', m.main_store_history_failed({ reason: reasonOf(error) }));
    }
  }

  #lookAt(path: string): Promise<void> {
    return this.#turns.take(async () => {
      const { reading, writer } = this.#parts;
      // What is about to be written is compared then.
      if (writer.isDue(path)) return;
      const known = reading.shelf.placeAtPath(path);
      if (known !== null) await this.#takeIn(known);
      else await this.#takeInNew(await findNew(reading, path));
    });
  }

  async #takeIn(place: Place): Promise<void> {
    const { reading, writer, now } = this.#parts;
    const taken = await takeIn(reading, place);
    if (taken === null) return;
    const isChanged = !isSameJson(taken.before, taken.after);
    if (taken.isDue && isChanged) {
      await this.#makeFinal([taken], m.main_store_changed_elsewhere(), now());
    } else if (taken.isDue) {
      this.#takeEffect([taken], this.#writableJournal().newestAct);
    } else {
      writer.forget(place.path);
      if (taken.before !== null) this.#earlier.set(place.path, taken.before);
      this.#remember([place]);
      this.#show(taken);
      reading.shelf.letGo(place);
      this.#parts.index.follow([place]);
      if (isChanged) this.#tell([taken]);
    }
  }

  async #takeInNew(found: Found | null): Promise<void> {
    if (found === null) return;
    const { reading, now } = this.#parts;
    const { place, document: after } = found;
    const other = reading.shelf.placeOf(place.ref);
    if (other !== null && (await other.file.isThere())) {
      const change = mergeCopy(reading, found);
      if (change !== null && !isSameJson(change.before, change.after)) {
        await this.#makeFinal([change], m.main_store_changed_elsewhere(), now());
      }
      await setCopyAside(reading, found);
      return;
    }
    // New, or moved here by hand.
    const before = other === null ? null : reading.shelf.documentOf(other.ref);
    if (other !== null) {
      reading.shelf.remove(other);
      reading.shelf.letGo(other);
    }
    this.#show({ place, before, after });
    this.#parts.index.follow([place]);
    this.#tell([{ place, before, after }]);
  }

  /** Brings what is final to its files; answers whether it could. */
  async #settle(): Promise<boolean> {
    const { journal, writer } = this.#parts;
    if ('readOnlyReason' in journal) return true;
    const { isDone, changed, written } = await writer.catchUp();
    this.#remember(written);
    this.#parts.index.follow(written);
    for (const place of changed) await this.#turns.take(() => this.#takeIn(place));
    // Without this note the next start looks at the acts once more and finds them done.
    await journal.markSettled((writer.oldestDueAct ?? journal.newestAct + 1) - 1).catch(() => null);
    return isDone;
  }
}
