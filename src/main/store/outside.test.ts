import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../domain/documents/settings.ts';
import { nodeFileSystem } from './file-system.ts';
import type { Store } from './store.ts';
import { sampleMeeting, samplePerson, samplePoint } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
let store: Store;
beforeEach(async () => {
  folders = await StoreFolders.make();
  store = await folders.open();
  await put(store, samplePerson(), sampleMeeting({ notes: 'one\ntwo\nthree\nfour' }));
});
afterEach(() => folders.remove());

const samFolder = 'people/sam-okafor-sam-000001';
const meetingFile = `${samFolder}/2026-11-30-meeting-000001.json`;
const meeting = () => store.read('meeting', 'meeting-000001');
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { interval: 25 });
const told = () => Promise.resolve(store.problems().map(({ message }) => message));

test('what another program writes, adds and removes is taken in while running', async () => {
  const heard: string[] = [];
  store.onChange((touched) => heard.push(...touched.map(({ id }) => id)));
  await folders.writeElsewhere(meetingFile, sampleMeeting({ notes: 'from the other computer' }));
  await soon(async () => (await meeting())?.notes).toBe('from the other computer');
  await soon(() => Promise.resolve(heard)).toEqual(['meeting-000001']);

  await folders.writeElsewhere(`${samFolder}/2026-12-07-meeting-000002.json`, {
    ...sampleMeeting({ id: 'meeting-000002' }),
  });
  await soon(async () => (await store.list('meeting')).length).toBe(2);
  await mkdir(folders.inData('people/ada-ada-000001'));
  await folders.writeElsewhere(
    'people/ada-ada-000001/person.json',
    samplePerson({ id: 'ada-000001' }),
  );
  await soon(async () => (await store.list('person')).length).toBe(2);

  await rm(folders.inData(meetingFile));
  await soon(meeting).toBeNull();
  expect(store.problems()).toEqual([]);
  expect(await folders.quarantine()).toEqual([]);
});

test('an edit here and one elsewhere to the same document come together, field by field', async () => {
  const held = { ...sampleMeeting({ notes: 'one\ntwo\nthree\nFOUR' }), status: 'held' as const };
  const edit = store.act(() =>
    Promise.resolve({
      act: {
        label: 'Type',
        changes: [
          {
            kind: 'put' as const,
            document: sampleMeeting({
              notes: 'ONE\ntwo\nthree\nfour',
              agenda: [samplePoint('pay')],
            }),
          },
        ],
      },
      value: null,
    }),
  );
  await Promise.all([edit, folders.writeElsewhere(meetingFile, held)]);
  await store.flush();
  await store.flush();
  const expected = { ...held, notes: 'ONE\ntwo\nthree\nFOUR', agenda: [samplePoint('pay')] };
  await soon(meeting).toEqual(expected);
  await store.flush();
  expect(await (await folders.open()).read('meeting', 'meeting-000001')).toEqual(expected);
});

test('notes edited in both places in the same line keep both', async () => {
  const elsewhere = sampleMeeting({ notes: 'one\nTHEIRS\nthree\nfour' });
  const here = sampleMeeting({ notes: 'one\nMINE\nthree\nfour' });
  await Promise.all([folders.writeElsewhere(meetingFile, elsewhere), put(store, here)]);
  await store.flush();
  await soon(async () => (await meeting())?.notes).toBe('one\nMINE\nTHEIRS\nthree\nfour');
});

test('a document removed elsewhere while it was changed here stays, with the change', async () => {
  await Promise.all([
    rm(folders.inData(meetingFile)),
    put(store, sampleMeeting({ notes: 'typed here meanwhile' })),
  ]);
  await store.flush();
  expect((await meeting())?.notes).toBe('typed here meanwhile');
  expect((await (await folders.open()).list('meeting')).length).toBe(1);
});

test('a folder is listened to though it was empty when it was found, and again when it is made anew', async () => {
  await store.close();
  const folder = 'people/ada-ada-000001';
  let looks = 0;
  const readFolder: typeof nodeFileSystem.readFolder = async (path) => {
    const items = await nodeFileSystem.readFolder(path);
    if (path === folders.inData(folder) && items.length === 0) looks += 1;
    return items;
  };
  store = await folders.open({ ...nodeFileSystem, readFolder });
  for (const id of ['ada-000001', 'ada-000002']) {
    looks = 0;
    await mkdir(folders.inData(folder));
    await soon(() => Promise.resolve(looks)).toBeGreaterThan(0);
    await folders.writeElsewhere(`${folder}/person.json`, samplePerson({ id }));
    await soon(async () => (await store.list('person')).length).toBe(2);
    await rm(folders.inData(folder), { recursive: true });
    await soon(async () => (await store.list('person')).length).toBe(1);
  }
});

test.each([
  ['Dropbox', "2026-11-30-meeting-000001 (Sam's conflicted copy 2026-11-30).json"],
  ['Syncthing', '2026-11-30-meeting-000001.sync-conflict-20261130-101010-ABCDEFG.json'],
  ['OneDrive', '2026-11-30-meeting-000001-DESKTOP.json'],
  ['iCloud', '2026-11-30-meeting-000001 2.json'],
])('a conflict copy as %s leaves it is merged, kept aside and told', async (_tool, name) => {
  const copy = sampleMeeting({ notes: 'one\ntwo\nthree\nfour\nfive', durationMinutes: 45 });
  await folders.writeElsewhere(`${samFolder}/${name}`, copy);
  await soon(async () => (await meeting())?.notes).toBe('one\ntwo\nthree\nfour\nfive');
  await soon(() => folders.filesIn()).toEqual([
    'evenkeel.json',
    meetingFile,
    `${samFolder}/person.json`,
  ]);
  const [kept = ''] = await folders.quarantine();
  expect(JSON.parse(await readFile(join(folders.localFolder, kept), 'utf8'))).toEqual(copy);
  // It is told once the copy is safely away.
  await soon(told).toEqual([expect.stringContaining(name)]);
});

test('a conflict copy that came while Evenkeel was not running is merged at the start', async () => {
  await store.close();
  const copy = sampleMeeting({ notes: 'one\ntwo\nthree\nfour\nfive' });
  await folders.writeElsewhere(`${samFolder}/2026-11-30-meeting-000001 2.json`, copy);
  store = await folders.open();
  expect((await meeting())?.notes).toBe('one\ntwo\nthree\nfour\nfive');
  expect(await folders.quarantine()).toHaveLength(1);
});

test('a file moved by hand to another name stays the same document', async () => {
  await rename(folders.inData(meetingFile), folders.inData(`${samFolder}/2026-11-30 renamed.json`));
  await put(store, sampleMeeting({ notes: 'after moving' }));
  await soon(async () => (await meeting())?.notes).toBe('after moving');
  await store.flush();
  const again = await folders.open();
  expect((await again.list('meeting')).map(({ notes }) => notes)).toHaveLength(1);
});

test('a file damaged while running is set aside, and the last good version put back', async () => {
  await writeFile(folders.inData(meetingFile), '{"kind": "mee');
  await soon(() => folders.quarantine()).toHaveLength(1);
  await soon(async () => readFile(folders.inData(meetingFile), 'utf8')).toContain('three');
  expect((await meeting())?.notes).toContain('three');
  await soon(told).toEqual([expect.stringContaining(folders.inData(meetingFile))]);
});

test('a file that is still being written is waited for', async () => {
  const text = JSON.stringify(sampleMeeting({ notes: 'slowly' }));
  await store.close();
  const pause = (): Promise<void> => writeFile(folders.inData(meetingFile), text);
  store = await folders.open({ ...nodeFileSystem, pause });
  await writeFile(folders.inData(meetingFile), text.slice(0, 40));
  await soon(async () => (await meeting())?.notes).toBe('slowly');
  expect(await folders.quarantine()).toEqual([]);
  expect(store.problems()).toEqual([]);
});

test('settings changed or removed elsewhere are taken in, or written again', async () => {
  const settings = { ...defaultSettings, formatVersion: 1, theme: 'dark' as const };
  await folders.writeElsewhere('evenkeel.json', settings);
  await soon(async () => (await store.read('settings', 'settings'))?.theme).toBe('dark');
  await rm(folders.inData('evenkeel.json'));
  await soon(async () =>
    readFile(folders.inData('evenkeel.json'), 'utf8').catch(() => ''),
  ).toContain('dark');
});

test('temporary files of sync tools are left alone', async () => {
  const names = [
    '.syncthing.2026-11-30-meeting-000001.json.tmp',
    '~syncthing~2026-11-30-meeting-000001.json.tmp',
  ];
  for (const name of names) {
    await writeFile(
      folders.inData(`${samFolder}/${name}`),
      JSON.stringify(sampleMeeting({ notes: 'x' })),
    );
  }
  await folders.writeElsewhere(`${samFolder}/2026-12-07-meeting-000002.json`, {
    ...sampleMeeting({ id: 'meeting-000002' }),
  });
  await soon(async () => (await store.list('meeting')).length).toBe(2);
  expect((await meeting())?.notes).toBe('one\ntwo\nthree\nfour');
  for (const name of names) expect(await folders.filesIn()).toContain(`${samFolder}/${name}`);
});
