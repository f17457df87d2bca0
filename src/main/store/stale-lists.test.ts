/** Lists follow what becomes of the folder, whoever looked at it first, and however it was heard of. */
import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogFile } from './catalog-queries.ts';
import { nodeFileSystem } from './file-system.ts';
import { localFolderOf } from './local-folder.ts';
import type { StoreOptions } from './open-store.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { samplePerson } from './test-support/sample-documents.ts';
import { startStoreWorker } from './test-support/start-store-worker.ts';
import { nextId, put, StoreFolders } from './test-support/store-bench.ts';

const { id } = samplePerson();
let folders: StoreFolders;
let unchecked: Store | null = null;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(async () => {
  await unchecked?.close();
  unchecked = null;
  await folders.remove();
});

const personFile = 'people/sam-okafor-sam-000001/person.json';
const renameElsewhere = (): Promise<void> =>
  folders.writeElsewhere(personFile, samplePerson({ name: 'Samuel' }));

/** A folder with a person, closed as an app is that was quit. */
async function leaveBehind(): Promise<void> {
  const store = await folders.open();
  await put(store, samplePerson());
  await store.close();
}

/** Opens the folder without waiting until it has been compared. */
async function openUnchecked(options: Partial<StoreOptions>): Promise<Store> {
  const { dataFolder, localFolder } = folders;
  const usual = { dataFolder, localFolder, newId: nextId, now: () => folders.now };
  const opened = await openStore({ ...usual, ...options });
  if (!opened.ok) throw new Error(opened.error.message);
  unchecked = opened.value;
  return opened.value;
}

const namesIn = async (store: Store): Promise<readonly string[]> =>
  (await store.summaries('person')).map(({ name }) => name);
const soon = <T>(read: () => T | Promise<T>) => expect.poll(async () => read(), { interval: 25 });
function kindsHeard(store: Store): ReadonlySet<string> {
  const heard = new Set<string>();
  store.onChange((touched) => {
    for (const { kind } of touched) heard.add(kind);
  });
  return heard;
}

test('what another program wrote and somebody opened before it was heard of is in the lists', async () => {
  await leaveBehind();
  const store = await folders.open();
  expect(await namesIn(store)).toEqual(['Sam Okafor']);
  await renameElsewhere();
  expect((await store.read('person', id))?.name).toBe('Samuel');
  await soon(() => namesIn(store)).toEqual(['Samuel']);
});

test('what changed while Evenkeel was not running is in the lists, though it was opened before the folder was compared', async () => {
  await leaveBehind();
  await renameElsewhere();
  const store = await openUnchecked({ checkAfterMilliseconds: 100 });
  expect((await store.read('person', id))?.name).toBe('Samuel');
  await store.whenChecked();
  await soon(() => namesIn(store)).toEqual(['Samuel']);
});

test('what a catalogue that had to be made anew found in the folder is told of', async () => {
  await leaveBehind();
  const deaf = { ...nodeFileSystem, watch: () => () => undefined };
  const store = await folders.open(deaf);
  const heard = kindsHeard(store);
  expect(await namesIn(store)).toEqual(['Sam Okafor']);
  await renameElsewhere();
  const catalog = new DatabaseSync(join(localFolderOf(folders), catalogFile));
  catalog.exec('DROP TABLE documents');
  catalog.close();
  expect(await store.summaries('meeting')).toEqual([]);
  await soon(() => namesIn(store)).toEqual(['Samuel']);
  expect(heard).toContain('person');
});

test('a document that comes back from the history in place of a damaged file is told of', async () => {
  await leaveBehind();
  const store = await folders.open();
  await rm(folders.inData(personFile));
  await soon(() => namesIn(store)).toEqual([]);
  const heard = kindsHeard(store);
  await folders.writeElsewhere(personFile, '{ "kind": "per');
  await soon(() => namesIn(store)).toEqual(['Sam Okafor']);
  await soon(() => [...heard]).toContain('person');
});

test('what came into a folder after the first look at it, which was empty, is told of', async () => {
  const store = await openUnchecked({ startWorker: startStoreWorker });
  expect(await namesIn(store)).toEqual([]);
  const heard = kindsHeard(store);
  const elsewhere = join(folders.root, 'elsewhere');
  const other = await folders.openWith({ localFolder: elsewhere });
  await put(other, samplePerson());
  await other.close();
  await store.whenOpen();
  expect(await namesIn(store)).toEqual(['Sam Okafor']);
  await soon(() => [...heard]).toContain('person');
});

test('what was changed on a drive while it was away is in the lists once it is back, and is heard of from then on', async () => {
  await leaveBehind();
  const store = await folders.open();
  expect(await namesIn(store)).toEqual(['Sam Okafor']);
  const away = `${folders.dataFolder}-away`;
  await rename(folders.dataFolder, away);
  await soon(() => store.problems().length).toBe(1);
  // It comes back as a folder that nobody watches, as a drive does.
  await cp(away, folders.dataFolder, { recursive: true });
  await renameElsewhere();
  await soon(() => namesIn(store)).toEqual(['Samuel']);
  expect(store.problems()).toEqual([]);
  await folders.writeElsewhere(personFile, samplePerson({ name: 'Sam again' }));
  await soon(() => namesIn(store)).toEqual(['Sam again']);
});

test('where a drive was is an empty folder for a while: nothing is written there, and nobody taken for removed', async () => {
  await leaveBehind();
  const store = await folders.open();
  const away = `${folders.dataFolder}-away`;
  await rename(folders.dataFolder, away);
  await mkdir(folders.dataFolder);
  await soon(() => store.problems().length).toBe(1);
  await wait(1500);
  expect(await readdir(folders.dataFolder)).toEqual([]);
  expect(await namesIn(store)).toEqual(['Sam Okafor']);
  await rmdir(folders.dataFolder);
  await rename(away, folders.dataFolder);
  await store.flush();
  expect(store.problems()).toEqual([]);
});
