import type { Adapter } from 'lowdb';
import type { Document } from '../../domain/documents/document.ts';
import type { Codec } from './codec.ts';
import { decodeText, fromFileText, toFileText } from './disk-shape.ts';
import { putInPlace, removeFile, removeQuietly, writeBeside } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';
import { errorCode } from './file-system.ts';

/** What a document's file needs from the store around it. */
export interface Disk {
  readonly files: FileSystem;
  readonly codec: Codec;
  /** Gives a name never given before, for a temporary file. */
  readonly newId: () => string;
}

/**
 * One document's file as lowdb sees it. A write is durable and whole: it survives a power cut, and
 * a reader finds the old document or the new one. `prepare` does the part of a write that can run
 * out of room, ahead of the moment at which an act becomes final.
 */
export class DocumentFile implements Adapter<Document | null> {
  readonly path: string;
  readonly #disk: Disk;
  #prepared: { readonly document: Document; readonly temporary: string } | null = null;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.path = path;
  }

  /**
   * Reads the document; null when there is no file.
   * @throws UnreadableDocument when the file holds something else
   */
  async read(): Promise<Document | null> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#disk.files.readFile(this.path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
    return fromFileText(decodeText(this.#disk.codec, bytes));
  }

  /** Writes the document to a temporary file beside its place, to be put there by `write`. */
  async prepare(document: Document): Promise<void> {
    await this.discard();
    const bytes = this.#disk.codec.encode(toFileText(document));
    const unique = this.#disk.newId();
    const temporary = await writeBeside(this.#disk.files, this.path, bytes, unique);
    this.#prepared = { document, temporary };
  }

  /** Forgets what was prepared. */
  async discard(): Promise<void> {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared !== null) await removeQuietly(this.#disk.files, prepared.temporary);
  }

  /** Replaces the file; null removes it. */
  async write(document: Document | null): Promise<void> {
    if (document === null) {
      await this.discard();
      await removeFile(this.#disk.files, this.path);
      return;
    }
    if (this.#prepared?.document !== document) await this.prepare(document);
    const prepared = this.#prepared;
    if (prepared === null) return;
    try {
      await putInPlace(this.#disk.files, prepared.temporary, this.path);
      this.#prepared = null;
    } catch (error) {
      await this.discard();
      throw error;
    }
  }
}
