import type { Disk } from './document-file.ts';
import { newTemporary } from './document-file.ts';
import { replaceFile } from './durable-file.ts';
import type { OpenFile } from './file-system.ts';
import { errorCode } from './file-system.ts';

/** Room made ahead: a file that does not grow is made durable in half the time. */
const roomBytes = 1_000_000;

/** A file that is only appended to, or replaced whole. It does one thing after the other. */
export class AppendedFile {
  readonly #disk: Disk;
  readonly #path: string;
  #file: OpenFile | null = null;
  #length = 0;
  /** How far the file reaches, beyond what is written with zeroes. */
  #reach = 0;
  #mustBeReplaced = false;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  get length(): number {
    return this.#length;
  }

  /** Whether the file may hold something that was never acknowledged. */
  get mustBeReplaced(): boolean {
    return this.#mustBeReplaced;
  }

  /** What is in it, after which is appended from now on; nothing when it is not there yet. */
  async read(): Promise<Uint8Array> {
    const bytes = await this.#readBytes();
    this.#length = bytes.length;
    this.#reach = bytes.length;
    return bytes;
  }

  /** Opens it, or begins one. */
  async open(): Promise<void> {
    await this.#openFile();
  }

  /** Rejects when the bytes are not in the file; then it is to be replaced before more comes. */
  async append(bytes: Uint8Array, isDurable: boolean): Promise<void> {
    const file = await this.#openFile();
    try {
      await file.writeAt(this.#length, bytes, isDurable);
    } catch (error) {
      this.#mustBeReplaced = true;
      // What was not acknowledged must not come back at the next start.
      await file.truncate(this.#length).catch(() => undefined);
      this.#reach = this.#length;
      throw error;
    }
    this.#length += bytes.length;
    this.#reach = Math.max(this.#reach, this.#length);
  }

  /** Nobody waits for this: it comes between acts, and doing without it only costs time. */
  async makeRoom(): Promise<void> {
    if (this.#reach - this.#length > roomBytes / 2) return;
    try {
      const file = await this.#openFile();
      await file.writeAt(this.#reach, new Uint8Array(roomBytes), true);
      this.#reach += roomBytes;
    } catch {
      this.#mustBeReplaced = true;
    }
  }

  /** Lets nothing but these bytes be in it. */
  async replace(bytes: Uint8Array): Promise<void> {
    await this.#closeFile();
    await replaceFile(this.#disk.files, this.#path, bytes, newTemporary(this.#disk));
    this.#length = bytes.length;
    this.#reach = bytes.length;
    this.#mustBeReplaced = false;
  }

  async close(): Promise<void> {
    // What is left of the room would look like a torn end.
    if (this.#reach > this.#length) await this.#file?.truncate(this.#length).catch(() => undefined);
    await this.#closeFile();
  }

  async #openFile(): Promise<OpenFile> {
    if (this.#file !== null) return this.#file;
    if (this.#length === 0) {
      // A new file's name must survive a power cut too; replacing nothing by nothing does that.
      await replaceFile(this.#disk.files, this.#path, new Uint8Array(), newTemporary(this.#disk));
    }
    this.#file = await this.#disk.files.open(this.#path, 'r+');
    return this.#file;
  }

  async #closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  async #readBytes(): Promise<Uint8Array> {
    try {
      return await this.#disk.files.readFile(this.#path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return new Uint8Array();
      throw error;
    }
  }
}
