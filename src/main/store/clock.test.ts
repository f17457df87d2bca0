import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
let time: string;
beforeEach(async () => {
  folders = await StoreFolders.make();
  time = '2026-11-23T09:00:00Z';
});
afterEach(() => folders.remove());

const open = (): Promise<Store> => folders.openWith({ now: () => time });
const ref = { kind: 'meeting', id: 'meeting-000001' } as const;
const notesIn = async (store: Store): Promise<string | undefined> =>
  (await store.read('meeting', ref.id))?.notes;
const versionsIn = async (store: Store): Promise<readonly (string | undefined)[]> => {
  const versions = await store.versions(ref);
  const read = await Promise.all(versions.map(({ number }) => store.readVersion(number)));
  return read.map((one) => (one?.kind === 'meeting' ? one.notes : undefined));
};

test('a clock that goes backwards while it is open: the newest edit wins, versions stay in order', async () => {
  const store = await open();
  await put(store, samplePerson(), sampleMeeting({ notes: 'first' }));
  time = '2026-11-23T12:00:00Z';
  await put(store, sampleMeeting({ notes: 'second' }));
  // As when the computer learns the right time, or daylight saving is set by hand.
  time = '2026-11-20T12:00:00Z';
  const { undo } = await put(store, sampleMeeting({ notes: 'third' }));
  expect(await notesIn(store)).toBe('third');
  expect(await versionsIn(store)).toEqual(['third', 'second', 'first']);
  expect(store.problems()).toEqual([]);
  expect((await store.undo(undo?.id ?? '')).kind).toBe('undone');
  expect(await notesIn(store)).toBe('second');
});

test('a clock that is set back between two starts: everything is there, edits and undo work', async () => {
  const before = await open();
  await put(before, samplePerson(), sampleMeeting({ notes: 'first' }));
  const { undo } = await put(before, sampleMeeting({ notes: 'second' }));
  await before.close();
  time = '2019-01-01T00:00:00Z';
  const store = await open();
  expect(await notesIn(store)).toBe('second');
  expect(store.problems()).toEqual([]);
  expect((await store.undo(undo?.id ?? '')).kind).toBe('undone');
  expect(await notesIn(store)).toBe('first');
  await put(store, sampleMeeting({ notes: 'after' }));
  await store.close();
  time = '2026-11-24T09:00:00Z';
  const again = await open();
  expect(await notesIn(again)).toBe('after');
  expect((await versionsIn(again))[0]).toBe('after');
});

test('an act of a crash that bears a time yet to come is led to its end all the same', async () => {
  const store = await open();
  await put(store, samplePerson(), sampleMeeting({ notes: 'first' }));
  time = '2030-01-01T00:00:00Z';
  const document = sampleMeeting({ notes: 'acknowledged' });
  await store.act(() =>
    Promise.resolve({ act: { label: 'Type', changes: [{ kind: 'put', document }] }, value: null }),
  );
  // A second store, as after a crash before the file was written.
  time = '2026-11-23T09:00:00Z';
  expect(await notesIn(await open())).toBe('acknowledged');
});

test('backups made before the clock went back can be had, and new ones are made', async () => {
  const store = await open();
  await put(store, samplePerson(), sampleMeeting({ notes: 'first' }));
  await expect.poll(async () => (await store.backups()).length, { timeout: 20_000 }).toBe(1);
  time = '2026-11-01T09:00:00Z';
  await put(store, sampleMeeting({ notes: 'second' }));
  // Enough time has passed for another, whichever way it went.
  await expect.poll(async () => (await store.backups()).length, { timeout: 20_000 }).toBe(2);
  const backup = (await store.backups()).find(({ at }) => at === '2026-11-23T09:00:00Z');
  expect(await store.restore(backup?.id ?? 0, 'Restore')).not.toBeNull();
  expect(await notesIn(store)).toBe('first');
});
