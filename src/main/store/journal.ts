import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { ActRecord, JournalRecord, WayBackRecord } from './act-record.ts';
import { AppendedFile } from './appended-file.ts';
import type { Disk } from './document-file.ts';
import { journalFile } from './file-names.ts';
import { readFrames } from './journal-frames.ts';
import type { FoundRecords, KeptAct } from './journal-records.ts';
import { JournalRecords } from './journal-records.ts';
import { Turns } from './turns.ts';
import { WayBackNotes } from './way-back-notes.ts';

/** However large they are, so many acts can be taken back. */
const fewestActsKept = 20;
const mostActsKept = 200;
const mostBytesKept = 2_000_000;
/** How far the file may grow beyond what is kept before it is written anew. */
const slackFactor = 2;

/** Keeps the bytes of a journal that was damaged by more than a crash, before it is mended. */
type KeepDamaged = (path: string, bytes: Uint8Array) => Promise<void>;

/**
 * The acts of the recent past, in one local file that is only appended to. An act is final once
 * its record is here; the same record leads an interrupted act to its end at the next start, and
 * is the way back for undo.
 */
export class Journal {
  readonly #file: AppendedFile;
  readonly #records: JournalRecords;
  readonly #turns = new Turns();
  readonly #wayBackNotes: WayBackNotes;
  #acts: KeptAct[];
  #newest: number;
  #settled: number;

  private constructor(file: AppendedFile, records: JournalRecords, found: FoundRecords) {
    this.#file = file;
    this.#records = records;
    this.#wayBackNotes = new WayBackNotes(records, found.notes);
    this.#acts = [...found.acts];
    this.#newest = found.newest;
    this.#settled = found.settled;
  }

  /** Opens the journal in a local folder, or begins one. Rejects with the disk's own error. */
  static async open(disk: Disk, localFolder: string, keep: KeepDamaged): Promise<Journal> {
    const path = join(localFolder, journalFile);
    const file = new AppendedFile(disk, path);
    const bytes = await file.read();
    const { frames, hasTornEnd, isDamaged } = readFrames(bytes);
    const records = new JournalRecords(disk.codec);
    const journal = new Journal(file, records, records.find(frames));
    if (isDamaged) await keep(path, bytes);
    if (hasTornEnd || isDamaged) await journal.#rewrite();
    await file.open();
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
      .flatMap(({ frame }) => this.#records.actOf(frame) ?? []);
  }

  /** The act of a ticket, or null when it is unknown or too long ago. */
  find(ticket: string): ActRecord | null {
    for (const { frame } of this.#acts.toReversed()) {
      const record = this.#records.actOf(frame, [ticket]);
      if (record?.ticket === ticket) return record;
    }
    return null;
  }

  /** The acts whose way back is offered for long and was not taken, newest first. */
  waysBack(): readonly ActRecord[] {
    const tickets = this.#wayBackNotes.ticketsKept();
    const acts = this.#acts.flatMap(({ frame }) => this.#records.actOf(frame, tickets) ?? []);
    return acts.filter(({ ticket }) => tickets.includes(ticket)).reverse();
  }

  /** The texts of all acts that are kept. */
  texts(): readonly string[] {
    return this.#acts.flatMap(({ frame }) => this.#records.textOf(frame) ?? []);
  }

  /** Notes that a way back is to be offered for long, or was taken. Losing this loses no document. */
  noteWayBack(record: WayBackRecord): Promise<void> {
    return this.#turns.take(async () => {
      await this.#write(this.#records.encode(record), false);
      this.#wayBackNotes.add(record);
    });
  }

  /**
   * Writes an act down under the next number; once this resolves it survives a power cut. When it
   * rejects, the act is not in the journal.
   */
  append(record: Omit<ActRecord, 'act'>): Promise<void> {
    return this.#turns.take(async () => {
      const act = this.#newest + 1;
      const frame = this.#records.encode({ act, ...record });
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
      await this.#write(this.#records.encode({ settled: act }), false);
      await this.#file.makeRoom();
      if (this.#file.length > slackFactor * mostBytesKept) await this.#trim();
    });
  }

  async close(): Promise<void> {
    await this.#turns.rest();
    await this.#file.close();
  }

  async #write(frame: Uint8Array, isDurable: boolean): Promise<void> {
    if (this.#file.mustBeReplaced) await this.#rewrite();
    await this.#file.append(frame, isDurable);
  }

  /** Writes the file anew when much in it is no longer wanted. */
  async #trim(): Promise<void> {
    const keptBytes = this.#actsToKeep().reduce((sum, { frame }) => sum + frame.length, 0);
    if (this.#file.length > slackFactor * keptBytes) await this.#rewrite();
  }

  #actsToKeep(): KeptAct[] {
    let bytes = 0;
    const waysBack = this.#wayBackNotes.ticketsKept();
    const fromNewest = this.#acts.toReversed().filter(({ act, frame }, index) => {
      bytes += frame.length;
      const fits = index < mostActsKept && bytes <= mostBytesKept;
      const isNeeded = index < fewestActsKept || (act !== null && act > this.#settled);
      return fits || isNeeded || this.#holds(frame, waysBack);
    });
    return fromNewest.reverse();
  }

  async #rewrite(): Promise<void> {
    const acts = this.#actsToKeep();
    const notes: readonly JournalRecord[] = [
      { settled: this.#settled },
      ...this.#wayBackNotes.trim(),
    ];
    const frames = [
      ...notes.map((note) => this.#records.encode(note)),
      ...acts.map(({ frame }) => frame),
    ];
    await this.#file.replace(Buffer.concat(frames));
    this.#acts = acts;
  }

  #holds(frame: Uint8Array, tickets: readonly string[]): boolean {
    if (tickets.length === 0) return false;
    const text = this.#records.textOf(frame) ?? '';
    return tickets.some((ticket) => text.includes(ticket));
  }
}
