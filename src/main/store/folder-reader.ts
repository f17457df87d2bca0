import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { CatalogGuard } from './catalog-guard.ts';
import { UnreadableDocument } from './disk-shape.ts';
import { eachOf } from './each-of.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { OutsideChanges } from './outside-changes.ts';
import type { Reading } from './read-folder.ts';
import { notRead, tellingRefusals } from './save-failure.ts';
import type { Where } from './store.ts';
import type { Turns } from './turns.ts';

interface FolderReaderParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  readonly guard: CatalogGuard;
  readonly outside: OutsideChanges;
  /** Of whoever changes what there is. */
  readonly turns: Turns;
}

/** Few enough that the system's limit of open files is never near. */
const filesAtOnce = 24;

/** Reads documents as acts have left them, whether or not their files have followed yet. */
export class FolderReader {
  readonly #parts: FolderReaderParts;

  constructor(parts: FolderReaderParts) {
    this.#parts = parts;
  }

  /** @throws NotReadError when the disk does not give it */
  read(ref: DocumentRef): Promise<Document | null> {
    const { reading, writer } = this.#parts;
    const look = async (): Promise<Document | null> => {
      const document = await this.#open(ref);
      // A document that is known and cannot be found has gone, or the whole drive has.
      if (document === null && reading.catalog.entryOf(ref) !== null) await writer.expectDrive();
      return document;
    };
    return tellingRefusals(look, (error) => notRead(error, reading.dataFolder));
  }

  async list(kind: DocumentRef['kind'], where?: Where): Promise<readonly Document[]> {
    const { reading, guard } = this.#parts;
    const { catalog, shelf } = reading;
    const entries = await guard.ask(() => catalog.entries(kind, where));
    const documents: (Document | null)[] = entries.map(() => null);
    await eachOf([...entries.entries()], filesAtOnce, async ([index, { ref, path }]) => {
      // All at once they would push out what somebody works on.
      const read = (): Promise<Document | null> => shelf.placeAt(ref, path).file.read();
      const document = shelf.documentOf(ref) ?? (await read().catch(() => this.read(ref)));
      documents[index] = shelf.documentOf(ref) ?? document;
    });
    return documents.filter((document) => document !== null);
  }

  async #open(ref: DocumentRef): Promise<Document | null> {
    const { reading, guard, outside, turns } = this.#parts;
    try {
      const place = await guard.ask(() => reading.shelf.open(ref));
      return place?.low.data ?? null;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
    }
    const place = await turns.take(() => outside.open(ref));
    return place?.low.data ?? null;
  }
}
