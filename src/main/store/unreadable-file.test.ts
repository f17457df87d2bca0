import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { faultyFileSystem, systemError } from './test-support/faulty-file-system.ts';
import { samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

const file = 'people/sam-okafor-sam-000001/person.json';
const ofNewerVersion = JSON.stringify({ ...samplePerson(), version: 999, since: 'a later year' });

let folders: StoreFolders;
let isFull = false;
let store: Store;
beforeEach(async () => {
  folders = await StoreFolders.make();
  isFull = false;
  store = await folders.open(
    faultyFileSystem(({ path }) =>
      isFull && path.includes('quarantine') ? systemError('ENOSPC') : null,
    ),
  );
  await put(store, samplePerson());
});
afterEach(() => folders.remove());

const onDisk = (): Promise<string> => readFile(join(folders.dataFolder, file), 'utf8');

/** Another program writes the file while this one has its document open; then this one saves, too. */
async function writeBoth(text: string): Promise<void> {
  await writeFile(join(folders.dataFolder, file), text);
  await put(store, samplePerson({ name: 'Typed here' }));
  await put(store, samplePerson({ name: 'Typed here', workingStyle: 'And this' }));
}

test('a damaged file stays as it is while no copy of it can be kept, and is written once one is', async () => {
  isFull = true;
  await writeBoth('{"typed": "by hand",,,');
  expect(await onDisk()).toBe('{"typed": "by hand",,,');
  expect((await store.read('person', 'sam-000001'))?.name).toBe('Typed here');
  isFull = false;
  // Without anybody doing anything: it is tried again by itself.
  await expect.poll(onDisk).toContain('And this');
  const copies = await store.setAside();
  expect(copies).toHaveLength(1);
}, 20_000);

test('a file that a newer version wrote is not written over; what was typed here is kept until it can be read', async () => {
  await writeBoth(ofNewerVersion);
  expect(await onDisk()).toBe(ofNewerVersion);
  expect(store.problems().map(({ message }) => message)).toEqual([
    expect.stringContaining('person.json'),
  ]);
  expect((await store.read('person', 'sam-000001'))?.workingStyle).toBe('And this');
  await store.close();

  await writeFile(
    join(folders.dataFolder, file),
    JSON.stringify(samplePerson({ areas: ['From there'] })),
  );
  const again = await folders.open();
  const both = { name: 'Typed here', workingStyle: 'And this', areas: ['From there'] };
  expect(await again.read('person', 'sam-000001')).toMatchObject(both);
});
