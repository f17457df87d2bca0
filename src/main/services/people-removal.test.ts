import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingWith } from '../../domain/agenda/test-data/meeting-with.ts';
import type { Document } from '../../domain/documents/document.ts';
import type { Feedback } from '../../domain/documents/feedback.ts';
import { sampleCalendar } from '../store/test-support/sample-documents.ts';
import { put } from '../store/test-support/store-bench.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, sentenceOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
let call: TestServices['call'];

beforeEach(async () => {
  services = await startServices();
  ({ call } = services);
});
afterEach(() => services.temporary.dispose());

/** Every file in the data folder, by its path, as it is on the disk now. */
async function filesNow(): Promise<Readonly<Record<string, string>>> {
  const { store, folder } = services.temporary;
  await store.flush();
  const documents = join(folder, 'documents');
  const entries = await readdir(documents, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [
        path.slice(documents.length + 1),
        await readFile(path, 'utf8'),
      ]),
    ),
  );
}

const write = (...documents: readonly Document[]) => put(services.temporary.store, ...documents);

const feedbackOn = (personId: string, id: string): Feedback => ({
  ...{ kind: 'feedback', version: 1, id, personId, feedbackKind: 'positive' },
  ...{ text: 'Calm in the outage.', noticedOn: '2026-11-20' },
  ...{ deliveredAt: null, deliveredIn: null, createdAt: '2026-11-20T10:00:00Z' },
});

/** Sam with meetings, a promise, private notes and feedback; and Kim, who is none of their business. */
async function addSamAndKim(meetingCount = 5): Promise<{ samId: string; kimId: string }> {
  const { personId: samId, seriesId } = await services.addSam();
  const kim = valueOf(await call['people.add']({ name: 'Kim Sund', relationship: 'peer' }));
  const meetings = Array.from({ length: meetingCount }, (_, index) =>
    meetingWith({
      id: `sam-meeting-${index}`,
      ...{ personId: samId, seriesId, notes: `Line ${index}\nand another` },
      privateNotes: 'For me alone.',
    }),
  );
  await write(...meetings, feedbackOn(samId, 'sam-feedback'), feedbackOn(kim.id, 'kim-feedback'));
  await write(meetingWith({ id: 'kim-meeting', personId: kim.id }));
  const promise = { text: 'Ask finance', owner: 'me', dueOn: '2026-11-01' } as const;
  valueOf(await call['meetings.addAction']({ meetingId: 'sam-meeting-0', ...promise }));
  return { samId, kimId: kim.id };
}

test('deleting everything on a person takes every file of theirs, and nobody else’s', async () => {
  const { samId, kimId } = await addSamAndKim();
  const before = await filesNow();
  valueOf(await call['people.deleteAll']({ personId: samId, typedName: 'sam okafor' }));
  const after = await filesNow();
  const kimsOwn = Object.entries(before).filter(([path]) => !path.startsWith('people/sam-'));
  expect(after).toEqual(Object.fromEntries(kimsOwn));
  expect(Object.values(after).join('')).not.toContain(samId);
  expect(await readdir(join(services.temporary.folder, 'documents/people'))).toHaveLength(1);
  expect(valueOf(await call['people.list'](undefined)).map(({ id }) => id)).toEqual([kimId]);
  expect(errorOf(await call['people.read']({ personId: samId }))).toBe('not-found');
});

test('taking it back brings every file back, byte for byte, also after a restart', async () => {
  const { samId } = await addSamAndKim(40);
  const before = await filesNow();
  const { undo } = valueOf(
    await call['people.deleteAll']({ personId: samId, typedName: 'Sam Okafor' }),
  );
  await filesNow();
  const again = await services.restarted();
  valueOf(await again['undo.undo']({ undoId: undo.id }));
  const reopened = await services.temporary.reopen();
  await reopened.flush();
  const documents = join(services.temporary.folder, 'documents');
  for (const [path, content] of Object.entries(before))
    expect(await readFile(join(documents, path), 'utf8')).toBe(content);
});

test('with another name nothing is deleted, and a sentence says so', async () => {
  const { samId } = await addSamAndKim();
  const before = await filesNow();
  const refused = await call['people.deleteAll']({ personId: samId, typedName: 'Sam' });
  expect(errorOf(refused)).toBe('invalid');
  expect(sentenceOf(refused)).toContain('Sam Okafor');
  expect(await filesNow()).toEqual(before);
});

test('how much there is on a person is counted, and is theirs alone', async () => {
  const { samId } = await addSamAndKim();
  // Its copy on this computer stays, and may name anybody.
  await write(sampleCalendar());
  expect(valueOf(await call['people.extent']({ personId: samId }))).toEqual({
    name: 'Sam Okafor',
    series: 1,
    meetings: 5,
    feedback: 1,
    decisions: 0,
    openActions: 1,
    calendars: 1,
  });
});

test('whoever is archived is in no list but that of the archive, nor are their promises', async () => {
  const { samId } = await addSamAndKim();
  expect(valueOf(await call['today.read'](undefined)).openActions).toHaveLength(1);
  valueOf(await call['people.archive']({ personId: samId }));
  const today = valueOf(await call['today.read'](undefined));
  expect([...today.upcoming, ...today.openActions]).toEqual([]);
  expect(valueOf(await call['actions.list']({ state: 'open' })).actions).toEqual([]);
  expect(valueOf(await call['people.list'](undefined)).map(({ name }) => name)).toEqual([
    'Kim Sund',
  ]);
  expect(valueOf(await call['people.archived'](undefined))).toEqual([
    { id: samId, name: 'Sam Okafor', relationship: 'report', archivedOn: '2026-11-23' },
  ]);
});

test('whoever comes back from the archive is as they were, byte for byte', async () => {
  const { samId } = await addSamAndKim();
  const before = await filesNow();
  const list = valueOf(await call['people.list'](undefined));
  valueOf(await call['people.archive']({ personId: samId }));
  valueOf(await call['people.restore']({ personId: samId }));
  expect(await filesNow()).toEqual(before);
  expect(valueOf(await call['people.list'](undefined))).toEqual(list);
  expect(valueOf(await call['people.archived'](undefined))).toEqual([]);
});

test('what was taken away earlier and is taken back brings nothing of a deleted person back', async () => {
  const meetingId = await services.planNext();
  const point = { meetingId, addedBy: 'me', text: 'About pay', visibility: 'private' } as const;
  valueOf(await call['meetings.addPoint'](point));
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  const pointId = meeting.agenda[0]?.id ?? '';
  const { undo } = valueOf(await call['meetings.removePoint']({ meetingId, pointId }));
  valueOf(await call['people.deleteAll']({ personId: meeting.personId, typedName: 'Sam Okafor' }));
  expect(errorOf(await call['undo.undo']({ undoId: undo.id }))).toBe('not-found');
  expect(errorOf(await call['meetings.read']({ meetingId }))).toBe('not-found');
});

test('archiving twice, and bringing back who is not archived, are refused with a sentence', async () => {
  const { personId } = await services.addSam();
  expect(errorOf(await call['people.restore']({ personId }))).toBe('invalid');
  valueOf(await call['people.archive']({ personId }));
  expect(errorOf(await call['people.archive']({ personId }))).toBe('invalid');
});

test('what names nobody is answered so', async () => {
  const personId = 'nobody-has-this';
  const answers = [
    await call['people.restore']({ personId }),
    await call['people.extent']({ personId }),
    await call['people.deleteAll']({ personId, typedName: 'Sam' }),
  ];
  expect(answers.map(errorOf)).toEqual(['not-found', 'not-found', 'not-found']);
});
