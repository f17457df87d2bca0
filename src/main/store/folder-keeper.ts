import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Journal } from './journal.ts';
import type { Emit, Keeper } from './keeper-api.ts';
import type { PlannedChange } from './planned-act.ts';
import { planChanges } from './planned-act.ts';
import { notSaved } from './save-failure.ts';
import { Settler } from './settler.ts';
import type { Shelf } from './shelf.ts';
import type { Act, Undone } from './store.ts';
import { NotSavedError } from './store.ts';
import { Turns } from './turns.ts';
import { changesToFinish, changesToUndo } from './undo.ts';

/** What an open keeper is made of. */
export interface KeeperParts {
  readonly localFolder: string;
  readonly shelf: Shelf;
  readonly writer: FolderWriter;
  readonly newId: () => string;
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

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#settler = new Settler(() => this.#settle(), parts.settleMilliseconds);
  }

  read(ref: DocumentRef): Promise<Document | null> {
    return Promise.resolve(this.#parts.shelf.documentOf(ref));
  }

  list(kind: DocumentRef['kind']): Promise<readonly Document[]> {
    return Promise.resolve(this.#parts.shelf.list(kind));
  }

  commit(act: Act, at: string): Promise<UndoTicket | null> {
    return this.#turns.take(() => this.#commit(act, at));
  }

  undo(ticketId: string, at: string): Promise<Undone> {
    return this.#turns.take(async (): Promise<Undone> => {
      const record = this.#writableJournal().find(ticketId);
      if (record === null) return { kind: 'unknown' };
      const changes = changesToUndo(record, (ref) => this.#parts.shelf.documentOf(ref));
      const redo = await this.#commit({ label: record.label, changes }, at);
      return redo === null ? { kind: 'nothing-left' } : { kind: 'undone', redo };
    });
  }

  async flush(): Promise<void> {
    await this.#turns.rest();
    await this.#settler.now();
  }

  /** Leads acts to their end that a crash interrupted. For the start, before anybody reads. */
  finishInterrupted(): Promise<void> {
    return this.#turns.take(async () => {
      const journal = this.#writableJournal();
      const unsettled = journal.unsettledActs();
      if (unsettled.length === 0) return;
      const { shelf } = this.#parts;
      const changes = changesToFinish(unsettled, (ref) => shelf.documentOf(ref));
      this.#takeEffect(planChanges(shelf, changes), journal.newestAct);
      await this.#settler.now();
    });
  }

  async close(): Promise<void> {
    await this.#turns.rest();
    await this.#settler.stop();
    const { journal } = this.#parts;
    if ('readOnlyReason' in journal) return;
    await this.#settle();
    await journal.close();
  }

  #writableJournal(): Journal {
    const { journal } = this.#parts;
    if ('readOnlyReason' in journal) throw new NotSavedError(journal.readOnlyReason);
    return journal;
  }

  async #commit(act: Act, at: string): Promise<UndoTicket | null> {
    const { localFolder, shelf, newId, emit } = this.#parts;
    const journal = this.#writableJournal();
    const planned = planChanges(shelf, act.changes);
    if (planned.length === 0) return null;
    const ticket = { id: newId(), label: act.label };
    const changes = planned.map(({ place, before, after }) => ({ ...place.ref, before, after }));
    try {
      await journal.append({ ticket: ticket.id, label: act.label, at, changes });
    } catch (error) {
      throw notSaved(error, localFolder);
    }
    this.#takeEffect(planned, journal.newestAct);
    emit({ kind: 'changed', touched: planned.map(({ place }) => place.ref) });
    return ticket;
  }

  #takeEffect(planned: readonly PlannedChange[], act: number): void {
    const { shelf, writer } = this.#parts;
    for (const { place, after } of planned) {
      if (after === null) shelf.remove(place);
      else shelf.put(place, after);
      writer.markDue(place, act);
    }
    this.#settler.soon();
  }

  /** Brings what is final to its files; answers whether it could. */
  async #settle(): Promise<boolean> {
    const { journal, writer } = this.#parts;
    if ('readOnlyReason' in journal) return true;
    const isDone = await writer.catchUp();
    // Without this note the next start looks at the acts once more and finds them done.
    await journal.markSettled((writer.oldestDueAct ?? journal.newestAct + 1) - 1).catch(() => null);
    return isDone;
  }
}
