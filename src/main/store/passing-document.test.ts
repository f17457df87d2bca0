import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFileSystem } from './file-system.ts';
import type { Store } from './store.ts';
import { samplePerson } from './test-support/sample-documents.ts';
import { put, remove, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

const sam = { kind: 'person', id: 'sam-000001' } as const;

/** Adds a person and takes them back before any file was written. */
async function addAndRemove(store: Store): Promise<void> {
  const added = store.act(() =>
    Promise.resolve({
      act: { label: 'Add', changes: [{ kind: 'put', document: samplePerson() }] },
      value: null,
    }),
  );
  await Promise.all([added, remove(store, sam)]);
}

test('whoever is added and removed at once leaves no file, and nothing that waits for one', async () => {
  const store = await folders.open();
  await addAndRemove(store);
  await store.flush();
  expect(store.problems()).toEqual([]);
  expect(await folders.filesIn()).toEqual(['evenkeel.json']);
  await store.close();
  expect(await (await folders.open()).list('person')).toEqual([]);
});

test('on a drive that is unplugged a removal waits until it is back', async () => {
  const store = await folders.open();
  await put(store, samplePerson());
  await rename(folders.dataFolder, `${folders.dataFolder}-unplugged`);
  await remove(store, sam);
  expect(store.problems().map(({ message }) => message)).toEqual([
    expect.stringContaining('ENOENT'),
  ]);
  await rename(`${folders.dataFolder}-unplugged`, folders.dataFolder);
  await store.flush();
  expect(store.problems()).toEqual([]);
  expect(await folders.filesIn()).toEqual(['evenkeel.json']);
});

test('what is heard of files while their drive goes takes nothing out of the lists', async () => {
  const heard = new Map<string, (name: string | null) => void>();
  let looks = 0;
  const store = await folders.open({
    ...nodeFileSystem,
    watch: (path, changed) => {
      heard.set(path, changed);
      return () => undefined;
    },
    stampOf: (path) => {
      looks += 1;
      return nodeFileSystem.stampOf(path);
    },
  });
  await put(store, samplePerson());
  await rename(folders.dataFolder, `${folders.dataFolder}-unplugged`);
  looks = 0;
  heard.get(join(folders.dataFolder, 'people'))?.('sam-okafor-sam-000001');
  await expect.poll(() => looks).toBeGreaterThan(0);
  await store.whenChecked();
  expect(await store.summaries('person')).toEqual([samplePerson()]);
  await rename(`${folders.dataFolder}-unplugged`, folders.dataFolder);
  expect(await store.read('person', sam.id)).toEqual(samplePerson());
});
