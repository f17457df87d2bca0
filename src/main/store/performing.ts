import type { UndoTicket } from '../../ipc/contract.ts';
import type { ActRecord, WayBackRecord } from './act-record.ts';
import type { Acts } from './acts.ts';
import type { CatalogGuard } from './catalog-guard.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { OutsideChanges } from './outside-changes.ts';
import type { PlannedChange } from './planned-act.ts';
import { planChanges } from './planned-act.ts';
import type { Reading } from './read-folder.ts';
import { notSaved, tellingRefusals } from './save-failure.ts';
import type { Act, Change, Undone, WayBack } from './store.ts';
import type { Turns } from './turns.ts';
import { changesToFinish, changesToUndo } from './undo.ts';

interface PerformingParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  readonly guard: CatalogGuard;
  readonly outside: OutsideChanges;
  readonly acts: Acts;
  readonly turns: Turns;
}

/** Performs one act after the other, on documents as they are, and takes acts back. */
export class Performing {
  readonly #parts: PerformingParts;

  constructor(parts: PerformingParts) {
    this.#parts = parts;
  }

  /** See `Keeper`. */
  commit(act: Act, at: string): Promise<UndoTicket | null> {
    return this.#parts.turns.take(() => this.#commit(act, at));
  }

  undo(ticketId: string, at: string): Promise<Undone> {
    const { acts, guard, outside, turns } = this.#parts;
    return turns.take(async (): Promise<Undone> => {
      const record = acts.journal().find(ticketId);
      if (record === null) return { kind: 'unknown' };
      await this.#toChange(async () => {
        for (const ref of record.changes) await outside.open(ref);
      });
      const changes = await guard.ask(() => this.#changesToUndo(record, at));
      if (changes === null) return { kind: 'person-gone' };
      const redo = await this.#commit({ label: record.label, changes }, at);
      await this.#noteWayBack({ taken: ticketId });
      return redo === null ? { kind: 'nothing-left' } : { kind: 'undone', redo };
    });
  }

  keepWayBack(ticketId: string): Promise<void> {
    return this.#parts.turns.take(() => this.#noteWayBack({ kept: ticketId }));
  }

  waysBack(): Promise<readonly WayBack[]> {
    const { acts, turns } = this.#parts;
    return turns.take(() => {
      const records = acts.writableJournal?.waysBack() ?? [];
      return Promise.resolve(records.map(({ ticket: id, label, at }) => ({ id, label, at })));
    });
  }

  /** Leads acts to their end that a crash interrupted. For the start, before anybody reads. */
  finishInterrupted(): Promise<void> {
    const { acts, outside, reading, turns } = this.#parts;
    const { shelf, catalog } = reading;
    return turns.take(async () => {
      const records = acts.journal().unsettledActs();
      for (const change of records.flatMap(({ changes }) => changes)) {
        const written = change.after ?? change.before;
        if ((await outside.open(change)) !== null || written === null) continue;
        // Its file may have gone before the catalogue learnt of it.
        if ((await shelf.findWritten(written)) === null) catalog.remove(change);
      }
      const changes = changesToFinish(records, (ref) => shelf.documentOf(ref));
      acts.takeEffect(await planChanges(shelf, changes));
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

  async #commit(act: Act, at: string): Promise<UndoTicket | null> {
    const { acts, guard, outside, reading, writer } = this.#parts;
    const look = async (): Promise<readonly PlannedChange[]> => {
      for (const change of act.changes) {
        const ref = change.kind === 'put' ? change.document : change.ref;
        const isMissing = (await outside.open(ref)) === null;
        if (isMissing && reading.catalog.entryOf(ref) !== null) await writer.expectDrive();
      }
      return await planChanges(reading.shelf, act.changes);
    };
    const planned = await guard.ask(() => this.#toChange(look));
    return planned.length === 0 ? null : await acts.makeFinal(planned, act.label, at);
  }

  /** @throws NotSavedError when the disk keeps the documents from being read that are to change */
  #toChange<T>(look: () => Promise<T>): Promise<T> {
    return tellingRefusals(look, (error) => notSaved(error, this.#parts.reading.dataFolder));
  }

  /** The act itself is safe by now; without this note it is only not listed for long. */
  async #noteWayBack(record: WayBackRecord): Promise<void> {
    await this.#parts.acts.writableJournal?.noteWayBack(record).catch(() => undefined);
  }
}
