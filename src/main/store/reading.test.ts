import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reading } from '../../domain/documents/reading.ts';
import { readingId } from '../../domain/documents/reading.ts';
import type { Store } from './store.ts';
import { sampleReading } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

vi.setConfig({ testTimeout: 30_000 });

let folders: StoreFolders;
let store: Store;
beforeEach(async () => {
  folders = await StoreFolders.make();
  store = await folders.open();
  await put(store, sampleReading());
});
afterEach(() => folders.remove());

const file = 'reading/my-reading.json';
const pages = async () => (await store.read('reading', readingId))?.pages.map(({ id }) => id);

test('the reading is one file, and is there again after a restart', async () => {
  expect(await folders.filesIn()).toEqual(['evenkeel.json', file]);
  await store.close();
  store = await folders.open();
  expect(await store.list('reading')).toEqual([sampleReading()]);
  await rm(folders.localFolder, { recursive: true });
  store = await folders.openWith({ localFolder: `${folders.localFolder}-of-another-computer` });
  expect(await store.summaries('reading')).toEqual([sampleReading()]);
});

test('what was read on another computer comes to what was read on this one', async () => {
  const [here] = sampleReading().pages;
  const elsewhere: Reading = sampleReading({
    pages: [...(here === undefined ? [] : [here, { ...here, id: 'balance' }])],
  });
  const path = join(folders.dataFolder, file);
  await writeFile(`${path}.part`, JSON.stringify(elsewhere));
  await rename(`${path}.part`, path);
  await expect.poll(pages, { interval: 25 }).toEqual(['opening', 'balance']);
  expect(store.problems()).toEqual([]);
});
