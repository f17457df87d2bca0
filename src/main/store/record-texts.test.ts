import { expect, test } from 'vitest';
import type { ActRecord } from './act-record.ts';
import { RecordTexts } from './record-texts.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';

const recordOf = (changes: ActRecord['changes']): ActRecord => ({
  ...{ act: 7, ticket: 'ticket "7"', label: 'Type', at: '2026-11-23T09:00:00Z' },
  changes,
});

test('an act’s text is the JSON of its record, whether or not parts of it were there already', () => {
  const texts = new RecordTexts();
  const sam = samplePerson();
  const ada = samplePerson({ workingStyle: 'Quotes: "\\".\nTwo lines.' });
  const meeting = sampleMeeting();
  texts.make(sam);
  const records = [
    recordOf([]),
    recordOf([{ kind: 'person', id: sam.id, before: sam, after: ada }]),
    recordOf([
      { kind: 'person', id: ada.id, before: ada, after: null },
      { kind: 'meeting', id: meeting.id, before: null, after: meeting },
    ]),
  ];
  for (const record of records) expect(texts.ofAct(record)).toBe(JSON.stringify(record));
});
