import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import { NotSavedError } from './store.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { startStoreWorker } from './test-support/start-store-worker.ts';
import { nextId, put, remove, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

test('a store in a thread of its own keeps, tells, takes back and opens again', async () => {
  const store = await folders.openInWorker();
  const heard: unknown[] = [];
  store.onChange((touched) => heard.push(...touched));
  const { undo } = await put(store, samplePerson(), sampleMeeting());
  expect(heard).toEqual([
    { kind: 'person', id: 'sam-000001' },
    { kind: 'meeting', id: 'meeting-000001' },
  ]);
  expect(await store.list('person')).toEqual([samplePerson()]);
  const person = await store.read('person', 'sam-000001');
  expect(() => person?.areas.push('mine')).toThrow(TypeError);
  await put(store, samplePerson({ name: 'Samira' }));
  expect(await store.undo(undo?.id ?? '')).toMatchObject({ kind: 'undone' });
  await store.close();
  const again = await folders.openInWorker();
  expect((await again.read('person', 'sam-000001'))?.name).toBe('Samira');
  expect(await again.list('meeting')).toEqual([]);
});

test('what the thread refuses comes with its sentence', async () => {
  const store = await folders.openInWorker();
  await expect(put(store, samplePerson({ name: '' }))).rejects.toThrow(/name/);
  await store.close();
  await expect(remove(store, { kind: 'person', id: 'sam-000001' })).rejects.toThrow(NotSavedError);
});

test('a folder that cannot be used is said, and its thread ends', async () => {
  const opened = await openStore({
    dataFolder: '/dev/null/data',
    localFolder: folders.localFolder,
    now: () => '2026-11-23T09:00:00Z',
    newId: nextId,
    startWorker: startStoreWorker,
  });
  expect(opened).toMatchObject({ ok: false, error: { code: 'unavailable' } });
});

test('when the thread dies nothing pretends to be saved, and the user is told', async () => {
  let worker: Worker | null = null;
  const opened = await openStore({
    dataFolder: folders.dataFolder,
    localFolder: folders.localFolder,
    now: () => '2026-11-23T09:00:00Z',
    newId: nextId,
    startWorker: (input) => (worker = startStoreWorker(input)),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  await put(store, samplePerson());
  const lost = put(store, sampleMeeting());
  await (worker as Worker | null)?.terminate();
  await expect(lost).rejects.toThrow(NotSavedError);
  await expect(put(store, sampleMeeting())).rejects.toThrow(/has stopped/);
  expect(store.problems()).toMatchObject([{ id: 'stopped' }]);
  const again = await folders.open();
  expect(await again.list('person')).toEqual([samplePerson()]);
});
