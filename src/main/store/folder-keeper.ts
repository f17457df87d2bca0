import { setTimeout as wait } from 'node:timers/promises';
import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import { m } from '../../messages/index.ts';
import { UnreadableDocument } from './disk-shape.ts';
import { eachOf } from './each-of.ts';
import { errorCode } from './file-system.ts';
import { FolderWatcher } from './folder-watcher.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Journal } from './journal.ts';
import type { Emit, Keeper } from './keeper-api.ts';
import { mergeCopy, readPatientlyAt, setCopyAside, takeIn } from './outside.ts';
import type { PlannedChange } from './planned-act.ts';
import { planChanges } from './planned-act.ts';
import type { Found, Reading } from './read-folder.ts';
import { changedPaths, clearLeftovers, enterFolder, recover } from './read-folder.ts';
import { Remembering } from './remembering.ts';
import { notSaved } from './save-failure.ts';
import { Settler } from './settler.ts';
import type { Place } from './shelf.ts';
import type {
  Act,
  Backup,
  BackupDifference,
  Change,
  DocumentVersion,
  RemovedDocument,
  Undone,
  Where,
} from './store.ts';
import { NotSavedError } from './store.ts';
import { Turns } from './turns.ts';
import { changesToFinish, changesToUndo } from './undo.ts';

/** What an open keeper is made of. */
export interface KeeperParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  /** The instant, UTC, ISO 8601. */
  readonly now: () => string;
  readonly emit: Emit;
  /** How long after an act its documents may wait for more to come before they are written. */
  readonly settleMilliseconds: number;
  /** How long the first screen has the disk for itself before the folder is compared. */
  readonly checkAfterMilliseconds: number;
  /** The journal of a folder that may be written; the sentence for one that may not. */
  readonly journal: Journal | { readonly readOnlyReason: string };
}

/** Few enough that the system's limit of open files is never near. */
const filesAtOnce = 24;

/** For so long after an act another may follow, which must not wait. */
const busyMilliseconds = 300;
/** So many acts at most does a start look at again that had all come to their files. */
const mostUnnoted = 100;

/**
 * Owns the disk of one data folder. An act is final with its record in the journal: before the
 * record nothing has happened, after it everything will, crash or no crash. The documents' files
 * follow a moment later, and the journal lets go of an act only when they have.
 */
export class FolderKeeper implements Keeper {
  readonly #parts: KeeperParts;
  readonly #turns = new Turns();
  readonly #settler: Settler;
  readonly #remembering: Remembering;
  readonly #watcher: FolderWatcher;
  readonly #closing = new AbortController();
  #checking: Promise<void> = Promise.resolve();
  #renewing: Promise<void> | null = null;
  #lastAct = Number.NEGATIVE_INFINITY;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#settler = new Settler(() => this.#settle(), parts.settleMilliseconds);
    this.#remembering = new Remembering(parts.reading, parts.now);
    this.#watcher = new FolderWatcher(parts.reading, (path) => this.#lookAt(path));
  }

  async read(ref: DocumentRef): Promise<Document | null> {
    const place = await this.#withCatalog(() => this.#open(ref));
    return place?.low.data ?? null;
  }

  async list(kind: DocumentRef['kind'], where?: Where): Promise<readonly Document[]> {
    const { catalog, shelf } = this.#parts.reading;
    const entries = await this.#withCatalog(() => catalog.entries(kind, where));
    const documents: (Document | null)[] = entries.map(() => null);
    await eachOf([...entries.entries()], filesAtOnce, async ([index, { ref, path }]) => {
      // All at once they would push out what somebody works on.
      const read = (): Promise<Document | null> => shelf.placeAt(ref, path).file.read();
      const document = shelf.documentOf(ref) ?? (await read().catch(() => this.read(ref)));
      documents[index] = shelf.documentOf(ref) ?? document;
    });
    return documents.filter((document) => document !== null);
  }

  commit(act: Act, at: string): Promise<UndoTicket | null> {
    return this.#turns.take(() => this.#commit(act, at));
  }

  undo(ticketId: string, at: string): Promise<Undone> {
    return this.#turns.take(async (): Promise<Undone> => {
      const { shelf } = this.#parts.reading;
      const record = this.#writableJournal().find(ticketId);
      if (record === null) return { kind: 'unknown' };
      await this.#toChange(async () => {
        for (const ref of record.changes) await this.#open(ref);
      });
      const changes = changesToUndo(record, (ref) => shelf.documentOf(ref));
      const redo = await this.#commit({ label: record.label, changes }, at);
      return redo === null ? { kind: 'nothing-left' } : { kind: 'undone', redo };
    });
  }

  summaries(kind: DocumentRef['kind'], where?: Where): Promise<readonly Summary[]> {
    return this.#withCatalog(() => this.#parts.reading.catalog.summaries(kind, where));
  }

  search(text: string, limit: number): Promise<readonly DocumentRef[]> {
    return this.#withCatalog(() => this.#parts.reading.catalog.search(text, limit));
  }

  async versions(ref: DocumentRef): Promise<readonly DocumentVersion[]> {
    await this.#settler.now();
    return this.#parts.reading.history.versionsOf(ref);
  }

  readVersion(number: number): Promise<Document | null> {
    return Promise.resolve(this.#parts.reading.history.read(number));
  }

  removed(): Promise<readonly RemovedDocument[]> {
    return Promise.resolve(this.#parts.reading.history.removed());
  }

  backups(): Promise<readonly Backup[]> {
    return Promise.resolve(this.#parts.reading.history.backups());
  }

  async differencesTo(backupId: number): Promise<readonly BackupDifference[] | null> {
    await this.flush();
    return this.#parts.reading.history.differencesTo(backupId);
  }

  async restore(backupId: number, label: string, at: string): Promise<UndoTicket | null> {
    const { history } = this.#parts.reading;
    const differences = (await this.differencesTo(backupId)) ?? [];
    const changes = differences
      .map(({ version }) => history.read(version))
      .filter((document) => document !== null)
      .map((document): Change => ({ kind: 'put', document }));
    if (changes.length === 0) return null;
    history.backUp('before-restore', at);
    return await this.commit({ label, changes }, at);
  }

  whenChecked(): Promise<void> {
    return this.#checking;
  }

  async flush(): Promise<void> {
    await this.#turns.rest();
    await this.#settler.now();
    await this.#remembering.catchUp();
  }

  /** Enters every document in the catalogue, which is empty. */
  async enterAll(purpose: 'tidying' | 'looking'): Promise<void> {
    const { reading } = this.#parts;
    await enterFolder(reading, purpose);
    reading.catalog.complete();
    reading.catalog.save();
  }

  /** Leads acts to their end that a crash interrupted. For the start, before anybody reads. */
  async finishInterrupted(): Promise<void> {
    await this.#turns.take(async () => {
      const journal = this.#writableJournal();
      const { shelf, catalog } = this.#parts.reading;
      const records = journal.unsettledActs();
      for (const change of records.flatMap(({ changes }) => changes)) {
        const written = change.after ?? change.before;
        if ((await this.#open(change)) !== null || written === null) continue;
        // Its file may have gone before the catalogue learnt of it.
        if ((await shelf.findWritten(written)) === null) catalog.remove(change);
      }
      const changes = changesToFinish(records, (ref) => shelf.documentOf(ref));
      this.#takeEffect(await planChanges(shelf, changes), journal.newestAct);
    });
    await this.#settler.now();
  }

  /**
   * Compares the folder with what was known of it, merges the copies that sync tools left, and
   * follows from now on what other programs do. All of it while the app is already in use.
   */
  startChecking(isEntered: boolean): void {
    this.#checking = this.#check(isEntered).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#watcher.stop();
    this.#remembering.stop();
    await this.#checking;
    await this.#turns.rest();
    await this.#settler.stop();
    const { journal, reading } = this.#parts;
    if (!('readOnlyReason' in journal)) {
      await this.#settle();
      await journal.close();
    }
    await this.#remembering.rest();
    reading.catalog.close();
    reading.history.close();
  }

  async #check(isEntered: boolean): Promise<void> {
    const { reading, checkAfterMilliseconds } = this.#parts;
    await wait(checkAfterMilliseconds, undefined, { signal: this.#closing.signal });
    await this.#watcher.start();
    const paths = isEntered ? [] : await changedPaths(reading);
    for (const path of [...paths, ...reading.copies.splice(0)]) {
      this.#closing.signal.throwIfAborted();
      await this.#lookAt(path);
    }
    await clearLeftovers(reading);
    await this.#remembering.catchUp();
  }

  #writableJournal(): Journal {
    const { journal } = this.#parts;
    if ('readOnlyReason' in journal) throw new NotSavedError(journal.readOnlyReason);
    return journal;
  }

  /** Asks the catalogue; one that is broken is made anew first. */
  async #withCatalog<T>(ask: () => T | Promise<T>): Promise<T> {
    await this.#renewing;
    if (!this.#parts.reading.catalog.isBroken) {
      try {
        return await ask();
      } catch (error) {
        if (!isDatabaseError(error)) throw error;
      }
    }
    await (this.#renewing ??= this.#renewCatalog());
    this.#renewing = null;
    return await ask();
  }

  async #renewCatalog(): Promise<void> {
    const { reading, writer } = this.#parts;
    const { catalog, shelf } = reading;
    catalog.renew();
    await this.enterAll('tidying');
    // What is open may be newer than its file.
    for (const { place } of writer.all()) {
      const document = shelf.documentOf(place.ref);
      if (document === null) catalog.remove(place.ref);
      else catalog.put(document, place.path, null);
    }
    void this.#remembering.catchUp();
  }

  /** Opens a document; one whose file is damaged comes back from the history, or is told of. */
  async #open(ref: DocumentRef): Promise<Place | null> {
    const { reading } = this.#parts;
    try {
      return await reading.shelf.open(ref);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
    }
    const entry = reading.catalog.entryOf(ref);
    if (entry !== null) await this.#takeInFile(entry.path);
    return await reading.shelf.open(ref).catch(() => null);
  }

  /** @throws NotSavedError when the disk keeps the documents from being read that are to change */
  async #toChange<T>(look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (errorCode(error) === null || isDatabaseError(error)) throw error;
      throw notSaved(error, this.#parts.reading.dataFolder);
    }
  }

  async #commit(act: Act, at: string): Promise<UndoTicket | null> {
    const { reading, writer } = this.#parts;
    const look = async (): Promise<readonly PlannedChange[]> => {
      for (const change of act.changes) {
        const ref = change.kind === 'put' ? change.document : change.ref;
        const isMissing = (await this.#open(ref)) === null;
        if (isMissing && reading.catalog.entryOf(ref) !== null) await writer.expectDrive();
      }
      return await planChanges(reading.shelf, act.changes);
    };
    const planned = await this.#withCatalog(() => this.#toChange(look));
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
    this.#tell(planned.map(({ place }) => place.ref));
    return ticket;
  }

  #tell(touched: readonly DocumentRef[]): void {
    this.#parts.emit({ kind: 'changed', touched });
  }

  #takeEffect(planned: readonly PlannedChange[], act: number): void {
    this.#lastAct = performance.now();
    for (const change of planned) {
      this.#remembering.before(change);
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

  #lookAt(path: string): Promise<void> {
    return this.#turns.take(async () => {
      const { reading, writer } = this.#parts;
      // What is about to be written is compared then.
      if (writer.isDue(path)) return;
      const open = reading.shelf.placeAtPath(path);
      if (open !== null) await this.#takeIn(open);
      else await this.#takeInFile(path);
      reading.shelf.trim((needed) => writer.isDue(needed));
    });
  }

  /** Takes in what somebody else has made of a document that is open. */
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
      this.#remembering.before(taken);
      this.#show(taken);
      reading.shelf.letGo(place);
      this.#remembering.written([place]);
      if (isChanged) this.#tell([place.ref]);
    }
  }

  /** Takes in what is in a file now of which nothing is open. */
  async #takeInFile(path: string): Promise<void> {
    const { reading } = this.#parts;
    const known = reading.catalog.entryAt(path);
    const stamp = await reading.disk.files.stampOf(reading.shelf.placeAt(unknown, path).file.path);
    if (known !== null && known.stamp === stamp) return;
    let found: Found | null = null;
    try {
      found = await readPatientlyAt(reading, path);
      reading.problems.withdraw(`damaged:${path}`);
    } catch (error) {
      await recover(reading, 'tidying', path, error);
      if (reading.shelf.placeAtPath(path) !== null) return;
    }
    if (known !== null && !isSameRef(known.ref, found?.place.ref)) {
      reading.catalog.remove(known.ref);
      this.#remembering.removed(known);
      this.#tell([known.ref]);
    }
    if (found !== null) await this.#takeInFound(found);
  }

  async #takeInFound(found: Found): Promise<void> {
    const { reading, now } = this.#parts;
    const { catalog, shelf } = reading;
    const { place, document } = found;
    const other = catalog.entryOf(place.ref);
    const isElsewhere = other !== null && other.path !== place.path;
    if (isElsewhere && (await shelf.placeAt(place.ref, other.path).file.isThere())) {
      const change = await mergeCopy(reading, found);
      if (change !== null && !isSameJson(change.before, change.after)) {
        await this.#makeFinal([change], m.main_store_changed_elsewhere(), now());
      }
      await setCopyAside(reading, found);
      return;
    }
    // New, changed, or moved here by hand.
    const moved = shelf.placeOf(place.ref);
    if (moved !== null) shelf.close(moved);
    catalog.put(document, place.path, place.file.stamp);
    this.#remembering.found(found);
    this.#tell([place.ref]);
  }

  /** Brings what is final to its files; answers whether it could. */
  async #settle(): Promise<boolean> {
    const { journal, writer, reading } = this.#parts;
    if ('readOnlyReason' in journal) return true;
    const { isDone, changed, written } = await writer.catchUp();
    this.#remembering.written(written);
    for (const place of changed) await this.#turns.take(() => this.#takeIn(place));
    await this.#noteSettled(journal, (writer.oldestDueAct ?? journal.newestAct + 1) - 1);
    await this.#turns.take(() => {
      reading.shelf.trim((path) => writer.isDue(path));
      return Promise.resolve();
    });
    void this.#remembering.catchUp();
    return isDone;
  }

  /**
   * Notes up to which act all is done. What the journal will then not lead to its end again must
   * stand in the catalogue, power cut or not; that takes the disk a moment, and waits for one in
   * which nobody types.
   */
  async #noteSettled(journal: Journal, act: number): Promise<void> {
    if (act <= journal.settledAct) return;
    const isBusy = performance.now() - this.#lastAct < busyMilliseconds;
    const canWait = isBusy && act - journal.settledAct < mostUnnoted;
    if (canWait && !this.#closing.signal.aborted) {
      this.#settler.soon();
      return;
    }
    this.#parts.reading.catalog.saveDurably();
    // Without this note the next start looks at the acts once more and finds them done.
    await journal.markSettled(act).catch(() => null);
  }
}

const unknown: DocumentRef = { kind: 'settings', id: '' };

const isSameRef = (one: DocumentRef, other: DocumentRef | undefined): boolean =>
  one.kind === other?.kind && one.id === other.id;

const isDatabaseError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
