import { expect, test } from 'vitest';
import { isJsonObject } from '../../domain/merge/json.ts';
import { fc } from '../../domain/test-laws/fast-check.ts';
import type { ActRecord } from './act-record.ts';
import { parseRecord, recordText } from './act-record.ts';
import { fromWritten, toWritten } from './before-image.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';

const recordOf = (changes: ActRecord['changes']): ActRecord => ({
  ...{ act: 7, ticket: 'ticket "7"', label: 'Type', at: '2026-11-23T09:00:00Z' },
  changes,
});
const sam = samplePerson();
const meeting = sampleMeeting();

test('a record comes back whole: what was, what came, and what came and went', () => {
  const ada = samplePerson({ workingStyle: 'Quotes: "\\".\nTwo lines.', timeZone: null });
  const records = [
    recordOf([]),
    recordOf([{ kind: 'person', id: sam.id, before: sam, after: ada }]),
    recordOf([
      { kind: 'person', id: ada.id, before: ada, after: null },
      { kind: 'meeting', id: meeting.id, before: null, after: meeting },
    ]),
  ];
  for (const record of records) expect(parseRecord(recordText(record))).toEqual(record);
});

test('of what stays as it was, a record says nothing twice', () => {
  const after = { ...meeting, sharedNotes: 'Only this is new.' };
  const record = recordOf([{ kind: 'meeting', id: meeting.id, before: meeting, after }]);
  const again = JSON.stringify(record).length - JSON.stringify(meeting).length;
  expect(recordText(record).length).toBeLessThan(again + 100);
  expect(parseRecord(recordText(record))).toEqual(record);
});

test('records of earlier versions, with the whole document twice, are read as well', () => {
  const after = { ...meeting, sharedNotes: 'Only this is new.' };
  const record = recordOf([{ kind: 'meeting', id: meeting.id, before: meeting, after }]);
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
});

test('whatever fields a document gained, lost or changed, it is there again', () => {
  // A few names come often, so that both have them.
  const name = fc.oneof(fc.constantFrom('a', 'b', 'name', 'tags'), fc.string({ maxLength: 3 }));
  const fields = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(fields, fields, (one, other) => {
      const [before, after] = [one, other].map((some) => ({ ...sam, ...some, kind: sam.kind }));
      if (before === undefined || after === undefined) return;
      const written: unknown = JSON.parse(JSON.stringify(toWritten({ before, after })));
      const read = fromWritten(written);
      expect(isJsonObject(read) && read.before).toEqual(JSON.parse(JSON.stringify(before)));
      expect(isJsonObject(read) && read.after).toEqual(JSON.parse(JSON.stringify(after)));
    }),
  );
});

test.each([
  ['fields that are none', { kind: 'person', id: sam.id, was: [], wasWithout: [], after: sam }],
  ['a row of names that is none', { kind: 'person', id: sam.id, was: {}, after: sam }],
  ['nothing to compare with', { kind: 'person', id: sam.id, was: {}, wasWithout: [], after: null }],
])('a record with %s is not used', (_name, change) => {
  expect(parseRecord(JSON.stringify({ ...recordOf([]), changes: [change] }))).toBeNull();
});
