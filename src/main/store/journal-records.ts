import type { ActRecord, JournalRecord, WayBackRecord } from './act-record.ts';
import { parseRecord, recordText } from './act-record.ts';
import type { Codec } from './codec.ts';
import { readFrames, toFrame } from './journal-frames.ts';

/** A note, of what is settled or of a way back, is far shorter than any act. */
const longestNoteFrame = 80;

export interface KeptAct {
  /** The act's number; null for one read at the start of which only this is known: it is settled. */
  readonly act: number | null;
  readonly frame: Uint8Array;
}

/** What a journal holds, as far as a start must know it. */
export interface FoundRecords {
  /** Oldest first. */
  readonly acts: readonly KeptAct[];
  /** Notes of ways back, oldest first; those that are settled are not looked into before asked. */
  readonly notes: readonly (WayBackRecord | Uint8Array)[];
  readonly newest: number;
  readonly settled: number;
}

/** Puts records into a journal's frames, and reads them from there. */
export class JournalRecords {
  readonly #codec: Codec;

  constructor(codec: Codec) {
    this.#codec = codec;
  }

  encode(record: JournalRecord): Uint8Array {
    return toFrame(this.#codec.encode(recordText(record)));
  }

  /** The text of a frame's record; null when it cannot be read. */
  textOf(frame: Uint8Array): string | null {
    const [payload] = readFrames(frame).payloads;
    if (payload === undefined) return null;
    try {
      return this.#codec.decode(payload);
    } catch {
      return null;
    }
  }

  /** @param oneOf what the record's text must hold one of; without any, it is not parsed */
  actOf(frame: Uint8Array, oneOf: readonly string[] = ['']): ActRecord | null {
    const record = this.#recordOf(frame, oneOf);
    return record !== null && 'act' in record ? record : null;
  }

  /** The note of a way back that a frame holds, if it holds one. */
  wayBackNoteOf(frame: Uint8Array): WayBackRecord | null {
    const record = this.#recordOf(frame);
    return record === null || 'act' in record || 'settled' in record ? null : record;
  }

  /** Reads from the newest back to where all is settled: the start must not wait for the rest. */
  find(frames: readonly Uint8Array[]): FoundRecords {
    const fromNewest: KeptAct[] = [];
    const notes: (WayBackRecord | Uint8Array)[] = [];
    let [newest, settled, isSettled] = [0, 0, false];
    for (const frame of frames.toReversed()) {
      if (isSettled) {
        if (frame.length > longestNoteFrame) fromNewest.push({ act: null, frame });
        else notes.push(frame);
        continue;
      }
      const record = this.#recordOf(frame);
      if (record === null) continue;
      if ('settled' in record) {
        settled = Math.max(settled, record.settled);
        newest = Math.max(newest, record.settled);
      } else if (!('act' in record)) {
        notes.push(record);
      } else {
        fromNewest.push({ act: record.act, frame });
        newest = Math.max(newest, record.act);
        isSettled = record.act <= settled;
      }
    }
    return { acts: fromNewest.reverse(), notes: notes.reverse(), newest, settled };
  }

  #recordOf(frame: Uint8Array, oneOf: readonly string[] = ['']): JournalRecord | null {
    const text = this.textOf(frame);
    return text !== null && oneOf.some((part) => text.includes(part)) ? parseRecord(text) : null;
  }
}
