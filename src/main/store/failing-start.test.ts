import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { m } from '../../messages/index.ts';
import type { Store } from './store.ts';
import { BreakableDisk } from './test-support/breakable-disk.ts';
import type { Step } from './test-support/faulty-file-system.ts';
import { faultyFileSystem, systemError } from './test-support/faulty-file-system.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

// Every act waits for the disk, which others may be using, too.
vi.setConfig({ testTimeout: 60_000 });

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting({ notes: 'before' }));
  await store.close();
});
afterEach(() => folders.remove());

const codes = ['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE'] as const;
const meetingFile = 'people/sam-okafor-sam-000001/2026-11-30-meeting-000001.json';
const messagesOf = (store: Store): readonly string[] =>
  store.problems().map(({ message }) => message);
const notesIn = async (store: Store): Promise<string | undefined> =>
  (await store.read('meeting', 'meeting-000001'))?.notes;
const isNew = ({ operation, path }: Step): boolean => operation === 'open' && path.endsWith('.tmp');

/** Leaves an act that is in the journal and not in its file, as a crash does. */
async function crashAfterTyping(): Promise<void> {
  const disk = new BreakableDisk();
  const store = await folders.open(disk.fileSystem);
  disk.break(({ operation, path }) =>
    operation === 'rename' && path.includes('people') ? systemError('ECRASH') : null,
  );
  await put(store, sampleMeeting({ notes: 'acknowledged' }));
}

test.each(codes)(
  '%s in the data folder at the start: it is shown, says why nothing changes, and is left alone',
  async (code) => {
    const before = await folders.filesIn();
    const fileSystem = faultyFileSystem((step) =>
      isNew(step) && step.path.startsWith(folders.dataFolder) ? systemError(code) : null,
    );
    const store = await folders.open(fileSystem);
    const sentence = m.main_store_read_only_folder({ folder: folders.dataFolder, reason: code });
    expect(store.readOnlyReason).toBe(sentence);
    expect(messagesOf(store)).toEqual([sentence]);
    expect(await notesIn(store)).toBe('before');
    await expect(put(store, samplePerson({ name: 'No' }))).rejects.toThrow(sentence);
    expect(await folders.filesIn()).toEqual(before);
    await store.close();
    const again = await folders.open();
    await put(again, sampleMeeting({ notes: 'writable again' }));
    expect(await notesIn(await folders.open())).toBe('writable again');
  },
);

test.each(codes)(
  '%s in the local folder at the start: shown all the same, and says why nothing changes',
  async (code) => {
    const [name = ''] = await readdir(folders.localFolder);
    const folder = join(folders.localFolder, name);
    const fileSystem = faultyFileSystem(({ path }) =>
      path.startsWith(folder) ? systemError(code) : null,
    );
    const store = await folders.open(fileSystem);
    const sentence = m.main_store_read_only_local({ folder, reason: code });
    expect(store.readOnlyReason).toBe(sentence);
    expect(messagesOf(store)).toContain(sentence);
    expect(await notesIn(store)).toBe('before');
    await expect(put(store, samplePerson({ name: 'No' }))).rejects.toThrow(sentence);
  },
);

test.each(codes)(
  '%s while what a crash left is read: it opens, keeps it in the journal, and has it in the end',
  async (code) => {
    await crashAfterTyping();
    const disk = new BreakableDisk();
    disk.break(({ operation, path }) =>
      operation === 'readFile' && path.endsWith(meetingFile) ? systemError(code, path) : null,
    );
    const store = await folders.open(disk.fileSystem);
    expect(store.readOnlyReason).toContain(code);
    await store.close();
    const again = await folders.open();
    expect(await notesIn(again)).toBe('acknowledged');
    expect(await readFile(join(folders.dataFolder, meetingFile), 'utf8')).toContain('acknowledged');
  },
);

test('a disk that is full at the start after a crash: what was acknowledged is shown and waits', async () => {
  await crashAfterTyping();
  const disk = new BreakableDisk();
  disk.break(({ operation, path }) =>
    operation === 'writeFile' && path.includes('people') ? systemError('ENOSPC') : null,
  );
  const store = await folders.open(disk.fileSystem);
  expect(await notesIn(store)).toBe('acknowledged');
  const file = join(folders.dataFolder, meetingFile);
  expect(messagesOf(store)).toEqual([m.main_store_waiting({ file, reason: 'ENOSPC' })]);
  disk.mend();
  await store.flush();
  expect(messagesOf(store)).toEqual([]);
  expect(await readFile(file, 'utf8')).toContain('acknowledged');
});

test('a folder that vanishes for a while and comes back, with what was typed meanwhile', async () => {
  const store = await folders.open();
  expect(await notesIn(store)).toBe('before');
  await rename(folders.dataFolder, `${folders.dataFolder}-unplugged`);
  await put(store, sampleMeeting({ notes: 'typed meanwhile' }));
  const file = join(folders.dataFolder, meetingFile);
  expect(messagesOf(store)).toEqual([m.main_store_waiting({ file, reason: 'ENOENT' })]);
  expect(await notesIn(store)).toBe('typed meanwhile');
  await store.close();
  await rename(`${folders.dataFolder}-unplugged`, folders.dataFolder);
  const again = await folders.open();
  expect(await notesIn(again)).toBe('typed meanwhile');
  expect(messagesOf(again)).toEqual([]);
  expect(await readFile(file, 'utf8')).toContain('typed meanwhile');
});

test('a document that had not been read when its folder vanished is not taken for a new one', async () => {
  const store = await folders.open();
  await rename(folders.dataFolder, `${folders.dataFolder}-unplugged`);
  await expect(put(store, sampleMeeting({ notes: 'over it' }))).rejects.toThrow(
    m.main_store_not_saved_gone({ folder: folders.dataFolder }),
  );
  await rename(`${folders.dataFolder}-unplugged`, folders.dataFolder);
  expect(await notesIn(store)).toBe('before');
  await put(store, sampleMeeting({ notes: 'then it works' }));
  expect(await notesIn(await folders.open())).toBe('then it works');
});

test('a person’s folder that somebody removes while it is written in is made again', async () => {
  const store = await folders.open();
  await rm(join(folders.dataFolder, 'people/sam-okafor-sam-000001'), { recursive: true });
  await put(store, sampleMeeting({ notes: 'typed just then' }));
  await store.flush();
  expect(messagesOf(store)).toEqual([]);
  expect(await notesIn(await folders.open())).toBe('typed just then');
});

test('a file that cannot be looked at does not keep the others from being taken in', async () => {
  const person = join(folders.dataFolder, 'people/sam-okafor-sam-000001/person.json');
  await writeFile(person, JSON.stringify(samplePerson({ name: 'Renamed elsewhere' })));
  const fileSystem = faultyFileSystem(({ operation, path }) =>
    operation === 'stampOf' && path.endsWith(meetingFile) ? systemError('EIO') : null,
  );
  const store = await folders.open(fileSystem);
  expect((await store.summaries('person')).map(({ name }) => name)).toEqual(['Renamed elsewhere']);
});
