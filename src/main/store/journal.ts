import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { ActRecord, JournalRecord } from './act-record.ts';
import { parseRecord } from './act-record.ts';
import type { Disk } from './document-file.ts';
import { replaceFile } from './durable-file.ts';
import type { OpenFile } from './file-system.ts';
import { errorCode, fileMode } from './file-system.ts';
import { readFrames, toFrame } from './journal-frames.ts';

const journalFile = 'acts.journal';
/** However large they are, so many acts can be taken back. */
const fewestActsKept = 20;
const mostActsKept = 200;
const mostBytesKept = 4_000_000;
/** How far the file may grow beyond what is kept before it is written anew. */
const slackFactor = 2;

interface KeptAct {
  readonly record: ActRecord;
  readonly frame: Uint8Array;
}

/** Keeps the bytes of a journal that was damaged by more than a crash, before it is mended. */
type KeepDamaged = (path: string, bytes: Uint8Array) => Promise<void>;

/**
 * The acts of the recent past, in one local file that is only appended to. An act is final once
 * its record is here; the same record leads an interrupted act to its end at the next start, and
 * is the way back for undo.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #path: string;
  #acts: KeptAct[] = [];
  #settled = 0;
  #file: OpenFile | null = null;
  #length = 0;
  /** Set when the file may hold something that was never acknowledged. */
  #mustBeRewritten = false;

  private constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  /** Opens the journal in a local folder, or begins one. Rejects with the disk's own error. */
  static async open(disk: Disk, localFolder: string, keep: KeepDamaged): Promise<Journal> {
    const journal = new Journal(disk, join(localFolder, journalFile));
    const bytes = await journal.#readBytes();
    const { payloads, hasTornEnd, isDamaged } = readFrames(bytes);
    for (const payload of payloads) journal.#take(journal.#decode(payload), toFrame(payload));
    journal.#length = bytes.length;
    journal.#mustBeRewritten = hasTornEnd || isDamaged;
    if (isDamaged) await keep(journal.#path, bytes);
    await journal.#makeReady();
    return journal;
  }

  /** The number that the next act gets. */
  get nextAct(): number {
    return Math.max(this.#settled, this.#acts.at(-1)?.record.act ?? 0) + 1;
  }

  /** Acts that may not have reached all of their files, oldest first. */
  unsettledActs(): readonly ActRecord[] {
    return this.#acts.map(({ record }) => record).filter(({ act }) => act > this.#settled);
  }

  /** The act of a ticket, or null when it is unknown or too long ago. */
  find(ticket: string): ActRecord | null {
    return this.#acts.find(({ record }) => record.ticket === ticket)?.record ?? null;
  }

  /**
   * Writes an act down; once this resolves it survives a power cut. When it rejects, the act is
   * not in the journal.
   */
  async append(record: ActRecord): Promise<void> {
    const frame = this.#encode(record);
    await this.#write(frame, true);
    this.#acts.push({ record, frame });
  }

  /** Notes that all acts so far have reached their files. Losing this note costs nothing. */
  async markSettled(): Promise<void> {
    this.#settled = this.nextAct - 1;
    await this.#write(this.#encode({ settled: this.#settled }), false);
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  async #write(frame: Uint8Array, isDurable: boolean): Promise<void> {
    const file = await this.#makeReady();
    try {
      await file.writeFile(frame);
      if (isDurable) await file.datasync();
    } catch (error) {
      this.#mustBeRewritten = true;
      // What was not acknowledged must not come back at the next start.
      await file.truncate(this.#length).catch(() => undefined);
      throw error;
    }
    this.#length += frame.length;
  }

  async #makeReady(): Promise<OpenFile> {
    if (this.#mustBeRewritten || this.#length > slackFactor * mostBytesKept) {
      const kept = this.#actsToKeep();
      const keptBytes = kept.reduce((sum, { frame }) => sum + frame.length, 0);
      const isWorthwhile = this.#length > slackFactor * keptBytes;
      if (this.#mustBeRewritten || isWorthwhile) await this.#rewrite(kept);
    }
    this.#file ??= await this.#openFile();
    return this.#file;
  }

  #actsToKeep(): readonly KeptAct[] {
    let bytes = 0;
    const fromNewest = this.#acts.toReversed().filter(({ record, frame }, index) => {
      bytes += frame.length;
      const fits = index < mostActsKept && bytes <= mostBytesKept;
      return fits || index < fewestActsKept || record.act > this.#settled;
    });
    return fromNewest.reverse();
  }

  async #rewrite(kept: readonly KeptAct[]): Promise<void> {
    await this.close();
    const settled = this.#encode({ settled: this.#settled });
    const bytes = Buffer.concat([settled, ...kept.map(({ frame }) => frame)]);
    await replaceFile(this.#disk.files, this.#path, bytes, this.#disk.newId());
    this.#acts = [...kept];
    this.#length = bytes.length;
    this.#mustBeRewritten = false;
  }

  async #openFile(): Promise<OpenFile> {
    if (this.#length === 0) {
      // A new journal's name must survive a power cut too; replacing nothing by nothing does that.
      await replaceFile(this.#disk.files, this.#path, new Uint8Array(), this.#disk.newId());
    }
    return this.#disk.files.open(this.#path, 'a', fileMode);
  }

  async #readBytes(): Promise<Uint8Array> {
    try {
      return await this.#disk.files.readFile(this.#path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return new Uint8Array();
      throw error;
    }
  }

  #take(record: JournalRecord | null, frame: Uint8Array): void {
    if (record === null) return;
    if ('settled' in record) this.#settled = Math.max(this.#settled, record.settled);
    else this.#acts.push({ record, frame });
  }

  #decode(payload: Uint8Array): JournalRecord | null {
    try {
      return parseRecord(this.#disk.codec.decode(payload));
    } catch {
      return null;
    }
  }

  #encode(record: JournalRecord): Uint8Array {
    return toFrame(this.#disk.codec.encode(JSON.stringify(record)));
  }
}
