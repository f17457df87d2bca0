import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

// A journal is a row of frames: `EVENKEEL <bytes> <crc32>`, a line feed, the bytes, a line feed.
// Length and checksum tell a frame cut off by a crash, or damaged since, from a whole one.

const mark = 'EVENKEEL ';
const header = /^EVENKEEL (\d{1,10}) ([0-9a-f]{8})\n/;
const longestHeader = 40;

/** Wraps one record for the journal. */
export function toFrame(payload: Uint8Array): Uint8Array {
  const checksum = crc32(payload).toString(16).padStart(8, '0');
  return Buffer.concat([
    Buffer.from(`${mark}${String(payload.length)} ${checksum}\n`),
    payload,
    Buffer.from('\n'),
  ]);
}

export interface Frames {
  /** The whole frames, as parts of the bytes that they were found in. */
  readonly frames: readonly Uint8Array[];
  readonly payloads: readonly Uint8Array[];
  /** Bytes after the last whole frame: what a crash in the middle of writing leaves. */
  readonly hasTornEnd: boolean;
  /** Whole frames follow bytes that are none: the file was damaged after it was written. */
  readonly isDamaged: boolean;
}

/** Finds all whole frames, whatever stands between them. */
export function readFrames(bytes: Uint8Array): Frames {
  const journal = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frames: Uint8Array[] = [];
  const payloads: Uint8Array[] = [];
  let position = 0;
  let isDamaged = false;
  let hasTornEnd = false;
  while (position < journal.length) {
    const frame = frameAt(journal, position);
    if (frame === null) {
      hasTornEnd = true;
      const next = journal.indexOf(mark, position + 1);
      if (next === -1) break;
      position = next;
    } else {
      isDamaged ||= hasTornEnd;
      hasTornEnd = false;
      frames.push(journal.subarray(position, frame.end));
      payloads.push(frame.payload);
      position = frame.end;
    }
  }
  return { frames, payloads, hasTornEnd, isDamaged };
}

function frameAt(
  journal: Buffer,
  position: number,
): { readonly payload: Uint8Array; readonly end: number } | null {
  const found = header.exec(journal.toString('latin1', position, position + longestHeader));
  if (found === null) return null;
  const [line, length, checksum] = found;
  const start = position + line.length;
  const end = start + Number(length);
  if (end >= journal.length) return null;
  const payload = journal.subarray(start, end);
  return crc32(payload) === Number.parseInt(checksum ?? '', 16) ? { payload, end: end + 1 } : null;
}
