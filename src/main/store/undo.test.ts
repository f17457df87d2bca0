import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { ActRecord } from './act-record.ts';
import type { Acted, Store } from './store.ts';
import { faultyFileSystem, systemError } from './test-support/faulty-file-system.ts';
import { sampleMeeting, samplePerson, samplePoint } from './test-support/sample-documents.ts';
import { put, remove, StoreFolders } from './test-support/store-bench.ts';
import { changesToFinish } from './undo.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => samplePoint(id)) as [
  ReturnType<typeof samplePoint>,
  ReturnType<typeof samplePoint>,
  ReturnType<typeof samplePoint>,
  ReturnType<typeof samplePoint>,
];
const ticketOf = (acted: Acted<unknown>): string => acted.undo?.id ?? 'none';
const meetingOf = async (store: Store): Promise<Meeting | null> =>
  store.read('meeting', 'meeting-000001');
const undone = { kind: 'undone', redo: { id: expect.any(String) as string } };

async function undoOnce(store: Store, ticket: string): Promise<string> {
  const answer = await store.undo(ticket);
  await store.flush();
  expect(answer).toMatchObject(undone);
  return answer.kind === 'undone' ? answer.redo.id : 'none';
}

test('a removed talking point comes back where it was; what was changed since stays', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting({ agenda: [a, b, c] }));
  const ticket = ticketOf(await put(store, sampleMeeting({ agenda: [a, c] })));
  const later = { notes: 'typed since', agenda: [{ ...a, text: 'edited since' }, c, d] };
  await put(store, sampleMeeting(later));
  await undoOnce(store, ticket);
  const agenda = [{ ...a, text: 'edited since' }, b, c, d];
  expect(await meetingOf(store)).toEqual(sampleMeeting({ ...later, agenda }));
  expect(await meetingOf(await folders.open())).toEqual(sampleMeeting({ ...later, agenda }));
});

test('an undo can be undone, and that again', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting());
  const ticket = ticketOf(await put(store, sampleMeeting({ notes: 'new' })));
  const redo = await undoOnce(store, ticket);
  expect((await meetingOf(store))?.notes).toBe('');
  const undoAgain = await undoOnce(store, redo);
  expect((await meetingOf(store))?.notes).toBe('new');
  await undoOnce(store, undoAgain);
  expect((await meetingOf(store))?.notes).toBe('');
});

test('a removed document comes back, with its folder', async () => {
  const store = await folders.open();
  await put(store, samplePerson());
  const files = await folders.filesIn();
  const ticket = ticketOf(await remove(store, { kind: 'person', id: 'sam-000001' }));
  expect(await folders.filesIn()).toEqual(['evenkeel.json']);
  await undoOnce(store, ticket);
  expect(await store.read('person', 'sam-000001')).toEqual(samplePerson());
  expect(await folders.filesIn()).toEqual(files);
});

test('what was removed since an act stays so when the act is taken back', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting({ agenda: [a, b] }));
  const edited = ticketOf(await put(store, samplePerson(), sampleMeeting({ agenda: [a] })));
  const other = sampleMeeting({ id: 'meeting-000002' });
  const both = ticketOf(await put(store, other, sampleMeeting({ agenda: [] })));
  await remove(
    store,
    { kind: 'person', id: 'sam-000001' },
    { kind: 'meeting', id: 'meeting-000001' },
  );
  expect(await store.undo(edited)).toEqual({ kind: 'nothing-left' });
  await undoOnce(store, both);
  expect(await folders.filesIn()).toEqual(['evenkeel.json']);
});

test('an act of several documents is taken back whole', async () => {
  const store = await folders.open();
  const ticket = ticketOf(await put(store, samplePerson(), sampleMeeting()));
  await undoOnce(store, ticket);
  expect(await folders.filesIn()).toEqual(['evenkeel.json']);
});

test('a new document that was written in since stays: nothing typed is lost to an undo', async () => {
  const store = await folders.open();
  const ticket = ticketOf(await put(store, samplePerson()));
  await put(store, samplePerson({ workingStyle: 'typed since' }));
  expect(await store.undo(ticket)).toEqual({ kind: 'nothing-left' });
  expect((await store.read('person', 'sam-000001'))?.workingStyle).toBe('typed since');
});

test('what is undone already, or unknown, writes nothing and says so', async () => {
  const store = await folders.open();
  const ticket = ticketOf(await put(store, samplePerson()));
  await undoOnce(store, ticket);
  expect(await store.undo(ticket)).toEqual({ kind: 'nothing-left' });
  expect(await store.undo('never-given')).toEqual({ kind: 'unknown' });
});

test('at least the last twenty acts can be taken back after a restart, however large', async () => {
  const store = await folders.open();
  await put(store, samplePerson());
  const tickets: string[] = [];
  for (let count = 1; count <= 25; count += 1) {
    const notes = `${String(count)} ${'x'.repeat(400_000)}`;
    const id = `meeting-0000${String(100 + count)}`;
    tickets.push(ticketOf(await put(store, sampleMeeting({ id, notes }))));
  }
  const again = await folders.open();
  await undoOnce(again, tickets.at(-20) ?? 'none');
  expect(await again.read('meeting', 'meeting-0000106')).toBeNull();
  expect(await again.list('meeting')).toHaveLength(24);
});

test('the journal stays small, however many acts there are', async () => {
  const store = await folders.open();
  await put(store, samplePerson());
  for (let count = 1; count <= 120; count += 1) {
    await put(store, sampleMeeting({ notes: `${String(count)} ${'x'.repeat(100_000)}` }));
  }
  const [journal = ''] = (await folders.filesIn(folders.localFolder)).filter((name) =>
    name.endsWith('.journal'),
  );
  const { length } = await readFile(join(folders.localFolder, journal));
  // What is kept, twice over, and the room made ahead.
  expect(length).toBeLessThan(10_000_000);
  expect((await meetingOf(await folders.open()))?.notes).toMatch(/^120 /);
});

test('an undo that cannot be saved is told and leaves all as it is', async () => {
  let isFull = false;
  const fileSystem = faultyFileSystem(({ operation }) =>
    isFull && operation === 'writeAt' ? systemError('ENOSPC') : null,
  );
  const store = await folders.open(fileSystem);
  await put(store, samplePerson(), sampleMeeting());
  const ticket = ticketOf(await put(store, sampleMeeting({ notes: 'new' })));
  isFull = true;
  await expect(store.undo(ticket)).rejects.toThrow(/full/);
  expect((await meetingOf(store))?.notes).toBe('new');
  isFull = false;
  await undoOnce(store, ticket);
});

test('a damaged journal costs what was damaged and nothing else, and is kept', async () => {
  const store = await folders.open();
  const first = ticketOf(await put(store, samplePerson()));
  const second = ticketOf(await put(store, sampleMeeting({ notes: 'second' })));
  await store.close();
  const [journal = ''] = (await folders.filesIn(folders.localFolder)).filter((name) =>
    name.endsWith('.journal'),
  );
  const path = join(folders.localFolder, journal);
  const damaged = (await readFile(path, 'utf8')).replace('Sam Okafor', 'Sam ?kafor');
  await writeFile(path, damaged);
  const again = await folders.open();
  expect(again.problems().map(({ message }) => message)).toEqual([
    expect.stringContaining('quarantine'),
  ]);
  expect(await again.list('person')).toEqual([samplePerson()]);
  expect(await again.undo(first)).toEqual({ kind: 'unknown' });
  await undoOnce(again, second);
  expect(await again.list('meeting')).toEqual([]);
});

test('a removal that was taken back ends with the document, though its file had gone before the crash', () => {
  const record = (act: number, before: Person | null, after: Person | null): ActRecord => ({
    ...{ act, ticket: `ticket-${String(act)}`, label: 'Remove', at: '2026-11-23T09:00:00Z' },
    changes: [{ kind: 'person', id: 'sam-000001', before, after }],
  });
  const sam = samplePerson();
  const [removed, takenBack] = [record(1, sam, null), record(2, null, sam)];
  const kept = [{ kind: 'put', document: sam }];
  const gone = [{ kind: 'remove', ref: { kind: 'person', id: sam.id } }];
  expect(changesToFinish([removed, takenBack], () => null)).toEqual(kept);
  expect(changesToFinish([removed, takenBack], () => sam)).toEqual(kept);
  expect(changesToFinish([removed], () => sam)).toEqual(gone);
  expect(changesToFinish([record(1, null, sam), record(2, sam, null)], () => null)).toEqual(gone);
});
