import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainCodec } from './codec.ts';
import { History } from './history.ts';
import { sampleMeeting } from './test-support/sample-documents.ts';

let folder: string;
let history: History;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-history-'));
  history = History.open(folder, plainCodec);
});
afterEach(async () => {
  history.close();
  await rm(folder, { recursive: true });
});

const ref = { kind: 'meeting', id: 'meeting-000001' } as const;
const start = Date.parse('2026-11-23T09:00:00Z');
const add = (notes: string, minutes: number): void => {
  const at = new Date(start + minutes * 60_000).toISOString();
  history.add(sampleMeeting({ notes }), 'people/x/m.json', at);
};
const notesKept = (): readonly unknown[] =>
  history.versionsOf(ref).map(({ number }) => {
    const document = history.read(number);
    return document?.kind === 'meeting' ? document.notes : null;
  });

test('versions come back newest first, the same twice in a row once, after a restart', () => {
  add('one', 0);
  add('one', 15);
  add('two', 30);
  add('one', 45);
  history.close();
  history = History.open(folder, plainCodec);
  expect(notesKept()).toEqual(['one', 'two', 'one']);
  expect(history.newestAt('people/x/m.json')).toEqual(sampleMeeting({ notes: 'one' }));
  expect(history.newestAt('people/x/other.json')).toBeNull();
});

test('of versions that follow each other fast the first and the newest stay', () => {
  add('before', 0);
  for (let second = 1; second <= 60; second += 1) add(`typed ${String(second)}`, second / 60);
  expect(notesKept()).toEqual(['typed 60', 'before']);
  add('later', 20);
  expect(notesKept()).toEqual(['later', 'typed 60', 'before']);
});

test('a clock that goes backwards loses no version', () => {
  add('first', 0);
  add('second', 60);
  add('third', -600);
  expect(notesKept()).toEqual(['third', 'second', 'first']);
});

test('the number of versions is bounded; the newest stay', () => {
  for (let count = 1; count <= 60; count += 1) add(String(count), count * 60);
  expect(notesKept()).toHaveLength(40);
  expect(notesKept()[0]).toBe('60');
});

const day = 24 * 60;
const instantAt = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
const backUpAt = (minutes: number): void => {
  // Something else changes, or there would be nothing to back up.
  const id = `meeting-${String(minutes).padStart(6, '0')}x`;
  history.add(sampleMeeting({ id }), `people/x/${id}.json`, instantAt(minutes));
  history.backUp('scheduled', instantAt(minutes));
};

test('what was removed is remembered as long as a backup may hold it, and then forgotten', () => {
  add('private', 0);
  history.backUp('scheduled', instantAt(1));
  history.addRemoval(ref, 'people/x/m.json', instantAt(day));
  backUpAt(20 * day);
  expect(history.removed()).toHaveLength(1);
  backUpAt(32 * day);
  expect(history.removed()).toHaveLength(1);
  // The third backup in a row says that it is so late.
  for (const days of [52, 53]) backUpAt(days * day);
  expect(history.removed()).toHaveLength(1);
  backUpAt(54 * day);
  expect(history.removed()).toEqual([]);
  expect(history.knows(ref)).toBe(false);
  expect(notesKept()).toEqual([]);
});

test('what was removed long ago and came back is not forgotten', () => {
  add('one', 0);
  history.addRemoval(ref, 'people/x/m.json', instantAt(day));
  add('two', 2 * day);
  backUpAt(40 * day);
  backUpAt(80 * day);
  expect(notesKept()).toEqual(['two', 'one']);
});

test('a clock that was a year ahead for a moment makes nothing forgotten that a backup holds', () => {
  add('one', 0);
  history.backUp('scheduled', instantAt(365 * day));
  history.addRemoval(ref, 'people/x/m.json', instantAt(1));
  backUpAt(366 * day);
  expect(notesKept()).toEqual(['one']);
});
