import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change, Store } from '../store/store.ts';
import { sampleFeedback, sampleTemplate } from '../store/test-support/sample-documents.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
let call: TestServices['call'];
let store: Store;

beforeEach(async () => {
  services = await startServices();
  ({ call } = services);
  ({ store } = services.temporary);
});
afterEach(() => services.temporary.dispose());

const read = async () => valueOf(await call['data.read'](undefined));

/** Waits for the check after the start, and lets it make the backup that is due. */
async function backedUp(): Promise<number> {
  await store.whenChecked();
  await store.flush();
  const [newest] = await store.backups();
  if (newest === undefined) throw new Error('There is no backup.');
  return newest.id;
}

/** A meeting with notes and a backup that holds them, and other notes now. */
async function changedSinceBackup(): Promise<{ meetingId: string; backupId: number }> {
  const meetingId = await services.planNext();
  await call['meetings.writeNotes']({ meetingId, notes: 'As it was', privateNotes: 'Mine' });
  const backupId = await backedUp();
  services.clock.set('2026-11-23T10:30:00Z');
  await call['meetings.writeNotes']({ meetingId, notes: 'As it is' });
  await store.flush();
  return { meetingId, backupId };
}

const notesOf = async (meetingId: string): Promise<string | undefined> =>
  (await store.read('meeting', meetingId))?.notes;

test('the page begins with two folders and nothing amiss', async () => {
  const view = await read();
  expect(view.localFolder).toContain(join(services.temporary.folder, 'local', 'documents-'));
  expect(view).toMatchObject({
    dataFolder: join(services.temporary.folder, 'documents'),
    readOnlyReason: null,
    problems: [],
    setAside: [],
    removed: [],
  });
});

test('a file that could not be read is told of, and its copy listed', async () => {
  await services.addSam();
  await store.flush();
  const people = join(services.temporary.folder, 'documents', 'people');
  const [folder = ''] = await readdir(people);
  await store.close();
  await writeFile(join(people, folder, 'person.json'), '{ "kind": "pers');
  call = await services.restarted();
  const { problems, setAside, localFolder } = await expect
    .poll(read)
    .toMatchObject({ setAside: [{ reason: 'unreadable', byteCount: 15 }] })
    .then(read);
  const [copy] = setAside;
  expect(problems[0]?.message).toContain(join(localFolder, 'quarantine', copy?.name ?? 'none'));
  expect(copy?.name).toMatch(/^person\.sam-okafor-/);
});

test('a backup tells what is not as it was in it', async () => {
  const { meetingId, backupId } = await changedSinceBackup();
  const { seriesId } = (await store.read('meeting', meetingId)) ?? {};
  await call['series.remove']({ seriesId: seriesId ?? '' });
  const view = valueOf(await call['data.backup']({ backupId }));
  expect(view).toMatchObject({ backup: { id: backupId, reason: 'scheduled' }, isReadOnly: false });
  const told = view.changes.map(({ document: { ref, personName, onDate }, isRemoved }) => ({
    ...{ kind: ref.kind, personName, onDate, isRemoved },
  }));
  expect(told).toContainEqual({
    ...{ kind: 'meeting', personName: 'Sam Okafor', onDate: '2026-11-23', isRemoved: false },
  });
  expect(told).toContainEqual({
    ...{ kind: 'series', personName: 'Sam Okafor', onDate: null, isRemoved: true },
  });
  expect(told).toHaveLength(2);
});

test('a version is shown beside what is there now, with all that are remembered', async () => {
  const { meetingId, backupId } = await changedSinceBackup();
  const [change] = valueOf(await call['data.backup']({ backupId })).changes;
  const version = change?.version ?? null;
  const view = valueOf(await call['data.document']({ kind: 'meeting', id: meetingId, version }));
  expect(view).toMatchObject({ version, state: 'changed', document: { onDate: '2026-11-23' } });
  expect(view.parts.find(({ name }) => name === 'notes')?.lines).toEqual([
    {
      was: { kind: 'text', text: 'As it was' },
      is: { kind: 'text', text: 'As it is' },
      isChanged: true,
    },
  ]);
  expect(view.versions.map(({ number }) => number)).toContain(version);
  const newest = await call['data.document']({ kind: 'meeting', id: meetingId, version: null });
  expect(valueOf(newest).state).toBe('same');
});

test('one document is restored by itself, and that is taken back', async () => {
  const { meetingId, backupId } = await changedSinceBackup();
  const [change] = valueOf(await call['data.backup']({ backupId })).changes;
  const input = { kind: 'meeting', id: meetingId, version: change?.version ?? null } as const;
  const { undo } = valueOf(await call['data.restoreDocument'](input));
  expect(undo.label).toBe('Restore a 1:1 with Sam Okafor');
  expect(await notesOf(meetingId)).toBe('As it was');
  expect((await read()).backups[0]?.reason).toBe('before-restore');
  expect(errorOf(await call['data.restoreDocument'](input))).toBe('invalid');
  await call['undo.undo']({ undoId: undo.id });
  expect(await notesOf(meetingId)).toBe('As it is');
});

test('everything is restored at once; what was made since stays; it is taken back', async () => {
  const { meetingId, backupId } = await changedSinceBackup();
  await call['people.add']({ name: 'Kim', relationship: 'peer' });
  const { undo } = valueOf(await call['data.restoreBackup']({ backupId }));
  expect(await notesOf(meetingId)).toBe('As it was');
  expect(valueOf(await call['people.list'](undefined)).map(({ name }) => name)).toContain('Kim');
  expect(errorOf(await call['data.restoreBackup']({ backupId }))).toBe('invalid');
  expect((await read()).backups[0]?.reason).toBe('before-restore');
  await call['undo.undo']({ undoId: undo.id });
  expect(await notesOf(meetingId)).toBe('As it is');
});

test('what was removed is listed, and comes back with its person if that is gone, too', async () => {
  const { personId, seriesId } = await services.addSam();
  await store.flush();
  await call['series.remove']({ seriesId });
  await store.act(() =>
    Promise.resolve({
      act: {
        label: 'Remove',
        changes: [{ kind: 'remove', ref: { kind: 'person', id: personId } }],
      },
      value: null,
    }),
  );
  const names = async () =>
    (await read()).removed.map(({ document }) => [document.ref.kind, document.personName]);
  expect((await names()).toSorted()).toEqual([
    ['person', 'Sam Okafor'],
    ['series', 'Sam Okafor'],
  ]);
  const view = await call['data.document']({ kind: 'series', id: seriesId, version: null });
  expect(valueOf(view).state).toBe('removed');
  await call['data.restoreDocument']({ kind: 'series', id: seriesId, version: null });
  expect(await names()).toEqual([]);
  expect(await store.read('person', personId)).toMatchObject({ name: 'Sam Okafor' });
});

test('feedback and templates are named, and come back', async () => {
  const { personId } = await services.addSam();
  const feedback = sampleFeedback({ personId });
  const documents = [feedback, sampleTemplate()];
  const act = (changes: readonly Change[]) =>
    store.act(() => Promise.resolve({ act: { label: 'Test', changes }, value: null }));
  await act(documents.map((document) => ({ kind: 'put', document })));
  await store.flush();
  await act(documents.map(({ kind, id }) => ({ kind: 'remove', ref: { kind, id } })));
  await store.flush();
  const { removed } = await read();
  expect(
    removed.map(({ document: { personName, onDate, title } }) => ({ personName, onDate, title })),
  ).toEqual([
    { personName: 'Sam Okafor', onDate: '2026-11-23', title: null },
    { personName: null, onDate: null, title: 'Hard Talk' },
  ]);
  const bringBack = async (kind: 'feedback' | 'template', id: string) =>
    valueOf(await call['data.restoreDocument']({ kind, id, version: null })).undo.label;
  expect(await bringBack('feedback', feedback.id)).toBe('Restore feedback for Sam Okafor');
  expect(await bringBack('template', sampleTemplate().id)).toBe('Restore the template “Hard Talk”');
  expect(await store.read('feedback', feedback.id)).toEqual(feedback);
  expect(await store.read('template', sampleTemplate().id)).toEqual(sampleTemplate());
});

test('what is not remembered is said so, and nothing is written', async () => {
  const { personId } = await services.addSam();
  await store.flush();
  const unknown = { kind: 'person', id: randomUUID(), version: null } as const;
  const series = await store.list('series');
  const [ofAnother] = await store.versions({ kind: 'series', id: series[0]?.id ?? '' });
  const results = [
    await call['data.document'](unknown),
    await call['data.restoreDocument'](unknown),
    await call['data.document']({ kind: 'person', id: personId, version: ofAnother?.number ?? 0 }),
    await call['data.backup']({ backupId: 4711 }),
    await call['data.restoreBackup']({ backupId: 4711 }),
  ];
  expect(results.map(errorOf)).toEqual(results.map(() => 'not-found'));
});

test('only folders of our own are shown', async () => {
  for (const folder of ['data', 'local', 'set-aside'] as const)
    valueOf(await call['data.openFolder']({ folder }));
  const { dataFolder, localFolder } = await read();
  expect(services.shownFolders).toEqual([dataFolder, localFolder, join(localFolder, 'quarantine')]);
});
