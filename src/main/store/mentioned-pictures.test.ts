import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { NotReadError, NotSavedError } from './store.ts';
import { BreakableDisk } from './test-support/breakable-disk.ts';
import { systemError } from './test-support/faulty-file-system.ts';
import { sampleArticle, samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

const names = ['a', 'b', 'c'].map((letter) => `${letter.repeat(64)}.png`);
const showing = (file: string | undefined) =>
  sampleArticle({ pictures: [{ path: 'rota.png', file: file ?? '' }] });

test.each([
  ['on this thread', () => folders.open()],
  ['in a thread of its own', () => folders.openInWorker()],
])('every picture is known that a document has ever shown, %s', async (_, open) => {
  const store: Store = await open();
  await put(store, samplePerson());
  for (const name of names) await put(store, showing(name));
  expect((await store.mentionedPictures()).toSorted()).toEqual(names);
});

test('what cannot be read may mention any: then nothing is known', async () => {
  const disk = new BreakableDisk();
  const store = await folders.open(disk.fileSystem);
  await put(store, showing(names[0]));
  await store.flush();
  disk.break(({ operation, path }) =>
    operation === 'readFile' && path.includes('library') ? systemError('EIO') : null,
  );
  await expect(store.mentionedPictures()).rejects.toThrow(NotReadError);
  disk.break(({ operation, path }) =>
    operation === 'readFolder' && path.includes('library') ? systemError('EACCES') : null,
  );
  await expect(store.mentionedPictures()).rejects.toThrow(NotReadError);
});

test('in a folder that may only be read nothing is to be moved, so nothing is looked for', async () => {
  const first = await folders.open();
  await put(first, showing(names[0]));
  await first.close();
  const disk = new BreakableDisk();
  disk.break(({ operation, path }) =>
    operation === 'open' && path.endsWith('.tmp') ? systemError('EROFS') : null,
  );
  const second = await folders.open(disk.fileSystem);
  expect(second.readOnlyReason).not.toBeNull();
  await expect(second.mentionedPictures()).rejects.toThrow(NotSavedError);
});
