import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { ActRecord, JournalRecord, WayBackRecord } from './act-record.ts';
import { parseRecord, recordText } from './act-record.ts';
import type { Disk } from './document-file.ts';
import { newTemporary } from './document-file.ts';
import { replaceFile } from './durable-file.ts';
import { journalFile } from './file-names.ts';
import type { OpenFile } from './file-system.ts';
import { errorCode } from './file-system.ts';
import { readFrames, toFrame } from './journal-frames.ts';
import { Turns } from './turns.ts';

/** However large they are, so many acts can be taken back. */
const fewestActsKept = 20;
const mostActsKept = 200;
/** So many acts whose way back is offered for long stay, however much was done since. */
const waysBackKept = 30;
const mostBytesKept = 2_000_000;
/** How far the file may grow beyond what is kept before it is written anew. */
const slackFactor = 2;
/** Room made ahead: a file that does not grow is made durable in half the time. */
const roomBytes = 1_000_000;
/** A note, of what is settled or of a way back, is far shorter than any act. */
const longestNoteFrame = 80;

interface KeptAct {
  /** The act's number; null for one read at the start of which only this is known: it is settled. */
  readonly act: number | null;
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
  readonly #turns = new Turns();
  #acts: KeptAct[] = [];
  /** Notes of ways back, oldest first; those read at the start are not looked into before asked. */
  #wayBackNotes: (WayBackRecord | Uint8Array)[] = [];
  #newest = 0;
  #settled = 0;
  #file: OpenFile | null = null;
  #length = 0;
  /** How far the file reaches, beyond what is written with zeroes. */
  #reach = 0;
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
    const { frames, hasTornEnd, isDamaged } = readFrames(bytes);
    journal.#takeFrames(frames);
    journal.#length = bytes.length;
    journal.#reach = bytes.length;
    journal.#mustBeRewritten = hasTornEnd || isDamaged;
    if (isDamaged) await keep(journal.#path, bytes);
    if (journal.#mustBeRewritten) await journal.#rewrite();
    await journal.#openFile();
    return journal;
  }

  /** The number of the newest act. */
  get newestAct(): number {
    return this.#newest;
  }

  /** The number up to which acts are known to have reached all of their files. */
  get settledAct(): number {
    return this.#settled;
  }

  /** Acts that may not have reached all of their files, oldest first. */
  unsettledActs(): readonly ActRecord[] {
    return this.#acts
      .filter(({ act }) => act !== null && act > this.#settled)
      .flatMap(({ frame }) => this.#actOf(frame) ?? []);
  }

  /** The act of a ticket, or null when it is unknown or too long ago. */
  find(ticket: string): ActRecord | null {
    for (const { frame } of this.#acts.toReversed()) {
      const record = this.#actOf(frame, [ticket]);
      if (record?.ticket === ticket) return record;
    }
    return null;
  }

  /** The acts whose way back is offered for long and was not taken, newest first. */
  waysBack(): readonly ActRecord[] {
    const tickets = this.#ticketsKept();
    const acts = this.#acts.flatMap(({ frame }) => this.#actOf(frame, tickets) ?? []);
    return acts.filter(({ ticket }) => tickets.includes(ticket)).reverse();
  }

  /** The texts of all acts that are kept. */
  texts(): readonly string[] {
    return this.#acts.flatMap(({ frame }) => this.#textOf(frame) ?? []);
  }

  /** Notes that a way back is to be offered for long, or was taken. Losing this loses no document. */
  noteWayBack(record: WayBackRecord): Promise<void> {
    return this.#turns.take(async () => {
      await this.#write(this.#encode(record), false);
      this.#wayBackNotes.push(record);
    });
  }

  /**
   * Writes an act down under the next number; once this resolves it survives a power cut. When it
   * rejects, the act is not in the journal.
   */
  append(record: Omit<ActRecord, 'act'>): Promise<void> {
    return this.#turns.take(async () => {
      const act = this.#newest + 1;
      const frame = this.#encode({ act, ...record });
      await this.#write(frame, true);
      this.#newest = act;
      this.#acts.push({ act, frame });
    });
  }

  /**
   * Notes that all acts up to this one have reached their files, and lets go of old ones when there
   * are too many. Losing this note costs nothing.
   */
  markSettled(act: number): Promise<void> {
    return this.#turns.take(async () => {
      if (act <= this.#settled) return;
      this.#settled = act;
      await this.#write(this.#encode({ settled: act }), false);
      await this.#makeRoom();
      if (this.#length > slackFactor * mostBytesKept) await this.#trim();
    });
  }

  async close(): Promise<void> {
    await this.#turns.rest();
    // What is left of the room would look like a torn end.
    if (this.#reach > this.#length) await this.#file?.truncate(this.#length).catch(() => undefined);
    await this.#closeFile();
  }

  async #closeFile(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  async #write(frame: Uint8Array, isDurable: boolean): Promise<void> {
    if (this.#mustBeRewritten) await this.#rewrite();
    const file = await this.#openFile();
    try {
      await file.writeAt(this.#length, frame, isDurable);
    } catch (error) {
      this.#mustBeRewritten = true;
      // What was not acknowledged must not come back at the next start.
      await file.truncate(this.#length).catch(() => undefined);
      this.#reach = this.#length;
      throw error;
    }
    this.#length += frame.length;
    this.#reach = Math.max(this.#reach, this.#length);
  }

  /** Nobody waits for this: it comes between acts, and doing without it only costs time. */
  async #makeRoom(): Promise<void> {
    if (this.#reach - this.#length > roomBytes / 2) return;
    try {
      const file = await this.#openFile();
      await file.writeAt(this.#reach, new Uint8Array(roomBytes), true);
      this.#reach += roomBytes;
    } catch {
      this.#mustBeRewritten = true;
    }
  }

  /** Writes the file anew when much in it is no longer wanted. */
  async #trim(): Promise<void> {
    const keptBytes = this.#actsToKeep().reduce((sum, { frame }) => sum + frame.length, 0);
    if (this.#length > slackFactor * keptBytes) await this.#rewrite();
  }

  #actsToKeep(): readonly KeptAct[] {
    let bytes = 0;
    const waysBack = this.#ticketsKept();
    const fromNewest = this.#acts.toReversed().filter(({ act, frame }, index) => {
      bytes += frame.length;
      const fits = index < mostActsKept && bytes <= mostBytesKept;
      const isNeeded = index < fewestActsKept || (act !== null && act > this.#settled);
      return fits || isNeeded || this.#holds(frame, waysBack);
    });
    return fromNewest.reverse();
  }

  async #rewrite(): Promise<void> {
    const kept = this.#actsToKeep();
    await this.#closeFile();
    const settled = this.#encode({ settled: this.#settled });
    const notes = this.#ticketsKept().map((ticket): WayBackRecord => ({ kept: ticket }));
    const bytes = Buffer.concat([
      settled,
      ...notes.map((note) => this.#encode(note)),
      ...kept.map(({ frame }) => frame),
    ]);
    await replaceFile(this.#disk.files, this.#path, bytes, newTemporary(this.#disk));
    this.#acts = [...kept];
    this.#wayBackNotes = notes;
    this.#length = bytes.length;
    this.#reach = bytes.length;
    this.#mustBeRewritten = false;
  }

  async #openFile(): Promise<OpenFile> {
    if (this.#file !== null) return this.#file;
    if (this.#length === 0) {
      // A new journal's name must survive a power cut too; replacing nothing by nothing does that.
      await replaceFile(this.#disk.files, this.#path, new Uint8Array(), newTemporary(this.#disk));
    }
    this.#file = await this.#disk.files.open(this.#path, 'r+');
    return this.#file;
  }

  async #readBytes(): Promise<Uint8Array> {
    try {
      return await this.#disk.files.readFile(this.#path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return new Uint8Array();
      throw error;
    }
  }

  /** Reads from the newest back to where all is settled: the start must not wait for the rest. */
  #takeFrames(frames: readonly Uint8Array[]): void {
    const fromNewest: KeptAct[] = [];
    const notes: (WayBackRecord | Uint8Array)[] = [];
    let isSettled = false;
    for (const frame of frames.toReversed()) {
      if (isSettled) {
        if (frame.length > longestNoteFrame) fromNewest.push({ act: null, frame });
        else notes.push(frame);
        continue;
      }
      const record = this.#recordOf(frame);
      if (record === null) continue;
      if ('settled' in record) {
        this.#settled = Math.max(this.#settled, record.settled);
        this.#newest = Math.max(this.#newest, record.settled);
      } else if (!('act' in record)) {
        notes.push(record);
      } else {
        fromNewest.push({ act: record.act, frame });
        this.#newest = Math.max(this.#newest, record.act);
        isSettled = record.act <= this.#settled;
      }
    }
    this.#acts = fromNewest.reverse();
    this.#wayBackNotes = notes.reverse();
  }

  /** The tickets of the ways back that are offered for long, oldest first. */
  #ticketsKept(): readonly string[] {
    const notes = this.#wayBackNotes.flatMap((note) => {
      if (!(note instanceof Uint8Array)) return [note];
      const record = this.#recordOf(note);
      return record === null || 'act' in record || 'settled' in record ? [] : [record];
    });
    this.#wayBackNotes = notes;
    const kept = new Set<string>();
    for (const note of notes) {
      if ('kept' in note) kept.add(note.kept);
      else kept.delete(note.taken);
    }
    return [...kept].slice(-waysBackKept);
  }

  /** @param oneOf what the record's text must hold one of; without any, it is not parsed */
  #actOf(frame: Uint8Array, oneOf: readonly string[] = ['']): ActRecord | null {
    const record = this.#recordOf(frame, oneOf);
    return record !== null && 'act' in record ? record : null;
  }

  #recordOf(frame: Uint8Array, oneOf: readonly string[] = ['']): JournalRecord | null {
    const text = this.#textOf(frame);
    return text !== null && oneOf.some((part) => text.includes(part)) ? parseRecord(text) : null;
  }

  #holds(frame: Uint8Array, tickets: readonly string[]): boolean {
    if (tickets.length === 0) return false;
    const text = this.#textOf(frame) ?? '';
    return tickets.some((ticket) => text.includes(ticket));
  }

  #textOf(frame: Uint8Array): string | null {
    const [payload] = readFrames(frame).payloads;
    if (payload === undefined) return null;
    try {
      return this.#disk.codec.decode(payload);
    } catch {
      return null;
    }
  }

  #encode(record: JournalRecord): Uint8Array {
    return toFrame(this.#disk.codec.encode(recordText(record)));
  }
}
