import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DocumentRef } from '../../domain/documents/document.ts';
import { NotSavedError } from './store.ts';
import type { Store } from './store.ts';
import { BreakableDisk } from './test-support/breakable-disk.ts';
import type { Step } from './test-support/faulty-file-system.ts';
import { faultyFileSystem, systemError } from './test-support/faulty-file-system.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, remove, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

const contents = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(
      (await folders.filesIn()).map(async (path): Promise<[string, string]> => [
        path,
        await readFile(join(folders.dataFolder, path), 'utf8'),
      ]),
    ),
  );
const notesOf = async (store: Store, id = 'meeting-000001'): Promise<string | undefined> =>
  (await store.read('meeting', id))?.notes;
const meetingFile = 'people/sam-okafor-sam-000001/2026-11-30-meeting-000001.json';
const withNotes = (notes: string, id = 'meeting-000001') => sampleMeeting({ id, notes });

test('acts run one after the other, each on what the one before it left', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting());
  await Promise.all(
    Array.from({ length: 25 }, (_, index) =>
      store.act(async (reader) => {
        const meeting = await reader.read('meeting', 'meeting-000001');
        const document = withNotes(`${meeting?.notes ?? ''}${String(index)},`);
        return {
          act: { label: 'Write notes', changes: [{ kind: 'put', document }] },
          value: null,
        };
      }),
    ),
  );
  const expected = Array.from({ length: 25 }, (_, index) => `${String(index)},`).join('');
  expect(await notesOf(store)).toBe(expected);
  expect(await notesOf(await folders.open())).toBe(expected);
});

test('a decision that fails, or finds nothing to do, leaves everything as it is', async () => {
  const store = await folders.open();
  await put(store, samplePerson());
  const before = await contents();
  await expect(store.act(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await store.act(() => Promise.resolve({ act: null, value: 7 }))).toEqual({
    value: 7,
    undo: null,
  });
  expect((await put(store, samplePerson())).undo).toBeNull();
  expect(await contents()).toEqual(before);
});

test('a document against its schema is refused with all that came with it', async () => {
  const store = await folders.open();
  const wrong = samplePerson({ name: '' });
  await expect(put(store, sampleMeeting(), wrong)).rejects.toThrow(/name/);
  expect(await store.list('meeting')).toEqual([]);
  expect(await folders.filesIn()).toEqual(['evenkeel.json']);
});

test('what readers get cannot be changed behind the store’s back', async () => {
  const store = await folders.open();
  await put(store, samplePerson());
  const person = await store.read('person', 'sam-000001');
  expect(() => person?.areas.push('mine')).toThrow(TypeError);
});

test('listeners hear which documents an act touched, until they leave', async () => {
  const store = await folders.open();
  const heard: (readonly DocumentRef[])[] = [];
  const leave = store.onChange((touched) => heard.push(touched));
  await put(store, samplePerson(), sampleMeeting());
  leave();
  await put(store, samplePerson({ name: 'Other' }));
  expect(heard).toEqual([
    [
      { kind: 'person', id: 'sam-000001' },
      { kind: 'meeting', id: 'meeting-000001' },
    ],
  ]);
});

const stages: readonly (readonly [string, (step: Step) => boolean])[] = [
  ['writing the journal', ({ operation, path }) => operation === 'writeAt' && isJournal(path)],
  ['syncing the journal', ({ operation, path }) => operation === 'datasync' && isJournal(path)],
];
const isTemp = (path: string): boolean => path.endsWith('.tmp');
const isJournal = (path: string): boolean => path.endsWith('.journal');

const codes = [
  ['ENOSPC', 'full'],
  ['EROFS', 'only be read'],
  ['EACCES', 'may not write'],
  ['EIO', 'reported an error'],
  ['EMFILE', 'too many files'],
  ['ENOENT', 'not there any more'],
  ['EWEIRD', 'EWEIRD'],
] as const;

const failures = stages.flatMap(([stage, matches]) =>
  codes.map(([code, words]) => [code, words, stage, matches] as const),
);

test.each(failures)(
  '%s (“%s”) while %s: the user is told, and nothing has happened',
  async (code, words, _stage, matches) => {
    const faulty = new BreakableDisk();
    const store = await folders.open(faulty.fileSystem);
    await put(store, samplePerson(), withNotes('before'));
    const before = await contents();
    faulty.break((step) => (matches(step) ? systemError(code, step.path) : null));
    const failing = put(store, withNotes('after'), samplePerson({ name: 'After' }), {
      ...sampleMeeting({ id: 'meeting-000009', personId: 'new-person-1' }),
    });
    await expect(failing).rejects.toThrow(NotSavedError);
    await expect(failing).rejects.toThrow(words);
    await expect(failing).rejects.toThrow(/^This change was not saved.*(Everything|Nothing) /);
    expect(await notesOf(store)).toBe('before');
    expect(await store.list('meeting')).toHaveLength(1);
    expect(await contents()).toEqual(before);
    expect(await notesOf(await folders.open())).toBe('before');

    faulty.mend();
    await put(store, withNotes('at last'));
    expect(await notesOf(await folders.open())).toBe('at last');
  },
);

const laterStages: readonly (readonly [string, (step: Step) => boolean])[] = [
  ['making the temporary file', ({ operation, path }) => operation === 'open' && isTemp(path)],
  ['writing it', ({ operation, path }) => operation === 'writeFile' && isTemp(path)],
  ['syncing it', ({ operation, path }) => operation === 'sync' && isTemp(path)],
  ['putting it in place', ({ operation, path }) => operation === 'rename' && isTemp(path)],
];
const laterFailures = laterStages.flatMap(([stage, matches]) =>
  codes.map(([code]) => [code, stage, matches] as const),
);

test.each(laterFailures)(
  '%s while %s: saved in the journal, the user is told, the file follows when it can',
  async (code, _stage, matches) => {
    const faulty = new BreakableDisk();
    const store = await folders.open(faulty.fileSystem);
    await put(store, samplePerson(), withNotes('before'));
    const before = await contents();
    faulty.break((step) => (matches(step) ? systemError(code, step.path) : null));
    await put(store, withNotes('after'), samplePerson({ name: 'After' }));
    expect(await notesOf(store)).toBe('after');
    expect(await contents()).toEqual(before);
    expect(store.problems().map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Your latest changes are safe on this computer, but .*keeps trying/),
    ]);
    expect(store.problems()[0]?.message).toContain(code);

    faulty.mend();
    await store.flush();
    expect(store.problems()).toEqual([]);
    expect((await contents())[meetingFile]).toContain('after');
    expect(await notesOf(await folders.open())).toBe('after');
  },
);

test('many acts on one document replace its file once', async () => {
  let renames = 0;
  const fileSystem = faultyFileSystem(({ operation, path }) => {
    if (operation === 'rename' && isTemp(path)) renames += 1;
    return null;
  });
  const store = await folders.open(fileSystem);
  await put(store, samplePerson(), sampleMeeting());
  const before = renames;
  for (let count = 1; count <= 40; count += 1) {
    const document = withNotes(String(count));
    await store.act(() =>
      Promise.resolve({
        act: { label: 'Type', changes: [{ kind: 'put', document }] },
        value: null,
      }),
    );
  }
  await store.flush();
  expect((await contents())[meetingFile]).toContain('"40"');
  expect(renames - before).toBeLessThanOrEqual(3);
});

test('a document reaches its file by itself within a quarter of a second or so', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting());
  await store.act(() =>
    Promise.resolve({
      act: { label: 'Type', changes: [{ kind: 'put', document: withNotes('typed') }] },
      value: null,
    }),
  );
  await expect
    .poll(async () => (await contents())[meetingFile], { interval: 20 })
    .toContain('typed');
});

test('a file that another program holds for a moment is waited for', async () => {
  const faulty = new BreakableDisk();
  const store = await folders.open(faulty.fileSystem);
  await put(store, samplePerson(), sampleMeeting());
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    let refusals = 3;
    faulty.break(({ operation, path }) =>
      operation === 'rename' && isTemp(path) && (refusals -= 1) >= 0 ? systemError(code) : null,
    );
    await put(store, withNotes(code));
    expect(refusals).toBeLessThan(0);
    expect((await contents())[meetingFile]).toContain(code);
  }
  expect(store.problems()).toEqual([]);
});

test('a file that is held for long: saved all the same, told, and written when it is free', async () => {
  const faulty = new BreakableDisk();
  const store = await folders.open(faulty.fileSystem);
  await put(store, samplePerson(), sampleMeeting());
  faulty.break(({ operation, path }) =>
    operation === 'rename' && isTemp(path) ? systemError('EBUSY') : null,
  );
  await put(store, withNotes('kept in the journal'));
  expect(await notesOf(store)).toBe('kept in the journal');
  expect(store.problems().map(({ message }) => message)).toEqual([
    expect.stringContaining('2026-11-30-meeting-000001.json'),
  ]);
  faulty.mend();
  // A second process that starts after a crash of this one.
  expect(await notesOf(await folders.open())).toBe('kept in the journal');
  await put(store, samplePerson({ name: 'Another' }));
  expect(store.problems()).toEqual([]);
  expect(await notesOf(await folders.open())).toBe('kept in the journal');
});

test('a folder that vanishes is never made anew behind the user’s back', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting());
  await rename(folders.dataFolder, `${folders.dataFolder}-unplugged`);
  for (const id of ['meeting-000001', 'meeting-000002']) await put(store, withNotes('kept', id));
  await put(store, samplePerson({ id: 'new-person-1' }));
  expect(store.problems().map(({ message }) => message)).toEqual([
    expect.stringContaining('ENOENT'),
  ]);
  expect(existsSync(folders.dataFolder)).toBe(false);
  await rename(`${folders.dataFolder}-unplugged`, folders.dataFolder);
  await store.flush();
  expect(store.problems()).toEqual([]);
  const again = await folders.open();
  expect(await notesOf(again)).toBe('kept');
  expect(await notesOf(again, 'meeting-000002')).toBe('kept');
  expect(await again.list('person')).toHaveLength(2);
});

test('after closing nothing is written, and says so', async () => {
  const store = await folders.open();
  const last = put(store, samplePerson());
  await store.close();
  await expect(last).resolves.toMatchObject({ value: null });
  await expect(remove(store, { kind: 'person', id: 'sam-000001' })).rejects.toThrow(NotSavedError);
  expect(await (await folders.open()).list('person')).toHaveLength(1);
});
