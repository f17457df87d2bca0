import { expect, test } from 'vitest';
import { folderOf, isDocumentFolder, isDocumentPath, pathOfNew, slugOf } from './document-paths.ts';
import {
  sampleDecision,
  sampleCalendar,
  sampleFeedback,
  sampleMeeting,
  samplePerson,
  sampleReading,
  sampleSeries,
  sampleTemplate,
} from './test-support/sample-documents.ts';

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

test('a decision is in a folder of all decisions, whomever it is about', () => {
  const path = ['decisions', '2026-11-23-decision-000001.json'];
  expect(pathOfNew(sampleDecision(), () => 'here')).toEqual(path);
  expect(pathOfNew(sampleDecision({ personId: null }), nobody)).toEqual(path);
});

test('feedback is with its person, a template in a folder of all templates', () => {
  expect(pathOfNew(sampleFeedback(), () => 'here')).toEqual([
    'people',
    'here',
    'feedback-feedback-000001.json',
  ]);
  expect(pathOfNew(sampleTemplate(), nobody)).toEqual([
    'templates',
    'hard-talk-template-000001.json',
  ]);
  expect(pathOfNew(sampleTemplate({ text: 'Nothing yet' }), nobody)).toEqual([
    'templates',
    'template-template-000001.json',
  ]);
});

test('a calendar is in a folder of all calendars', () => {
  expect(pathOfNew(sampleCalendar({ name: 'My Work' }), nobody)).toEqual([
    'calendars',
    'my-work-calendar-000001.json',
  ]);
});

test('every new document gets a path at which it is found again', () => {
  const documents = [samplePerson(), sampleSeries(), sampleMeeting(), sampleFeedback()];
  for (const document of [
    ...documents,
    sampleTemplate(),
    sampleReading(),
    sampleDecision(),
    sampleCalendar(),
  ]) {
    const path = pathOfNew(document, nobody).join('/');
    expect(isDocumentPath(path)).toBe(true);
    expect(isDocumentFolder(folderOf(path) ?? '')).toBe(true);
  }
});

test.each([
  'people/sam/.evenkeel-1.tmp',
  'people/sam/package.json',
  'people/person.json',
  'people/sam/below/person.json',
  'templates/.weekly.json',
  'templates/~weekly.json',
  'templates/weekly.json.tmp',
  'templates/weekly.md',
  'templates/below/weekly.json',
  'templates',
  'reading/.my-reading.json',
  'reading/below/my-reading.json',
  'evenkeel.json',
])('%s is no document', (path) => {
  expect(isDocumentPath(path)).toBe(false);
});
