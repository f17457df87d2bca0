import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings, settingsId } from '../../domain/documents/settings.ts';
import { localFolderOf } from './local-folder.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { startStoreWorker } from './test-support/start-store-worker.ts';
import { nextId, put, StoreFolders } from './test-support/store-bench.ts';

const meeting = sampleMeeting();
let folders: StoreFolders;
let threads = 0;
let opened: Store | null = null;
beforeEach(async () => {
  folders = await StoreFolders.make();
  threads = 0;
});
afterEach(async () => {
  await opened?.close();
  opened = null;
  await folders.remove();
});

/** Opens the store as the app does, and counts its threads. */
async function openEarly(): Promise<Store> {
  const result = await openStore({
    dataFolder: folders.dataFolder,
    localFolder: folders.localFolder,
    now: () => folders.now,
    newId: nextId,
    startWorker: (input) => {
      threads += 1;
      return startStoreWorker(input);
    },
  });
  if (!result.ok) throw new Error(result.error.message);
  opened = result.value;
  return opened;
}

/** A folder with a person and a meeting, closed as an app is that was quit. */
async function leaveBehind(): Promise<void> {
  const store = await folders.open();
  await put(store, samplePerson(), meeting);
  await store.close();
}

const journalPath = (): string => join(localFolderOf(folders), 'acts.journal');

test('a new folder is empty before any thread has started', async () => {
  const store = await openEarly();
  expect(await store.summaries('person')).toEqual([]);
  expect(await store.read('settings', settingsId)).toBeNull();
  expect(threads).toBe(0);
  expect(await store.whenOpen()).toEqual({ ok: true, value: null });
  expect(await store.read('settings', settingsId)).toEqual(defaultSettings);
  expect(threads).toBe(1);
});

test('lists are there before any thread has started, as the thread then gives them', async () => {
  await leaveBehind();
  const store = await openEarly();
  const lists = (): Promise<unknown> =>
    Promise.all([
      store.summaries('person'),
      store.summaries('meeting', { personId: meeting.personId }),
      store.summaries('meeting', { fromLocal: '2999-01-01T00:00' }),
      store.read('person', samplePerson().id),
      store.read('settings', settingsId),
    ]);
  const first = await lists();
  expect(first).toMatchObject([[samplePerson()], [{ id: meeting.id }], [], samplePerson(), {}]);
  expect(threads).toBe(0);
  await store.whenOpen();
  expect(await lists()).toEqual(first);
});

test('what lists do not hold starts the thread', async () => {
  await leaveBehind();
  const store = await openEarly();
  expect(await store.read('meeting', meeting.id)).toEqual(meeting);
  expect(threads).toBe(1);
});

test('after a change, lists show it', async () => {
  await leaveBehind();
  const store = await openEarly();
  await store.summaries('person');
  await put(store, samplePerson({ name: 'Samira' }));
  expect(await store.summaries('person')).toMatchObject([{ name: 'Samira' }]);
});

test('a store that nobody asked for more closes without a thread', async () => {
  await leaveBehind();
  const store = await openEarly();
  await store.close();
  expect(threads).toBe(0);
});

test('settings that another computer has changed meanwhile are told of and read', async () => {
  await leaveBehind();
  const settings = { ...defaultSettings, theme: 'dark', formatVersion: 1 };
  await writeFile(join(folders.dataFolder, 'evenkeel.json'), JSON.stringify(settings));
  const store = await openEarly();
  const heard: unknown[] = [];
  store.onChange((touched) => heard.push(...touched));
  await store.whenOpen();
  expect(heard).toContainEqual({ kind: 'settings', id: settingsId });
  expect(await store.read('settings', settingsId)).toMatchObject({ theme: 'dark' });
});

test.each([
  ['the journal is not as it was left', () => utimes(journalPath(), 1, 1)],
  [
    'another computer may have the folder',
    () => writeFile(join(folders.dataFolder, '.evenkeel.lock'), ''),
  ],
  [
    'there is no catalogue, but documents',
    async () => {
      await folders.remove();
      await mkdir(join(folders.dataFolder, 'people'), { recursive: true });
    },
  ],
])('the thread has the say where %s', async (_case, change) => {
  await leaveBehind();
  await change();
  await openEarly();
  expect(threads).toBe(1);
});

test('a folder that cannot be made is refused at once', async () => {
  await writeFile(folders.dataFolder, 'in the way');
  await expect(openEarly()).rejects.toThrow(folders.dataFolder);
});
