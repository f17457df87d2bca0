import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, remove, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
let store: Store;
beforeEach(async () => {
  folders = await StoreFolders.make();
  store = await folders.open();
  await put(store, samplePerson(), sampleMeeting({ notes: 'as it was' }));
  await hourLater();
});
afterEach(() => folders.remove());

const meetingRef = { kind: 'meeting', id: 'meeting-000001' } as const;

/** Ends the app and starts it an hour later, which makes a backup. */
async function hourLater(): Promise<void> {
  await store.close();
  folders.now = new Date(Date.parse(folders.now) + 3_600_000).toISOString();
  store = await folders.open();
}

const newestBackup = async (): Promise<number> => (await store.backups())[0]?.id ?? 0;

test('a backup is made every hour in which something changed', async () => {
  const before = await store.backups();
  await hourLater();
  expect(await store.backups()).toEqual(before);
  await put(store, sampleMeeting({ notes: 'changed' }));
  await put(store, sampleMeeting({ notes: 'changed again' }));
  expect(await store.backups()).toHaveLength(before.length + 1);
  expect((await store.backups())[0]).toMatchObject({ at: folders.now, reason: 'scheduled' });
  await hourLater();
  expect(await store.backups()).toHaveLength(before.length + 2);
});

test('a backup says what has changed or gone since, and restores it; what came since stays', async () => {
  const backup = await newestBackup();
  await put(store, sampleMeeting({ id: 'meeting-000002', notes: 'made since' }));
  await put(store, samplePerson({ name: 'Somebody else' }));
  await remove(store, meetingRef);
  const differences = (await store.differencesTo(backup)) ?? [];
  expect(differences.map(({ ref, isRemoved }) => ({ id: ref.id, isRemoved }))).toEqual(
    expect.arrayContaining([
      { id: 'sam-000001', isRemoved: false },
      { id: 'meeting-000001', isRemoved: true },
    ]),
  );
  expect(differences).toHaveLength(2);

  const ticket = await store.restore(backup, 'Restore');
  expect(await store.read('person', 'sam-000001')).toEqual(samplePerson());
  expect((await store.read('meeting', 'meeting-000001'))?.notes).toBe('as it was');
  expect((await store.read('meeting', 'meeting-000002'))?.notes).toBe('made since');
  expect(await store.differencesTo(backup)).toEqual([]);
  expect((await store.backups())[0]?.reason).toBe('before-restore');

  expect((await store.undo(ticket?.id ?? '')).kind).toBe('undone');
  expect(await store.read('meeting', 'meeting-000001')).toBeNull();
  expect((await store.read('person', 'sam-000001'))?.name).toBe('Somebody else');
});

test('a backup to which nothing differs restores nothing, and one that is not there nothing either', async () => {
  expect(await store.restore(await newestBackup(), 'Restore')).toBeNull();
  expect(await store.differencesTo(4711)).toBeNull();
  expect(await store.restore(4711, 'Restore')).toBeNull();
});

test('what a backup holds stays, however often the document changes afterwards', async () => {
  const backup = await newestBackup();
  for (let count = 1; count <= 60; count += 1) {
    folders.now = new Date(Date.parse(folders.now) + 20 * 60_000).toISOString();
    await put(store, sampleMeeting({ notes: `version ${String(count)}` }));
  }
  await store.restore(backup, 'Restore');
  expect((await store.read('meeting', 'meeting-000001'))?.notes).toBe('as it was');
});

test('a document that another program changed or removed comes back, too', async () => {
  const backup = await newestBackup();
  await store.close();
  const [path = ''] = (await folders.filesIn()).filter((name) => name.includes('meeting-000001'));
  await rm(join(folders.dataFolder, path));
  store = await folders.open();
  expect(await store.read('meeting', 'meeting-000001')).toBeNull();
  await store.restore(backup, 'Restore');
  expect((await store.read('meeting', 'meeting-000001'))?.notes).toBe('as it was');
});

test('a clock that is a year ahead for an hour costs no backup, and nothing that was removed', async () => {
  await remove(store, meetingRef);
  const kept = await store.backups();
  const right = folders.now;
  folders.now = '2028-01-01T09:00:00Z';
  await put(store, samplePerson({ name: 'While it was wrong' }));
  folders.now = new Date(Date.parse(right) + 3_600_000).toISOString();
  await put(store, samplePerson({ name: 'Set right again' }));
  expect(await store.backups()).toEqual(expect.arrayContaining([...kept]));
  expect((await store.removed()).map(({ document }) => document.id)).toEqual(['meeting-000001']);
});
