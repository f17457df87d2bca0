import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Document } from '../../domain/documents/document.ts';
import type { Codec } from './codec.ts';
import { decodeText, fromFileText, toFileText } from './disk-shape.ts';
import {
  removeFile,
  removeQuietly,
  renamePatiently,
  syncFolder,
  writeBeside,
} from './durable-file.ts';
import type { FileSystem } from './file-system.ts';
import { errorCode } from './file-system.ts';

/** What a document's file needs from the store around it. */
export interface Disk {
  readonly files: FileSystem;
  readonly codec: Codec;
  /** Gives an id never given before. */
  readonly newId: () => string;
  /** By which the temporary files of this run are told from what an earlier one left. */
  readonly run: string;
}

/** A name never given before, for a temporary file. */
export const newTemporary = ({ run, newId }: Disk): string => `${run}-${newId()}`;

/** That a file is not what we last saw of it: somebody else has written, or removed it. */
export class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere';
}

/**
 * One document's file as lowdb sees it. A write is whole: after any crash there is the old document
 * or the new one. Which of them a power cut leaves is settled by `syncFolder`, once for all files of
 * a folder. A version that we have not seen is never written over: size, time and inode tell.
 */
export class DocumentFile implements Adapter<Document | null> {
  readonly path: string;
  readonly #disk: Disk;
  #stamp: string | null = null;
  #seen: Document | null = null;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.path = path;
  }

  /** Tells the version of the file that we last read or wrote; null when it was not there. */
  get stamp(): string | null {
    return this.#stamp;
  }

  /** What the file held when we last read or wrote it; null when it was not there. */
  get seen(): Document | null {
    return this.#seen;
  }

  /** Whether there is a file, whatever it holds. */
  async isThere(): Promise<boolean> {
    return (await this.#disk.files.stampOf(this.path)) !== null;
  }

  /** Whether the file is not what we last saw. */
  async isChangedElsewhere(): Promise<boolean> {
    return (await this.#disk.files.stampOf(this.path)) !== this.#stamp;
  }

  /**
   * Reads the document; null when there is no file. From now on this is the version that a write
   * may replace, be it readable or not.
   * @throws UnreadableDocument when the file holds something else
   */
  async read(): Promise<Document | null> {
    const { files, codec } = this.#disk;
    // Before reading, so that a change while it is read is seen later.
    const stamp = await files.stampOf(this.path);
    let bytes: Uint8Array;
    try {
      bytes = await files.readFile(this.path);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      this.#note(null, null);
      return null;
    }
    this.#note(stamp, null);
    this.#note(stamp, fromFileText(decodeText(codec, bytes)));
    return this.#seen;
  }

  /** What was read last is not to be written over: no copy of it could be kept. */
  forget(): void {
    this.#note(null, null);
  }

  /**
   * Replaces the file; null removes it.
   * @throws ChangedElsewhere when the file holds what we have not seen; it stays as it is
   */
  async write(document: Document | null): Promise<void> {
    const { files, codec } = this.#disk;
    if (document === null) {
      if (await this.#isSomethingElseThere()) throw new ChangedElsewhere();
      await removeFile(files, this.path);
      this.#note(null, null);
      return;
    }
    const bytes = codec.encode(toFileText(document));
    const temporary = await writeBeside(files, this.path, bytes, newTemporary(this.#disk));
    try {
      const stamp = await files.stampOf(temporary);
      if (await this.#isSomethingElseThere()) throw new ChangedElsewhere();
      await renamePatiently(files, temporary, this.path);
      this.#note(stamp, document);
    } catch (error) {
      await removeQuietly(files, temporary);
      throw error;
    }
  }

  /** Makes what was written or removed beside this file survive a power cut. */
  async syncFolder(): Promise<void> {
    await syncFolder(this.#disk.files, dirname(this.path));
  }

  /** A file that is gone is in nobody's way; whether it shall come back is not decided here. */
  async #isSomethingElseThere(): Promise<boolean> {
    const stamp = await this.#disk.files.stampOf(this.path);
    return stamp !== null && stamp !== this.#stamp;
  }

  #note(stamp: string | null, seen: Document | null): void {
    this.#stamp = stamp;
    this.#seen = seen;
  }
}
