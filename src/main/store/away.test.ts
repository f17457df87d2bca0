/** What becomes of reading and writing while a folder is not where it was. */
import { rename, rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { NotReadError } from './store.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

const { id } = sampleMeeting();
let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting());
  await store.close();
});
afterEach(() => folders.remove());

test.each([
  ['on this thread', () => folders.open()],
  ['in a thread of its own', () => folders.openInWorker()],
])('reading while the drive is away says so, and works when it is back, %s', async (_, open) => {
  const store: Store = await open();
  const away = `${folders.dataFolder}-away`;
  await rename(folders.dataFolder, away);
  const reading = store.read('meeting', id);
  await expect(reading).rejects.toThrow(NotReadError);
  await expect(reading).rejects.toThrow(folders.dataFolder);
  await rename(away, folders.dataFolder);
  expect(await store.read('meeting', id)).toEqual(sampleMeeting());
});

test('a document that was deleted by hand is no drive that is away', async () => {
  const store = await folders.open();
  const [file = ''] = (await folders.filesIn()).filter((path) => path.includes(id));
  await rm(`${folders.dataFolder}/${file}`);
  expect(await store.read('meeting', id)).toBeNull();
});

test('when the local folder is deleted meanwhile, documents still come to their files', async () => {
  const store = await folders.open();
  await rm(folders.localFolder, { recursive: true });
  await put(store, sampleMeeting({ notes: 'After it was deleted' }));
  await store.close();
  const again = await folders.open();
  expect((await again.read('meeting', id))?.notes).toBe('After it was deleted');
});
