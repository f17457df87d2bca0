import { documentKinds } from '../../domain/documents/document-kinds.ts';
import type { DocumentRef } from '../../domain/documents/document.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Journal } from './journal.ts';
import type { Emit } from './keeper-api.ts';
import type { PlannedChange } from './planned-act.ts';
import type { Reading } from './read-folder.ts';
import type { Remembering } from './remembering.ts';
import { notSaved } from './save-failure.ts';
import { NotSavedError } from './store.ts';

/** The journal of a folder that may be written; the sentence for one that may not. */
export type JournalOrReason = Journal | { readonly readOnlyReason: string };

/** What acts touch. */
interface ActsParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  readonly remembering: Remembering;
  readonly emit: Emit;
  readonly journal: JournalOrReason;
  /** Called when documents are newer here than in their files. */
  readonly onDue: () => void;
}

const crowdMilliseconds = 50;
/** For so long after an act another may follow. */
const busyMilliseconds = 300;

/** Makes acts final, shows what comes of them, and tells of it. */
export class Acts {
  readonly #parts: ActsParts;
  readonly #toTell: DocumentRef[] = [];
  #lastAct = Number.NEGATIVE_INFINITY;

  constructor(parts: ActsParts) {
    this.#parts = parts;
  }

  /** Whether another act may follow at any moment, which must not wait. */
  get isBusy(): boolean {
    return performance.now() - this.#lastAct < busyMilliseconds;
  }

  /** Null when the folder may only be read. */
  get writableJournal(): Journal | null {
    const { journal } = this.#parts;
    return 'readOnlyReason' in journal ? null : journal;
  }

  /** @throws NotSavedError when the folder may only be read */
  journal(): Journal {
    const { journal } = this.#parts;
    if ('readOnlyReason' in journal) throw new NotSavedError(journal.readOnlyReason);
    return journal;
  }

  /**
   * Performs changes; resolves when they survive a power cut.
   * @param at the instant, UTC, ISO 8601
   */
  async makeFinal(
    planned: readonly PlannedChange[],
    label: string,
    at: string,
  ): Promise<UndoTicket> {
    const { disk, localFolder } = this.#parts.reading;
    const journal = this.journal();
    const ticket = { id: disk.newId(), label };
    const changes = planned.map(({ place, before, after }) => ({ ...place.ref, before, after }));
    try {
      await journal.append({ ticket: ticket.id, label, at, changes });
    } catch (error) {
      throw notSaved(error, localFolder);
    }
    this.takeEffect(planned);
    this.#tell(planned.map(({ place }) => place.ref));
    return ticket;
  }

  /** Lets readers see changes that the journal has, and their files follow. */
  takeEffect(planned: readonly PlannedChange[]): void {
    const { remembering, writer, onDue } = this.#parts;
    const { newestAct } = this.journal();
    this.#lastAct = performance.now();
    for (const change of planned) {
      remembering.before(change);
      this.show(change);
      writer.markDue(change.place, newestAct);
    }
    onDue();
  }

  /** From now on readers see the document as the change leaves it. */
  show({ place, after }: PlannedChange): void {
    const { shelf } = this.#parts.reading;
    if (after === null) shelf.remove(place);
    else shelf.put(place, after);
  }

  /** What others do comes in crowds: who shows it need not look again for each. */
  tellSoon(ref: DocumentRef): void {
    if (this.#toTell.push(ref) > 1) return;
    setTimeout(() => {
      this.#tell(this.#toTell.splice(0));
    }, crowdMilliseconds).unref();
  }

  /** What there is was looked through anew: any of it may be something else than was shown. */
  tellAllSoon(): void {
    const { catalog } = this.#parts.reading;
    for (const kind of documentKinds) {
      for (const { ref } of catalog.entries(kind)) this.tellSoon(ref);
    }
  }

  #tell(touched: readonly DocumentRef[]): void {
    this.#parts.emit({ kind: 'changed', touched });
  }
}
