import { expect, test } from 'vitest';
import { isDocumentFileName, pathOfNew, slugOf } from './document-paths.ts';
import { sampleMeeting, samplePerson, sampleSeries } from './test-support/sample-documents.ts';

test.each([
  ['Sam Okafor', 'sam-okafor'],
  ['  José  Ångström-Müller ', 'jose-angstrom-muller'],
  ['王小明', '王小明'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con'],
  ['💬', 'person'],
  ['a'.repeat(100), 'a'.repeat(40)],
])('the folder of %s begins with %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

const nobody = () => null;

test('documents go to their person’s folder, wherever that is', () => {
  expect(pathOfNew(samplePerson(), nobody)).toEqual([
    'people',
    'sam-okafor-sam-000001',
    'person.json',
  ]);
  expect(pathOfNew(sampleSeries(), () => 'here')).toEqual([
    'people',
    'here',
    'series-series-000001.json',
  ]);
  expect(pathOfNew(sampleMeeting(), nobody)).toEqual([
    'people',
    'unknown-sam-000001',
    '2026-11-30-meeting-000001.json',
  ]);
});

test('a meeting without a date says so in its name', () => {
  const undated = sampleMeeting({ startLocal: null, originalLocal: null });
  expect(pathOfNew(undated, () => 'here')).toEqual([
    'people',
    'here',
    'undated-meeting-000001.json',
  ]);
});

test('every new document gets a name under which it is found again', () => {
  for (const document of [samplePerson(), sampleSeries(), sampleMeeting()]) {
    expect(isDocumentFileName(pathOfNew(document, nobody).at(-1) ?? '')).toBe(true);
  }
  expect(isDocumentFileName('.evenkeel-1.tmp')).toBe(false);
  expect(isDocumentFileName('package.json')).toBe(false);
});
