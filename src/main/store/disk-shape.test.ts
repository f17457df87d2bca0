import { expect, test } from 'vitest';
import { fc } from '../../domain/test-laws/fast-check.ts';
import { fromFileText, toFileText } from './disk-shape.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';

test('any text and any field of another version comes back from disk as it was', () => {
  const unknownFields = fc.dictionary(
    // valibot drops these three names from any object, against pollution of prototypes.
    fc.string().filter((key) => !['__proto__', 'prototype', 'constructor'].includes(key)),
    fc.jsonValue({ maxDepth: 3 }),
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), unknownFields, (notes, workingStyle, unknown) => {
      for (const known of [sampleMeeting({ notes }), samplePerson({ workingStyle })]) {
        const document = { ...unknown, ...known };
        const read: unknown = fromFileText(toFileText(document));
        expect(read).toEqual(JSON.parse(JSON.stringify(document)));
      }
    }),
  );
});

test('one changed line of notes is one changed line on disk', () => {
  const lines = ['one', 'two', 'three'];
  const before = toFileText(sampleMeeting({ notes: lines.join('\n') })).split('\n');
  const after = toFileText(sampleMeeting({ notes: lines.with(1, 'TWO').join('\n') })).split('\n');
  expect(after.filter((line, index) => line !== before[index])).toEqual(['    "TWO",']);
});

test('an editor’s byte order mark does no harm', () => {
  expect(fromFileText(`\uFEFF${toFileText(samplePerson())}`)).toEqual(samplePerson());
});
