import type { Adapter } from 'lowdb';
import type { Document } from '../../domain/documents/document.ts';
import type { Codec } from './codec.ts';
import { decodeText, fromFileText, toFileText } from './disk-shape.ts';
import { removeFile, replaceFile } from './durable-file.ts';
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
 * a reader finds the old document or the new one.
 */
export class DocumentFile implements Adapter<Document | null> {
  readonly path: string;
  readonly #disk: Disk;

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

  /** Replaces the file; null removes it. */
  async write(document: Document | null): Promise<void> {
    const { files, codec, newId } = this.#disk;
    if (document === null) await removeFile(files, this.path);
    else await replaceFile(files, this.path, codec.encode(toFileText(document)), newId());
  }
}
