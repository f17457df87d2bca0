import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { m } from '../../messages/index.ts';
import type { Act, Store } from './store.ts';
import { BreakableDisk } from './test-support/breakable-disk.ts';
import type { Step } from './test-support/faulty-file-system.ts';
import { systemError } from './test-support/faulty-file-system.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

// Every act waits for the disk, which others may be using, too.
vi.setConfig({ testTimeout: 60_000 });

let folders: StoreFolders;
let disk: BreakableDisk;
let store: Store;
beforeEach(async () => {
  folders = await StoreFolders.make();
  disk = new BreakableDisk();
  store = await folders.open(disk.fileSystem);
  await put(store, samplePerson(), meeting('1', 'before'), meeting('2', 'before'));
});
afterEach(() => folders.remove());

const meeting = (id: string, notes: string) => sampleMeeting({ id: `meeting-00000${id}`, notes });
/** One act that changes a document, removes one, and makes one in a new folder. */
const act: Act = {
  label: 'Carry over',
  changes: [
    { kind: 'put', document: meeting('1', 'after') },
    { kind: 'remove', ref: { kind: 'meeting', id: 'meeting-000002' } },
    { kind: 'put', document: samplePerson({ id: 'ada-000002', name: 'Ada' }) },
  ],
};
const perform = (): Promise<unknown> => store.act(() => Promise.resolve({ act, value: null }));
const stateOf = async (one: Store): Promise<readonly string[]> =>
  [
    ...(await one.list('meeting')).map(({ id, notes }) => `${id} ${notes}`),
    ...(await one.list('person')).map(({ id }) => id),
  ].sort();
const stateBefore = ['meeting-000001 before', 'meeting-000002 before', 'sam-000001'];
const stateAfter = ['ada-000002', 'meeting-000001 after', 'sam-000001'];
const samFolder = 'people/sam-okafor-sam-000001';
const files = {
  changed: `${samFolder}/2026-11-30-meeting-000001.json`,
  removed: `${samFolder}/2026-11-30-meeting-000002.json`,
  made: 'people/ada-ada-000002/person.json',
};
const filesAfter = ['evenkeel.json', files.changed, files.made, `${samFolder}/person.json`].sort();
const messages = (): readonly string[] => store.problems().map(({ message }) => message);
const temporaries = async (): Promise<readonly string[]> =>
  (await readdir(folders.root, { recursive: true })).filter((path) => path.endsWith('.tmp'));
const inFolder = ({ path }: Step, folder: string): boolean =>
  path.startsWith(join(folders.dataFolder, folder));

interface Stage {
  readonly name: string;
  readonly matches: (step: Step) => boolean;
  /** Which of the three files is told to wait: the first that fails, and people come first. */
  readonly told: keyof typeof files;
  /** What cannot happen there, or counts as done. */
  readonly without?: readonly string[];
}

const isTemporary = ({ path }: Step): boolean => path.endsWith('.tmp');
const stages: readonly Stage[] = [
  {
    name: 'making a temporary file',
    matches: (step) => step.operation === 'open' && isTemporary(step),
    told: 'made',
  },
  {
    name: 'writing it',
    matches: (step) => step.operation === 'writeFile' && isTemporary(step),
    told: 'made',
  },
  {
    name: 'syncing it',
    matches: (step) => step.operation === 'sync' && isTemporary(step),
    told: 'made',
  },
  {
    name: 'renaming it into its place',
    matches: (step) => step.operation === 'rename' && isTemporary(step),
    told: 'made',
  },
  {
    name: 'syncing the folder',
    matches: (step) => step.operation === 'sync' && step.path.endsWith('sam-000001'),
    told: 'changed',
    // Where folders cannot be synced they need not be: Windows, some network drives.
    without: ['EACCES', 'EPERM'],
  },
  {
    name: 'removing a file',
    matches: (step) => step.operation === 'remove' && step.path.endsWith('.json'),
    told: 'removed',
  },
  {
    name: 'making a folder',
    matches: (step) => step.operation === 'makeFolder' && inFolder(step, 'people/ada'),
    told: 'made',
  },
];

const codes = ['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EIO', 'EMFILE'] as const;
const laterFailures = stages.flatMap((stage) =>
  codes
    .filter((code) => !stage.without?.includes(code))
    .map((code) => [code, stage.name, stage] as const),
);

test.each(laterFailures)(
  '%s while %s: kept in memory and journal, told in a sentence, in its file once it is over',
  async (code, _name, { matches, told }) => {
    disk.break((step) => (matches(step) ? systemError(code, step.path) : null));
    await perform();
    await store.flush();
    expect(await stateOf(store)).toEqual(stateAfter);
    expect(messages()).toEqual([
      m.main_store_waiting({ file: join(folders.dataFolder, files[told]), reason: code }),
    ]);
    expect(await temporaries()).toEqual([]);
    disk.mend();
    await store.flush();
    expect(messages()).toEqual([]);
    expect(await folders.filesIn()).toEqual(filesAfter);
    expect(await temporaries()).toEqual([]);
    expect(await stateOf(await folders.open())).toEqual(stateAfter);
  },
);

test.each(stages.map((stage) => [stage.name, stage] as const))(
  'a crash while %s goes on failing: the next start has it all from the journal',
  async (_name, { matches }) => {
    disk.break((step) => (matches(step) ? systemError('EIO', step.path) : null));
    await perform();
    await store.flush();
    const again = await folders.open();
    expect(await stateOf(again)).toEqual(stateAfter);
    await again.flush();
    // The first store is still there, and tries again after a while with a temporary file of its own.
    const lasting = (await folders.filesIn()).filter((path) => !path.endsWith('.tmp'));
    expect(lasting).toEqual(filesAfter);
    expect(again.problems()).toEqual([]);
  },
);

test('when the fault is over the file is written without anybody asking', async () => {
  disk.break(({ operation }) => (operation === 'rename' ? systemError('ENOSPC') : null));
  await perform();
  await expect.poll(messages, { timeout: 20_000 }).toHaveLength(1);
  disk.mend();
  await expect.poll(messages, { timeout: 20_000 }).toEqual([]);
  expect(await folders.filesIn()).toEqual(filesAfter);
});

test('typing goes on while the files fail, and all of it comes to them', async () => {
  disk.break((step) => (isTemporary(step) ? systemError('ENOSPC') : null));
  for (let count = 1; count <= 30; count += 1) await put(store, meeting('1', String(count)));
  expect(messages()).toHaveLength(1);
  disk.mend();
  await store.flush();
  expect(messages()).toEqual([]);
  expect((await (await folders.open()).read('meeting', 'meeting-000001'))?.notes).toBe('30');
});

const notSavedSentences = [
  ['ENOSPC', m.main_store_not_saved_full],
  ['EDQUOT', m.main_store_not_saved_full],
  ['EROFS', m.main_store_not_saved_read_only],
  ['EACCES', m.main_store_not_saved_refused],
  ['EPERM', m.main_store_not_saved_refused],
  ['EBUSY', m.main_store_not_saved_busy],
  ['EIO', m.main_store_not_saved_disk],
  ['EMFILE', m.main_store_not_saved_files],
  ['ENFILE', m.main_store_not_saved_files],
] as const;

test.each(notSavedSentences)(
  '%s in the journal: the whole sentence, everything as it was, and the next try works',
  async (code, sentence) => {
    const [name = ''] = await readdir(folders.localFolder);
    const folder = join(folders.localFolder, name);
    disk.break(({ path }) => (path.startsWith(folder) ? systemError(code, path) : null));
    await expect(perform()).rejects.toThrow(sentence({ folder }));
    expect(await stateOf(store)).toEqual(stateBefore);
    expect(await temporaries()).toEqual([]);
    disk.mend();
    await perform();
    await store.flush();
    expect(messages()).toEqual([]);
    expect(await stateOf(await folders.open())).toEqual(stateAfter);
  },
);

test.each(notSavedSentences)(
  '%s while a document is read that is to change: the whole sentence, and the next try works',
  async (code, sentence) => {
    await store.close();
    store = await folders.open(disk.fileSystem);
    disk.break((step) =>
      ['readFile', 'stampOf'].includes(step.operation) && inFolder(step, 'people')
        ? systemError(code, step.path)
        : null,
    );
    await expect(perform()).rejects.toThrow(sentence({ folder: folders.dataFolder }));
    disk.mend();
    await perform();
    expect(await stateOf(store)).toEqual(stateAfter);
  },
);
