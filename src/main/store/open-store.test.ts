import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../domain/documents/settings.ts';
import { faultyFileSystem, systemError } from './test-support/faulty-file-system.ts';
import { sampleMeeting, samplePerson, sampleSeries } from './test-support/sample-documents.ts';
import { nextId, put, remove, StoreFolders } from './test-support/store-bench.ts';
import { openStore } from './open-store.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(folders.inData(path), 'utf8')) as unknown;
const messagesOf = (store: { problems(): readonly { message: string }[] }): string =>
  store
    .problems()
    .map(({ message }) => message)
    .join('\n');

const samFolder = 'people/sam-okafor-sam-000001';
const personFile = `${samFolder}/person.json`;
const meetingFile = `${samFolder}/2026-11-30-meeting-000001.json`;

const quarantined = async (): Promise<readonly string[]> =>
  (await folders.filesIn(folders.localFolder)).filter((path) =>
    path.includes('/quarantine/person.'),
  );
/** As on a computer that has never seen these files. */
const forgetHistory = (): Promise<void> => rm(folders.localFolder, { recursive: true });

async function putSam(): Promise<void> {
  const store = await folders.open();
  await put(store, sampleMeeting(), sampleSeries(), samplePerson());
  await store.close();
}

test('an empty folder opens with the usual settings and nobody in it', async () => {
  const store = await folders.open();
  expect(await store.list('person')).toEqual([]);
  expect(await store.read('settings', 'settings')).toEqual(defaultSettings);
  expect(store.problems()).toEqual([]);
  expect(store.readOnlyReason).toBeNull();
});

test('documents are pretty JSON files in folders that a person can read', async () => {
  await putSam();
  expect(await folders.filesIn()).toEqual([
    'evenkeel.json',
    meetingFile,
    personFile,
    `${samFolder}/series-series-000001.json`,
  ]);
  expect(await readJson('evenkeel.json')).toMatchObject({ formatVersion: 1, theme: 'system' });
  expect(await readFile(folders.inData(personFile), 'utf8')).toContain(
    '\n  "name": "Sam Okafor",\n',
  );
  expect((await stat(folders.inData(personFile))).mode & 0o777).toBe(0o600);
  expect((await stat(folders.inData(samFolder))).mode & 0o777).toBe(0o700);
});

test('what was put is there again after a restart', async () => {
  await putSam();
  const store = await folders.open();
  expect(await store.list('person')).toEqual([samplePerson()]);
  expect(await store.read('series', 'series-000001')).toEqual(sampleSeries());
  expect(await store.read('meeting', 'meeting-000001')).toEqual(sampleMeeting());
  expect(await store.read('meeting', 'meeting-000002')).toBeNull();
});

test('notes are lines on disk and come back to the letter', async () => {
  const notes = 'One\r\n\n  two\t\n– three 中文\n';
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting({ notes }));
  expect(await readJson(meetingFile)).toMatchObject({ notes: notes.split('\n') });
  const again = await folders.open();
  expect((await again.read('meeting', 'meeting-000001'))?.notes).toBe(notes);
});

test('fields that this version does not know survive a round trip, deep ones too', async () => {
  await putSam();
  const meeting = { ...sampleMeeting(), mood: { value: 3 }, notes: ['typed', 'elsewhere'] };
  const settings = { formatVersion: 1, ...defaultSettings, later: [1] };
  await writeFile(folders.inData(meetingFile), JSON.stringify(meeting));
  await writeFile(folders.inData('evenkeel.json'), JSON.stringify(settings));
  const store = await folders.open();
  const read = await store.read('meeting', 'meeting-000001');
  expect(read?.notes).toBe('typed\nelsewhere');
  if (read) await put(store, { ...read, status: 'held' }, { ...defaultSettings, later: [1, 2] });
  expect(await readJson(meetingFile)).toEqual({
    ...meeting,
    status: 'held',
    privateNotes: [''],
    reflection: [''],
  });
  expect(await readJson('evenkeel.json')).toEqual({ ...settings, later: [1, 2] });
});

test('a new name and a new date rename nothing', async () => {
  await putSam();
  const before = await folders.filesIn();
  const store = await folders.open();
  const startLocal = '2027-01-01T10:00';
  await put(store, samplePerson({ name: 'Samira Okafor' }), sampleMeeting({ startLocal }));
  expect(await folders.filesIn()).toEqual(before);
});

test('names in paths are not trusted: a folder renamed by hand changes nothing', async () => {
  const store = await folders.open();
  await mkdir(folders.inData('people/My favourite'));
  await writeFile(
    folders.inData('people/My favourite/person.json'),
    JSON.stringify(samplePerson()),
  );
  await store.close();
  const again = await folders.open();
  await put(again, sampleMeeting());
  expect(await folders.filesIn()).toContain('people/My favourite/2026-11-30-meeting-000001.json');
});

test('a removed document is gone, and with the last of them its folder', async () => {
  await putSam();
  const store = await folders.open();
  await remove(store, { kind: 'meeting', id: 'meeting-000001' });
  expect(await store.read('meeting', 'meeting-000001')).toBeNull();
  expect(await folders.filesIn()).not.toContain(meetingFile);
  await remove(
    store,
    { kind: 'series', id: 'series-000001' },
    { kind: 'person', id: 'sam-000001' },
  );
  await expect(stat(folders.inData(samFolder))).rejects.toMatchObject({ code: 'ENOENT' });
});

const damages = [
  ['cut in half', (text: string) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['zeroes', (text: string) => '\0'.repeat(text.length)],
  ['not a document', () => '[]'],
  ['against its schema', (text: string) => text.replace('"report"', '"stranger"')],
  ['another kind', (text: string) => text.replace('"person"', '"parson"')],
] as const;

test.each(damages)(
  'a file that is %s comes back from the history; what was there is kept and told',
  async (_, damage) => {
    await putSam();
    const damaged = damage(await readFile(folders.inData(personFile), 'utf8'));
    await writeFile(folders.inData(personFile), damaged);
    const store = await folders.open();
    expect(await store.list('person')).toEqual([samplePerson()]);
    expect(await readJson(personFile)).toMatchObject({ name: 'Sam Okafor' });
    const [copy = ''] = await quarantined();
    expect(await readFile(join(folders.localFolder, copy), 'utf8')).toBe(damaged);
    expect(messagesOf(store)).toContain(copy);
  },
);

test.each(damages)(
  'a file that is %s is left as it is, copied, told; the rest opens',
  async (_, damage) => {
    await putSam();
    await forgetHistory();
    const damaged = damage(await readFile(folders.inData(personFile), 'utf8'));
    await writeFile(folders.inData(personFile), damaged);
    const store = await folders.open();
    expect(await store.list('person')).toEqual([]);
    expect(await store.list('meeting')).toHaveLength(1);
    expect(await readFile(folders.inData(personFile), 'utf8')).toBe(damaged);
    const copies = await quarantined();
    expect(copies).toHaveLength(1);
    const [copy = ''] = copies;
    expect(await readFile(join(folders.localFolder, copy), 'utf8')).toBe(damaged);
    expect(messagesOf(store)).toContain(folders.inData(personFile));
    expect(messagesOf(store)).toContain(copy);
  },
);

test('nothing is ever written over a file that could not be read', async () => {
  await putSam();
  await forgetHistory();
  await writeFile(folders.inData(personFile), '{');
  const store = await folders.open();
  await put(store, samplePerson({ name: 'Sam again' }));
  expect(await readFile(folders.inData(personFile), 'utf8')).toBe('{');
  expect(await readJson(`${samFolder}/person-2.json`)).toMatchObject({ name: 'Sam again' });
  const again = await folders.open();
  expect((await again.read('person', 'sam-000001'))?.name).toBe('Sam again');
});

test('a document of a newer version is left alone and told', async () => {
  await putSam();
  const person = samplePerson();
  const newer = JSON.stringify({ ...person, version: person.version + 1 });
  await writeFile(folders.inData(personFile), newer);
  const store = await folders.open();
  expect(messagesOf(store)).toContain('newer version');
  expect(await store.list('person')).toEqual([]);
  expect(await readFile(folders.inData(personFile), 'utf8')).toBe(newer);
});

test('a folder of a newer format is read, and nothing in it is changed', async () => {
  await putSam();
  const text = JSON.stringify({ formatVersion: 2, settings: {} });
  await writeFile(folders.inData('evenkeel.json'), text);
  const store = await folders.open();
  expect(await store.list('person')).toHaveLength(1);
  expect(store.readOnlyReason).toContain('newer version');
  expect(messagesOf(store)).toBe(store.readOnlyReason);
  await expect(put(store, samplePerson({ name: 'No' }))).rejects.toThrow(/newer version/);
  expect(await readFile(folders.inData('evenkeel.json'), 'utf8')).toBe(text);
});

test('damaged settings come back from the history, and what was there is kept', async () => {
  await putSam();
  const store = await folders.open();
  await put(store, { ...defaultSettings, theme: 'dark' });
  await store.close();
  await writeFile(folders.inData('evenkeel.json'), '{"formatVersion": 1, "theme"');
  const again = await folders.open();
  expect(await again.read('settings', 'settings')).toMatchObject({ theme: 'dark' });
  expect(messagesOf(again)).toMatch(/evenkeel\.json could not be read.*last good version/s);
  await again.flush();
  expect(await readJson('evenkeel.json')).toMatchObject({ theme: 'dark' });
});

test('damaged settings are copied before the usual ones take their place', async () => {
  await putSam();
  await forgetHistory();
  await writeFile(folders.inData('evenkeel.json'), '{"formatVersion": 1, "theme"');
  const store = await folders.open();
  expect(await store.read('settings', 'settings')).toEqual(defaultSettings);
  const [copy = ''] = (await folders.filesIn(folders.localFolder)).filter((path) =>
    path.includes('quarantine/evenkeel.'),
  );
  expect(await readFile(join(folders.localFolder, copy), 'utf8')).toContain('"theme"');
  expect(messagesOf(store)).toContain(copy);
  expect(await readJson('evenkeel.json')).toMatchObject({ theme: 'system' });
  expect(await store.list('person')).toHaveLength(1);
});

test('settings that can be neither read nor copied are never written over', async () => {
  await putSam();
  await writeFile(folders.inData('evenkeel.json'), '{');
  const fileSystem = faultyFileSystem(({ operation, path }) =>
    operation === 'makeFolders' && path.includes('quarantine') ? systemError('ENOSPC') : null,
  );
  const store = await folders.open(fileSystem);
  await expect(put(store, { ...defaultSettings, theme: 'dark' })).rejects.toThrow(/evenkeel\.json/);
  expect(await readFile(folders.inData('evenkeel.json'), 'utf8')).toBe('{');
});

test('of two files with one id the one that is named right is kept, what the other says merged', async () => {
  await putSam();
  const copy = meetingFile.replace('.json', '.sync-conflict-20261201-120000-ABCDEFG.json');
  await writeFile(folders.inData(copy), JSON.stringify(sampleMeeting({ notes: 'elsewhere' })));
  const store = await folders.open();
  expect((await store.read('meeting', 'meeting-000001'))?.notes).toBe('elsewhere');
  expect(messagesOf(store)).toContain(copy);
  await store.flush();
  expect(await folders.filesIn()).not.toContain(copy);
  expect(await readJson(meetingFile)).toMatchObject({ notes: ['elsewhere'] });
});

test('leftovers of a crash are cleared away, other programs’ files are not', async () => {
  await putSam();
  const foreign = [`${samFolder}/.syncthing.person.json.tmp`, `${samFolder}/holiday.json`];
  for (const path of foreign) await writeFile(folders.inData(path), '{');
  await writeFile(folders.inData(`${samFolder}/.evenkeel-id-1.tmp`), '{');
  const store = await folders.open();
  expect(await folders.filesIn()).toEqual(expect.arrayContaining(foreign));
  expect(await folders.filesIn()).not.toContain(`${samFolder}/.evenkeel-id-1.tmp`);
  expect(store.problems()).toEqual([]);
});

test('a folder that can only be read opens read-only, with a sentence', async () => {
  await putSam();
  const fileSystem = faultyFileSystem(({ operation, path }) =>
    operation === 'open' && path.endsWith('.tmp') ? systemError('EROFS') : null,
  );
  const store = await folders.open(fileSystem);
  expect(await store.list('person')).toHaveLength(1);
  expect(store.readOnlyReason).toContain(folders.dataFolder);
  await expect(put(store, samplePerson({ name: 'No' }))).rejects.toThrow(/EROFS/);
});

test('a local folder that cannot be written makes the store read-only, with a sentence', async () => {
  await putSam();
  const fileSystem = faultyFileSystem(({ path }) =>
    path.startsWith(folders.localFolder) ? systemError('EACCES') : null,
  );
  const store = await folders.open(fileSystem);
  expect(await store.list('person')).toHaveLength(1);
  expect(store.readOnlyReason).toContain(folders.localFolder);
});

test('a data folder that can neither be read nor made is a value with a sentence', async () => {
  await writeFile(folders.dataFolder, 'a file, not a folder');
  const opened = await openStore({
    dataFolder: folders.dataFolder,
    localFolder: folders.localFolder,
    now: () => '2026-11-23T09:00:00Z',
    newId: nextId,
  });
  expect(opened).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(opened.ok ? '' : opened.error.message).toContain(folders.dataFolder);
});

test('earlier versions are remembered, those of removed documents, too', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting({ notes: 'first' }));
  await put(store, sampleMeeting({ notes: 'second' }));
  const ref = { kind: 'meeting', id: 'meeting-000001' } as const;
  const versions = await store.versions(ref);
  const read = await Promise.all(versions.map(({ number }) => store.readVersion(number)));
  expect(read).toEqual([sampleMeeting({ notes: 'second' }), sampleMeeting({ notes: 'first' })]);
  await remove(store, ref);
  expect((await store.removed()).map(({ document }) => document)).toEqual([
    sampleMeeting({ notes: 'second' }),
  ]);
});

test('a damaged history is set aside; every document is as it was', async () => {
  await putSam();
  const [path = ''] = (await folders.filesIn(folders.localFolder)).filter((name) =>
    name.endsWith('history.sqlite'),
  );
  await writeFile(join(folders.localFolder, path), 'not a database'.repeat(1000));
  const store = await folders.open();
  const [aside] = await store.setAside();
  expect(aside).toMatchObject({ name: expect.stringMatching(/^history\..*\.sqlite$/) as string });
  expect(messagesOf(store)).toContain(join('quarantine', aside?.name ?? 'none'));
  expect(await store.list('meeting')).toHaveLength(1);
  await put(store, samplePerson({ name: 'Samira' }));
  expect(await store.versions({ kind: 'person', id: 'sam-000001' })).not.toEqual([]);
});
