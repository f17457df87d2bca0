import type {
  Document,
  DocumentKind,
  DocumentOf,
  DocumentRef,
} from '../../domain/documents/document.ts';
import type { Summary, SummaryOf } from '../../domain/documents/summaries.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import { Listeners } from '../platform/listeners.ts';
import { freezeDeeply } from './freeze.ts';
import type { Keeper, KeeperEvent, OpenedKeeper } from './keeper-api.ts';
import { KeptSummaries } from './kept-summaries.ts';
import { Questions } from './questions.ts';
import type {
  Acted,
  Backup,
  BackupDifference,
  Decided,
  DocumentVersion,
  RemovedDocument,
  SearchWithin,
  SetAsideFile,
  Store,
  StoreProblem,
  StoreReader,
  Undone,
  WayBack,
  Where,
} from './store.ts';
import { NotSavedError } from './store.ts';
import { Turns } from './turns.ts';

/**
 * The store as the rest of main sees it: one act after the other, each on what the one before it
 * left. The disk belongs to a keeper, mostly in a thread of its own.
 */
export class FolderStore implements Store {
  readonly #keeper: Keeper;
  readonly #now: () => string;
  readonly #open: () => Promise<Result<OpenedKeeper>>;
  #opened: Promise<Result<null>> | null = null;
  #readOnlyReason: string | null = null;
  readonly #turns = new Turns();
  readonly #questions = new Questions();
  readonly #changes = new Listeners<readonly DocumentRef[]>();
  readonly #problemChanges = new Listeners<void>();
  readonly #summaries: KeptSummaries;
  #problems: readonly StoreProblem[] = [];
  #isClosed = false;

  /** @param open opens the keeper's folder, when it is called first */
  constructor(keeper: Keeper, open: () => Promise<Result<OpenedKeeper>>, now: () => string) {
    this.#keeper = keeper;
    this.#summaries = new KeptSummaries((...asked) => keeper.summaries(...asked));
    this.#open = open;
    this.#now = now;
  }

  get readOnlyReason(): string | null {
    return this.#readOnlyReason;
  }

  whenOpen(): Promise<Result<null>> {
    return (this.#opened ??= this.#open().then((opened) => this.#takeOpened(opened)));
  }

  async read<K extends DocumentKind>(kind: K, id: string): Promise<DocumentOf<K> | null> {
    const document = await this.#questions.ask(() => this.#keeper.read({ kind, id }));
    return document !== null && isOfKind(document, kind) ? freezeDeeply(document) : null;
  }

  async list<K extends DocumentKind>(kind: K, where?: Where): Promise<readonly DocumentOf<K>[]> {
    const documents = await this.#questions.ask(() => this.#keeper.list(kind, where));
    return documents.filter((document) => isOfKind(document, kind)).map(freezeDeeply);
  }

  act<T>(decide: (reader: StoreReader) => Promise<Decided<T>>): Promise<Acted<T>> {
    return this.#inTurn(async () => {
      await this.#expectWritable();
      const { act, value } = await decide(this);
      const undo = act === null ? null : await this.#keeper.commit(act, this.#now());
      return { value, undo };
    });
  }

  undo(ticketId: string): Promise<Undone> {
    return this.#inTurn(async () => {
      await this.#expectWritable();
      return this.#keeper.undo(ticketId, this.#now());
    });
  }

  async keepWayBack(ticketId: string): Promise<void> {
    if (!this.#isClosed) await this.#keeper.keepWayBack(ticketId);
  }

  waysBack(): Promise<readonly WayBack[]> {
    return this.#questions.ask(() => this.#keeper.waysBack());
  }

  async summaries<K extends DocumentKind>(
    kind: K,
    where?: Where,
  ): Promise<readonly SummaryOf<K>[]> {
    const summaries = await this.#questions.ask(() => this.#summaries.read(kind, where));
    return summaries.filter((summary) => isSummaryOf(summary, kind));
  }

  search(text: string, limit: number, within?: SearchWithin): Promise<readonly DocumentRef[]> {
    return this.#questions.ask(() => this.#keeper.search(text, limit, within));
  }

  versions(ref: DocumentRef): Promise<readonly DocumentVersion[]> {
    return this.#questions.ask(() => this.#keeper.versions(ref));
  }

  readVersion(number: number): Promise<Document | null> {
    return this.#questions.ask(() => this.#keeper.readVersion(number));
  }

  removed(): Promise<readonly RemovedDocument[]> {
    return this.#questions.ask(() => this.#keeper.removed());
  }

  backups(): Promise<readonly Backup[]> {
    return this.#questions.ask(() => this.#keeper.backups());
  }

  differencesTo(backupId: number): Promise<readonly BackupDifference[] | null> {
    return this.#questions.ask(() => this.#keeper.differencesTo(backupId));
  }

  restore(backupId: number, label: string): Promise<UndoTicket | null> {
    return this.#inTurn(async () => {
      await this.#expectWritable();
      return this.#keeper.restore(backupId, label, this.#now());
    });
  }

  backUp(): Promise<void> {
    return this.#inTurn(() => this.#keeper.backUp(this.#now()));
  }

  setAside(): Promise<readonly SetAsideFile[]> {
    return this.#questions.ask(() => this.#keeper.setAside());
  }

  mentionedPictures(): Promise<readonly string[]> {
    return this.#questions.ask(() => this.#keeper.mentionedPictures());
  }

  whenChecked(): Promise<void> {
    return this.#keeper.whenChecked();
  }

  async flush(): Promise<void> {
    await this.#turns.rest();
    if (!this.#isClosed) await this.#keeper.flush();
  }

  onChange(listener: (touched: readonly DocumentRef[]) => void): () => void {
    return this.#changes.add(listener);
  }

  problems(): readonly StoreProblem[] {
    return this.#problems;
  }

  onProblem(listener: () => void): () => void {
    return this.#problemChanges.add(listener);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#turns.rest();
    await this.#questions.close();
    await this.#keeper.close();
  }

  /** Takes in what the keeper says by itself. */
  hear(event: KeeperEvent): void {
    switch (event.kind) {
      case 'changed':
        this.#summaries.forget(event.touched);
        this.#changes.tell(event.touched);
        return;
      case 'problems':
        this.#summaries.forgetAll();
        this.#problems = event.problems;
        this.#problemChanges.tell();
    }
  }

  async #expectWritable(): Promise<void> {
    const opened = await this.whenOpen();
    if (!opened.ok) throw new NotSavedError(opened.error.message);
    if (this.#readOnlyReason !== null) throw new NotSavedError(this.#readOnlyReason);
  }

  #takeOpened(opened: Result<OpenedKeeper>): Result<null> {
    if (!opened.ok) return opened;
    // What was answered before may have been the first look, of what was there at the last start.
    this.#summaries.forgetAll();
    this.#readOnlyReason = opened.value.readOnlyReason;
    const { problems } = opened.value;
    if (problems.length > 0) this.hear({ kind: 'problems', problems });
    return success(null);
  }

  /** What was asked before closing is still done. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new NotSavedError(m.main_store_closed()));
    return this.#turns.take(task);
  }
}

function isOfKind<K extends DocumentKind>(
  document: Document,
  kind: K,
): document is Document & DocumentOf<K> {
  return document.kind === kind;
}

function isSummaryOf<K extends DocumentKind>(
  summary: Summary,
  kind: K,
): summary is Summary & SummaryOf<K> {
  return summary.kind === kind;
}
