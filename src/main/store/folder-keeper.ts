import { join } from 'node:path';
import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { JournalOrReason } from './acts.ts';
import { Acts } from './acts.ts';
import { CatalogGuard } from './catalog-guard.ts';
import { journalFile } from './file-names.ts';
import { fileStampOf } from './file-stamp.ts';
import { FolderCheck } from './folder-check.ts';
import type { FolderLock } from './folder-lock.ts';
import { FolderReader } from './folder-reader.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Emit, Keeper } from './keeper-api.ts';
import { mentionedPictures } from './mentioned-pictures.ts';
import { OutsideChanges } from './outside-changes.ts';
import { Performing } from './performing.ts';
import { listCopies } from './quarantine.ts';
import type { Purpose, Reading } from './read-folder.ts';
import { Remembering } from './remembering.ts';
import { notRead, tellingRefusals } from './save-failure.ts';
import { Settling } from './settling.ts';
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
  readonly journal: JournalOrReason;
}

/**
 * Owns the disk of one data folder. An act is final with its record in the journal: before the
 * record nothing has happened, after it everything will, crash or no crash. The documents' files
 * follow a moment later, and the journal lets go of an act only when they have.
 */
export class FolderKeeper implements Keeper {
  readonly #reading: Reading;
  readonly #lock: FolderLock | null;
  readonly #turns = new Turns();
  readonly #remembering: Remembering;
  readonly #acts: Acts;
  readonly #guard: CatalogGuard;
  readonly #reader: FolderReader;
  readonly #performing: Performing;
  readonly #settling: Settling;
  readonly #check: FolderCheck;

  constructor(parts: KeeperParts) {
    const { reading, writer, now } = parts;
    this.#reading = reading;
    this.#lock = parts.lock;
    const remembering = new Remembering(reading, now, () => this.#acts.isBusy);
    const onDue = (): void => {
      this.#settling.soon();
    };
    const acts = new Acts({ ...parts, remembering, onDue });
    const outside = new OutsideChanges({ reading, writer, acts, remembering, now });
    const guard = new CatalogGuard(reading, writer, () => {
      acts.tellAllSoon();
      void remembering.catchUp();
    });
    const onDriveBack = (): void => {
      this.startChecking(false);
    };
    const shared = { ...parts, acts, guard, outside, remembering, turns: this.#turns };
    this.#remembering = remembering;
    this.#acts = acts;
    this.#guard = guard;
    this.#reader = new FolderReader(shared);
    this.#performing = new Performing(shared);
    this.#settling = new Settling({ ...shared, onDriveBack });
    this.#check = new FolderCheck(shared);
  }

  read(ref: DocumentRef): Promise<Document | null> {
    return this.#reader.read(ref);
  }

  list(kind: DocumentRef['kind'], where?: Where): Promise<readonly Document[]> {
    return this.#reader.list(kind, where);
  }

  commit(act: Act, at: string): Promise<UndoTicket | null> {
    return this.#performing.commit(act, at);
  }

  undo(ticketId: string, at: string): Promise<Undone> {
    return this.#performing.undo(ticketId, at);
  }

  keepWayBack(ticketId: string): Promise<void> {
    return this.#performing.keepWayBack(ticketId);
  }

  waysBack(): Promise<readonly WayBack[]> {
    return this.#performing.waysBack();
  }

  summaries(kind: DocumentRef['kind'], where?: Where): Promise<readonly Summary[]> {
    return this.#guard.ask(() => this.#reading.catalog.summaries(kind, where));
  }

  search(text: string, limit: number, within?: SearchWithin): Promise<readonly DocumentRef[]> {
    return this.#guard.ask(() => this.#reading.catalog.search(text, limit, within));
  }

  async versions(ref: DocumentRef): Promise<readonly DocumentVersion[]> {
    await this.#settling.now();
    return this.#reading.history.versionsOf(ref);
  }

  readVersion(number: number): Promise<Document | null> {
    return Promise.resolve(this.#reading.history.read(number));
  }

  async removed(): Promise<readonly RemovedDocument[]> {
    await this.#settling.now();
    return this.#reading.history.removed();
  }

  backups(): Promise<readonly Backup[]> {
    return Promise.resolve(this.#reading.history.backups());
  }

  async differencesTo(backupId: number): Promise<readonly BackupDifference[] | null> {
    await this.flush();
    return this.#reading.history.differencesTo(backupId);
  }

  async restore(backupId: number, label: string, at: string): Promise<UndoTicket | null> {
    const { history } = this.#reading;
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
    this.#reading.history.backUp('before-restore', at);
  }

  setAside(): Promise<readonly SetAsideFile[]> {
    return listCopies(this.#reading.disk, this.#reading.localFolder);
  }

  async mentionedPictures(): Promise<readonly string[]> {
    await this.flush();
    return await tellingRefusals(
      () => mentionedPictures(this.#reading, this.#acts.journal()),
      (error) => notRead(error, this.#reading.dataFolder),
    );
  }

  whenChecked(): Promise<void> {
    return this.#check.whenDone();
  }

  async flush(): Promise<void> {
    await this.#turns.rest();
    await this.#settling.now();
    await this.#remembering.catchUp();
  }

  /** Enters every document in the catalogue. For the start, before anybody reads. */
  enterAll(purpose: Purpose): Promise<void> {
    return this.#guard.enterAll(purpose);
  }

  /** Leads acts to their end that a crash interrupted. For the start, before anybody reads. */
  async finishInterrupted(): Promise<void> {
    await this.#performing.finishInterrupted();
    await this.#settling.now();
  }

  /**
   * Compares the folder with what was known of it, and follows what other programs do.
   * @param isEntered whether every document has just been entered
   */
  startChecking(isEntered: boolean): void {
    this.#check.start(isEntered);
  }

  async close(): Promise<void> {
    const { catalog, history, localFolder } = this.#reading;
    this.#check.stop();
    this.#remembering.stop();
    await this.#check.whenDone();
    await this.#turns.rest();
    await this.#settling.end();
    await this.#acts.writableJournal?.close();
    await this.#remembering.rest();
    catalog.close(fileStampOf(join(localFolder, journalFile)));
    history.close();
    await this.#lock?.release();
  }
}
