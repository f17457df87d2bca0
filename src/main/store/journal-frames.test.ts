import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { fc } from '../../domain/test-laws/fast-check.ts';
import { readFrames, toFrame } from './journal-frames.ts';

const payloadsArbitrary = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 });
const textOf = (payloads: readonly Uint8Array[]): readonly string[] =>
  payloads.map((payload) => Buffer.from(payload).toString('hex'));
const journalOf = (payloads: readonly Uint8Array[]): Buffer =>
  Buffer.concat(payloads.map((payload) => toFrame(payload)));

test('what was framed comes back, whatever bytes it is of', () => {
  fc.assert(
    fc.property(payloadsArbitrary, (payloads) => {
      const read = readFrames(journalOf(payloads));
      expect(textOf(read.payloads)).toEqual(textOf(payloads));
      expect(Buffer.concat(read.frames).equals(journalOf(payloads))).toBe(true);
      expect(read).toMatchObject({ hasTornEnd: false, isDamaged: false });
    }),
  );
});

test('a journal cut off anywhere gives all whole frames and says that its end is torn', () => {
  fc.assert(
    fc.property(payloadsArbitrary, fc.nat(), (payloads, cutAt) => {
      const journal = journalOf(payloads);
      const cut = journal.subarray(0, cutAt % (journal.length + 1));
      const read = readFrames(cut);
      expect(textOf(payloads).slice(0, read.payloads.length)).toEqual(textOf(read.payloads));
      expect(read.hasTornEnd).toBe(journalOf(read.payloads).length !== cut.length);
      expect(read.isDamaged).toBe(false);
    }),
  );
});

test('zeroes at the end, as a power cut leaves them, are a torn end', () => {
  const journal = Buffer.concat([toFrame(Buffer.from('one')), Buffer.alloc(500)]);
  expect(readFrames(journal)).toMatchObject({ hasTornEnd: true, isDamaged: false });
});

test('a byte changed in the middle costs one frame and is called damage', () => {
  const frames = ['one', 'two', 'three'].map((text) => toFrame(Buffer.from(text)));
  const journal = Buffer.concat(frames);
  const inTwo = (frames[0]?.length ?? 0) + (frames[1]?.length ?? 0) - 2;
  journal.writeUInt8(journal.readUInt8(inTwo) ^ 1, inTwo);
  const read = readFrames(journal);
  expect(read.payloads.map(String)).toEqual(
    ['one', 'three'].map((text) => String(Buffer.from(text))),
  );
  expect(read).toMatchObject({ hasTornEnd: false, isDamaged: true });
});
