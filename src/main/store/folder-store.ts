import type { DocumentKind, DocumentOf, DocumentRef } from '../../domain/documents/document.ts';
import { m } from '../../messages/index.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { ActRecord } from './act-record.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Journal } from './journal.ts';
import type { PlannedChange } from './planned-act.ts';
import { planChanges } from './planned-act.ts';
import type { Problems } from './problems.ts';
import { notSaved } from './save-failure.ts';
import type { Shelf } from './shelf.ts';
import type { Act, Acted, Decided, Store, StoreProblem, StoreReader, Undone } from './store.ts';
import { NotSavedError } from './store.ts';
import { Turns } from './turns.ts';
import { changesToFinish, changesToUndo } from './undo.ts';

const firstRetryMilliseconds = 1000;
const longestRetryMilliseconds = 60_000;

/** What an open store is made of. */
export interface StoreParts {
  readonly dataFolder: string;
  readonly localFolder: string;
  readonly shelf: Shelf;
  readonly writer: FolderWriter;
  readonly problems: Problems;
  readonly now: () => string;
  readonly newId: () => string;
  /** The journal of a store that may be written; the sentence for one that may not. */
  readonly journal: Journal | { readonly readOnlyReason: string };
}

/**
 * The store of one data folder, whole in memory. An act is prepared beside its files, becomes final
 * with its record in the journal, and then takes its place: before the record nothing has happened,
 * after it everything will, crash or no crash.
 */
export class FolderStore implements Store {
  readonly readOnlyReason: string | null;
  readonly #parts: StoreParts;
  readonly #turns = new Turns();
  readonly #listeners = new Set<(touched: readonly DocumentRef[]) => void>();
  #retry: NodeJS.Timeout | null = null;
  #retryMilliseconds = firstRetryMilliseconds;
  #isClosed = false;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.readOnlyReason = 'readOnlyReason' in parts.journal ? parts.journal.readOnlyReason : null;
  }

  read<K extends DocumentKind>(kind: K, id: string): Promise<DocumentOf<K> | null> {
    return Promise.resolve(this.#parts.shelf.read(kind, id));
  }

  list<K extends DocumentKind>(kind: K): Promise<readonly DocumentOf<K>[]> {
    return Promise.resolve(this.#parts.shelf.list(kind));
  }

  act<T>(decide: (reader: StoreReader) => Promise<Decided<T>>): Promise<Acted<T>> {
    return this.#inTurn(async () => {
      const journal = this.#writableJournal();
      const { act, value } = await decide(this);
      return { value, undo: act === null ? null : await this.#commit(journal, act) };
    });
  }

  undo(ticketId: string): Promise<Undone> {
    return this.#inTurn(async (): Promise<Undone> => {
      const journal = this.#writableJournal();
      const record = journal.find(ticketId);
      if (record === null) return { kind: 'unknown' };
      const changes = changesToUndo(record, (ref) => this.#parts.shelf.documentOf(ref));
      const redo = await this.#commit(journal, { label: record.label, changes });
      return redo === null ? { kind: 'nothing-left' } : { kind: 'undone', redo };
    });
  }

  onChange(listener: (touched: readonly DocumentRef[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  problems(): readonly StoreProblem[] {
    return this.#parts.problems.all();
  }

  onProblem(listener: () => void): () => void {
    return this.#parts.problems.onChange(listener);
  }

  /** Leads acts to their end that a crash interrupted. For the start, before anybody reads. */
  finishInterrupted(): Promise<void> {
    return this.#turns.take(async () => {
      const { shelf, writer } = this.#parts;
      const journal = this.#writableJournal();
      const unsettled = journal.unsettledActs();
      if (unsettled.length === 0) return;
      const changes = changesToFinish(unsettled, (ref) => shelf.documentOf(ref));
      const planned = planChanges(shelf, changes);
      for (const { place } of planned) {
        // What keeps a folder from being made keeps its file from being written, which is told.
        await writer.ensureFolder(place).catch(() => undefined);
      }
      this.#takeEffect(planned);
      await this.#settle(journal);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turns.rest();
    if (this.#retry !== null) clearTimeout(this.#retry);
    const { journal, writer } = this.#parts;
    if ('readOnlyReason' in journal) return;
    if (await writer.catchUp()) await journal.markSettled().catch(() => undefined);
    await journal.close();
  }

  /** What was asked before closing is still done. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new NotSavedError(m.main_store_closed()));
    return this.#turns.take(task);
  }

  #writableJournal(): Journal {
    const { journal } = this.#parts;
    if ('readOnlyReason' in journal) throw new NotSavedError(journal.readOnlyReason);
    return journal;
  }

  async #commit(journal: Journal, act: Act): Promise<UndoTicket | null> {
    const planned = planChanges(this.#parts.shelf, act.changes);
    if (planned.length === 0) return null;
    const { dataFolder, localFolder, writer, newId } = this.#parts;
    const ticket = { id: newId(), label: act.label };
    try {
      await writer.prepare(planned);
    } catch (error) {
      throw notSaved(error, dataFolder);
    }
    try {
      await journal.append(this.#recordOf(journal, ticket, planned));
    } catch (error) {
      await writer.discard(planned);
      throw notSaved(error, localFolder);
    }
    this.#takeEffect(planned);
    await this.#settle(journal);
    this.#tell(planned.map(({ place }) => place.ref));
    return ticket;
  }

  #recordOf(journal: Journal, ticket: UndoTicket, planned: readonly PlannedChange[]): ActRecord {
    return {
      act: journal.nextAct,
      ticket: ticket.id,
      label: ticket.label,
      at: this.#parts.now(),
      changes: planned.map(({ place, before, after }) => ({ ...place.ref, before, after })),
    };
  }

  #takeEffect(planned: readonly PlannedChange[]): void {
    const { shelf, writer } = this.#parts;
    for (const { place, after } of planned) {
      if (after === null) shelf.remove(place);
      else shelf.put(place, after);
      writer.markDue(place);
    }
  }

  /** Brings what is final to its files. What cannot be brought there now is tried again later. */
  async #settle(journal: Journal): Promise<void> {
    if (await this.#parts.writer.catchUp()) {
      this.#retryMilliseconds = firstRetryMilliseconds;
      // Without this note the next start looks at the act once more and finds it done.
      await journal.markSettled().catch(() => undefined);
      return;
    }
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      if (!this.#isClosed) void this.#turns.take(() => this.#settle(journal));
    }, this.#retryMilliseconds).unref();
    this.#retryMilliseconds = Math.min(2 * this.#retryMilliseconds, longestRetryMilliseconds);
  }

  #tell(touched: readonly DocumentRef[]): void {
    for (const listener of this.#listeners) listener(touched);
  }
}
