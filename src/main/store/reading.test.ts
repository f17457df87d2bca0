import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reading } from '../../domain/documents/reading.ts';
import { readingId } from '../../domain/documents/reading.ts';
import type { Store } from './store.ts';
import { sampleReading } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

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
  await folders.writeElsewhere(file, elsewhere);
  await expect.poll(pages, { interval: 25 }).toEqual(['opening', 'balance']);
  expect(store.problems()).toEqual([]);
});
