import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { ActRecord, WayBackRecord } from './act-record.ts';
import { Acts } from './acts.ts';
import { CatalogGuard, isDatabaseError } from './catalog-guard.ts';
import { UnreadableDocument } from './disk-shape.ts';
import { eachOf } from './each-of.ts';
import { journalFile } from './file-names.ts';
import { fileStampOf } from './file-stamp.ts';
import { errorCode } from './file-system.ts';
import type { FolderLock } from './folder-lock.ts';
import { FolderWatcher } from './folder-watcher.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Journal } from './journal.ts';
import type { Emit, Keeper } from './keeper-api.ts';
import { mentionedPictures } from './mentioned-pictures.ts';
import { OutsideChanges } from './outside-changes.ts';
import type { PlannedChange } from './planned-act.ts';
import { planChanges } from './planned-act.ts';
import { listCopies } from './quarantine.ts';
import type { Purpose, Reading } from './read-folder.ts';
import { Remembering } from './remembering.ts';
import { notRead, notSaved } from './save-failure.ts';
import { Settler } from './settler.ts';
import type {
  Act,
  Backup,
  BackupDifference,
  Change,
  DocumentVersion,
  RemovedDocument,
  SearchWithin,
  SetAsideFile,
  Undone,
  WayBack,
  Where,
} from './store.ts';
import { Turns } from './turns.ts';
import { changesToFinish, changesToUndo } from './undo.ts';

/** What an open keeper is made of. */
export interface KeeperParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  /** Of a folder that may be written. */
  readonly lock: FolderLock | null;
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
  readonly #closing = new AbortController();
  readonly #settler: Settler;
  readonly #remembering: Remembering;
  readonly #acts: Acts;
  readonly #outside: OutsideChanges;
  readonly #guard: CatalogGuard;
  readonly #watcher: FolderWatcher;
  #checking: Promise<void> = Promise.resolve();
  /** Whether a file could not be written: the drive may be away, and its watchers with it. */
  #hasFailed = false;

  constructor(parts: KeeperParts) {
    const { reading, writer, now } = parts;
    this.#parts = parts;
    this.#settler = new Settler(() => this.#settle(), parts.settleMilliseconds);
    const remembering = new Remembering(reading, now, () => this.#acts.isBusy);
    const onDue = (): void => {
      this.#settler.soon();
    };
    const acts = new Acts({ ...parts, remembering, onDue });
    this.#remembering = remembering;
    this.#acts = acts;
    this.#outside = new OutsideChanges({ reading, writer, acts, remembering, now });
    this.#guard = new CatalogGuard(reading, writer, () => {
      acts.tellAllSoon();
      void remembering.catchUp();
    });
    this.#watcher = new FolderWatcher(reading, (path) => this.#lookAt(path));
  }

  async read(ref: DocumentRef): Promise<Document | null> {
    const { reading, writer } = this.#parts;
    try {
      const document = await this.#read(ref);
      // A document that is known and cannot be found has gone, or the whole drive has.
      if (document === null && reading.catalog.entryOf(ref) !== null) await writer.expectDrive();
      return document;
    } catch (error) {
      if (errorCode(error) === null || isDatabaseError(error)) throw error;
      throw notRead(error, reading.dataFolder);
    }
  }

  async #read(ref: DocumentRef): Promise<Document | null> {
    const { shelf } = this.#parts.reading;
    try {
      const place = await this.#guard.ask(() => shelf.open(ref));
      return place?.low.data ?? null;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
    }
    const place = await this.#turns.take(() => this.#outside.open(ref));
    return place?.low.data ?? null;
  }

  async list(kind: DocumentRef['kind'], where?: Where): Promise<readonly Document[]> {
    const { catalog, shelf } = this.#parts.reading;
    const entries = await this.#guard.ask(() => catalog.entries(kind, where));
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
      const record = this.#acts.journal().find(ticketId);
      if (record === null) return { kind: 'unknown' };
      await this.#toChange(async () => {
        for (const ref of record.changes) await this.#outside.open(ref);
      });
      const changes = await this.#guard.ask(() => this.#changesToUndo(record, at));
      if (changes === null) return { kind: 'person-gone' };
      const redo = await this.#commit({ label: record.label, changes }, at);
      await this.#noteWayBack({ taken: ticketId });
      return redo === null ? { kind: 'nothing-left' } : { kind: 'undone', redo };
    });
  }

  #changesToUndo(record: ActRecord, now: string): readonly Change[] | null {
    const { shelf, catalog } = this.#parts.reading;
    return changesToUndo(record, {
      current: (ref) => shelf.documentOf(ref),
      isThere: (ref) => catalog.entryOf(ref) !== null,
      meetingsWith: (personId) =>
        catalog.summaries('meeting', { personId }).filter((summary) => summary.kind === 'meeting'),
      articles: () => catalog.summaries('article').filter((summary) => summary.kind === 'article'),
      now,
    });
  }

  keepWayBack(ticketId: string): Promise<void> {
    return this.#turns.take(() => this.#noteWayBack({ kept: ticketId }));
  }

  waysBack(): Promise<readonly WayBack[]> {
    return this.#turns.take(() => {
      const { journal } = this.#parts;
      const acts = 'readOnlyReason' in journal ? [] : journal.waysBack();
      return Promise.resolve(acts.map(({ ticket: id, label, at }) => ({ id, label, at })));
    });
  }

  summaries(kind: DocumentRef['kind'], where?: Where): Promise<readonly Summary[]> {
    return this.#guard.ask(() => this.#parts.reading.catalog.summaries(kind, where));
  }

  search(text: string, limit: number, within?: SearchWithin): Promise<readonly DocumentRef[]> {
    return this.#guard.ask(() => this.#parts.reading.catalog.search(text, limit, within));
  }

  async versions(ref: DocumentRef): Promise<readonly DocumentVersion[]> {
    await this.#settler.now();
    return this.#parts.reading.history.versionsOf(ref);
  }

  readVersion(number: number): Promise<Document | null> {
    return Promise.resolve(this.#parts.reading.history.read(number));
  }

  async removed(): Promise<readonly RemovedDocument[]> {
    await this.#settler.now();
    return this.#parts.reading.history.removed();
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

  async backUp(at: string): Promise<void> {
    await this.flush();
    this.#parts.reading.history.backUp('before-restore', at);
  }

  setAside(): Promise<readonly SetAsideFile[]> {
    return listCopies(this.#parts.reading.disk, this.#parts.reading.localFolder);
  }

  async mentionedPictures(): Promise<readonly string[]> {
    await this.flush();
    const { reading } = this.#parts;
    try {
      return await mentionedPictures(reading, this.#acts.journal());
    } catch (error) {
      if (errorCode(error) === null || isDatabaseError(error)) throw error;
      throw notRead(error, reading.dataFolder);
    }
  }

  whenChecked(): Promise<void> {
    return this.#checking;
  }

  async flush(): Promise<void> {
    await this.#turns.rest();
    await this.#settler.now();
    await this.#remembering.catchUp();
  }

  /** Enters every document in the catalogue. For the start, before anybody reads. */
  enterAll(purpose: Purpose): Promise<void> {
    return this.#guard.enterAll(purpose);
  }

  /** Leads acts to their end that a crash interrupted. For the start, before anybody reads. */
  async finishInterrupted(): Promise<void> {
    await this.#turns.take(async () => {
      const { shelf, catalog } = this.#parts.reading;
      const records = this.#acts.journal().unsettledActs();
      for (const change of records.flatMap(({ changes }) => changes)) {
        const written = change.after ?? change.before;
        if ((await this.#outside.open(change)) !== null || written === null) continue;
        // Its file may have gone before the catalogue learnt of it.
        if ((await shelf.findWritten(written)) === null) catalog.remove(change);
      }
      const changes = changesToFinish(records, (ref) => shelf.documentOf(ref));
      this.#acts.takeEffect(await planChanges(shelf, changes));
    });
    await this.#settler.now();
  }

  /**
   * Compares the folder with what was known of it, merges the copies that sync tools left, and
   * follows from now on what other programs do. All of it while the app is already in use; and anew when
   * a drive has been away.
   * @param isEntered whether every document has just been entered
   */
  startChecking(isEntered: boolean): void {
    const check = (): Promise<void> => this.#check(isEntered).catch(() => undefined);
    this.#checking = this.#checking.then(check);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#watcher.stop();
    this.#remembering.stop();
    await this.#checking;
    await this.#turns.rest();
    await this.#settler.stop();
    const { journal, lock, reading } = this.#parts;
    if (!('readOnlyReason' in journal)) {
      await this.#settle();
      await journal.close();
    }
    await this.#remembering.rest();
    reading.catalog.close(fileStampOf(join(reading.localFolder, journalFile)));
    reading.history.close();
    await lock?.release();
  }

  async #check(isEntered: boolean): Promise<void> {
    const { signal } = this.#closing;
    await wait(this.#parts.checkAfterMilliseconds, undefined, { signal });
    await this.#watcher.start();
    for (const path of await this.#outside.pathsToLookAt(isEntered)) {
      signal.throwIfAborted();
      // What cannot be looked at now is seen at the next start; the others are looked at all the same.
      await this.#lookAt(path).catch(() => undefined);
    }
    await this.#remembering.catchUp();
  }

  #lookAt(path: string): Promise<void> {
    return this.#turns.take(async () => {
      await this.#outside.lookAt(path);
      this.#closeUnused();
    });
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
        const isMissing = (await this.#outside.open(ref)) === null;
        if (isMissing && reading.catalog.entryOf(ref) !== null) await writer.expectDrive();
      }
      return await planChanges(reading.shelf, act.changes);
    };
    const planned = await this.#guard.ask(() => this.#toChange(look));
    return planned.length === 0 ? null : await this.#acts.makeFinal(planned, act.label, at);
  }

  /** Brings what is final to its files; answers whether it could. */
  async #settle(): Promise<boolean> {
    const { journal, writer } = this.#parts;
    if ('readOnlyReason' in journal) return true;
    const { isDone, changed, written } = await writer.catchUp();
    this.#remembering.written(written);
    for (const place of changed) await this.#turns.take(() => this.#outside.takeIn(place));
    await this.#noteSettled(journal, (writer.oldestDueAct ?? journal.newestAct + 1) - 1);
    await this.#turns.take(() => {
      this.#closeUnused();
      return Promise.resolve();
    });
    void this.#remembering.catchUp();
    if (isDone && this.#hasFailed && !this.#closing.signal.aborted) this.startChecking(false);
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
    if (act <= journal.settledAct) return;
    const canWait = this.#acts.isBusy && act - journal.settledAct < mostUnnoted;
    if (canWait && !this.#closing.signal.aborted) {
      this.#settler.soon();
      return;
    }
    this.#parts.reading.catalog.saveDurably();
    // Without this note the next start looks at the acts once more and finds them done.
    await journal.markSettled(act).catch(() => null);
  }

  /** The act itself is safe by now; without this note it is only not listed for long. */
  async #noteWayBack(record: WayBackRecord): Promise<void> {
    const { journal } = this.#parts;
    if (!('readOnlyReason' in journal)) await journal.noteWayBack(record).catch(() => undefined);
  }

  #closeUnused(): void {
    const { reading, writer } = this.#parts;
    reading.shelf.trim((path) => writer.isDue(path));
  }
}
