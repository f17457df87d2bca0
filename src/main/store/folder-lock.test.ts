import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
  const store = await folders.open();
  await put(store, samplePerson());
  await store.close();
});
afterEach(() => folders.remove());

const lockPath = (): string => join(folders.dataFolder, '.evenkeel.lock');
const leaveLock = (holder: object): Promise<void> =>
  writeFile(lockPath(), JSON.stringify({ process: 1, at: '2026-11-23T08:58:00Z', ...holder }));

test('a folder is locked while it is open, and no longer', async () => {
  const store = await folders.open();
  expect(JSON.parse(await readFile(lockPath(), 'utf8'))).toMatchObject({
    computer: hostname(),
    process: process.pid,
  });
  await store.close();
  expect(await readdir(folders.dataFolder)).not.toContain('.evenkeel.lock');
});

test('a folder in use on another computer is shown and not changed', async () => {
  await leaveLock({ computer: 'desk-at-home' });
  const store = await folders.open();
  expect(await store.list('person')).toEqual([samplePerson()]);
  expect(store.readOnlyReason).toContain('in use on desk-at-home');
  await expect(put(store, samplePerson({ name: 'No' }))).rejects.toThrow(/desk-at-home/);
  await store.close();
  expect(await readFile(lockPath(), 'utf8')).toContain('desk-at-home');
});

test('a file damaged in a folder in use on another computer is told of, and left to that computer', async () => {
  await leaveLock({ computer: 'desk-at-home' });
  const store = await folders.open();
  const [file = ''] = (await folders.filesIn()).filter((path) => path.endsWith('person.json'));
  await writeFile(join(folders.dataFolder, file), '{ "kind": "per');
  expect(await store.read('person', samplePerson().id)).toBeNull();
  expect(await readFile(join(folders.dataFolder, file), 'utf8')).toBe('{ "kind": "per');
  const kept = await folders.filesIn(folders.localFolder);
  expect(kept.filter((path) => path.includes('quarantine'))).toEqual([]);
  expect(store.problems().map(({ message }) => message)).toContainEqual(
    expect.stringContaining(file),
  );
});

test.each([
  [
    'of another computer that has not been heard of',
    { computer: 'desk', at: '2026-11-23T08:50:00Z' },
  ],
  ['of a process here that has ended', { computer: hostname(), process: 2 ** 22 + 1 }],
  ['that nobody can read', { computer: 7 }],
])('a lock %s is taken over', async (_, holder) => {
  await leaveLock(holder);
  const store = await folders.open();
  expect(store.readOnlyReason).toBeNull();
  await put(store, samplePerson({ name: 'Samira' }));
  expect(await readFile(lockPath(), 'utf8')).toContain(String(process.pid));
});
