import type { WayBackRecord } from './act-record.ts';
import type { JournalRecords } from './journal-records.ts';

/** So many acts whose way back is offered for long stay, however much was done since. */
const waysBackKept = 30;

/** The journal's notes of which ways back are to be offered for long, and which were taken. */
export class WayBackNotes {
  readonly #records: JournalRecords;
  /** Oldest first; a note that is still a frame has not been looked into. */
  #notes: (WayBackRecord | Uint8Array)[];

  constructor(records: JournalRecords, notes: readonly (WayBackRecord | Uint8Array)[]) {
    this.#records = records;
    this.#notes = [...notes];
  }

  add(note: WayBackRecord): void {
    this.#notes.push(note);
  }

  /** The tickets of the ways back that are offered for long, oldest first. */
  ticketsKept(): readonly string[] {
    const notes = this.#notes.flatMap((note) =>
      note instanceof Uint8Array ? (this.#records.wayBackNoteOf(note) ?? []) : [note],
    );
    this.#notes = notes;
    const kept = new Set<string>();
    for (const note of notes) {
      if ('kept' in note) kept.add(note.kept);
      else kept.delete(note.taken);
    }
    return [...kept].slice(-waysBackKept);
  }

  /** Lets go of all notes that say nothing any more; answers those that stay. */
  trim(): readonly WayBackRecord[] {
    const notes = this.ticketsKept().map((ticket): WayBackRecord => ({ kept: ticket }));
    this.#notes = [...notes];
    return notes;
  }
}
