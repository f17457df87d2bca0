import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import {
  sampleArticle,
  sampleMeeting,
  samplePerson,
  samplePoint,
} from './test-support/sample-documents.ts';
import { put, remove, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
let store: Store;
beforeEach(async () => {
  folders = await StoreFolders.make();
  store = await folders.open();
  await put(
    store,
    samplePerson({ workingStyle: 'Prefers writing' }),
    sampleMeeting({ notes: 'We spoke about Zürich and the roadmap' }),
    sampleMeeting({ id: 'meeting-000002', agenda: [samplePoint('a', 'Salary review')] }),
  );
});
afterEach(() => folders.remove());

const found = async (text: string): Promise<readonly string[]> =>
  (await store.search(text, 20)).map(({ id }) => id);
const catalogPath = async (): Promise<string> => {
  const names = await folders.filesIn(folders.localFolder);
  return join(folders.localFolder, names.find((name) => name.endsWith('catalog.sqlite')) ?? '');
};

test('documents are found by all words, each from its beginning, accents or not', async () => {
  expect(await found('zuri road')).toEqual(['meeting-000001']);
  expect(await found('SALARY')).toEqual(['meeting-000002']);
  expect(await found('zurich salary')).toEqual([]);
  expect(await found('sam')).toEqual(['sam-000001']);
});

test('of one person alone even what others push far down is found', async () => {
  const kim = samplePerson({ id: 'kim-0000001', name: 'Kim' });
  const named = samplePerson({ id: 'zurich-0001', name: 'Zürich' });
  await put(
    store,
    kim,
    named,
    sampleMeeting({ id: 'meeting-kim', personId: kim.id, notes: 'Zürich' }),
  );
  const foundOf = async (personId: string): Promise<readonly string[]> =>
    (await store.search('zurich', 1, { personId })).map(({ id }) => id);
  expect(await foundOf('sam-000001')).toEqual(['meeting-000001']);
  expect(await foundOf(kim.id)).toEqual(['meeting-kim']);
  expect(await foundOf('nobody-00001')).toEqual([]);
});

test('of one kind alone even what others push far down is found', async () => {
  const article = sampleArticle({ text: 'Zürich' });
  await put(store, article, samplePerson({ id: 'zurich-0001', name: 'Zürich' }));
  const inLibrary = await store.search('zurich', 1, { kind: 'article' });
  expect(inLibrary).toEqual([{ kind: 'article', id: article.id }]);
});

test.each(['', '   ', '"', 'a OR b*', ') NEAR(', '-x', 'title:x'])(
  'whatever is typed (%j) is words and no command',
  async (typed) => {
    await expect(store.search(typed, 5)).resolves.toBeInstanceOf(Array);
  },
);

test('what was changed is found by its new words only, what was removed not at all', async () => {
  await put(store, sampleMeeting({ notes: 'Lisbon' }));
  expect(await found('lisb')).toEqual(['meeting-000001']);
  expect(await found('zurich')).toEqual([]);
  await remove(store, { kind: 'meeting', id: 'meeting-000002' });
  expect(await found('salary')).toEqual([]);
});

test('a catalogue that is missing is made anew', async () => {
  await store.close();
  await rm(await catalogPath());
  store = await folders.open();
  expect(await found('zurich')).toEqual(['meeting-000001']);
});

test.each([
  ['no database', () => Buffer.from('broken'.repeat(2000))],
  ['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['overwritten in its middle', (bytes: Buffer) => Buffer.from(bytes).fill('x', 4096)],
])('a catalogue that is %s is made anew, and no document suffers', async (_, damage) => {
  await store.close();
  const path = await catalogPath();
  await writeFile(path, damage(await readFile(path)));
  store = await folders.open();
  expect(await found('zurich')).toEqual(['meeting-000001']);
  expect(await store.list('meeting')).toHaveLength(2);
  expect(store.problems()).toEqual([]);
});

test('what changed while Evenkeel was not running is found', async () => {
  await store.close();
  const file = 'people/sam-okafor-sam-000001/2026-11-30-meeting-000001.json';
  await writeFile(join(folders.dataFolder, file), JSON.stringify(sampleMeeting({ notes: 'Oslo' })));
  store = await folders.open();
  expect(await found('oslo')).toEqual(['meeting-000001']);
  expect(await found('zurich')).toEqual([]);
});

test('lists are given summaries without the texts', async () => {
  const summaries = await store.summaries('meeting');
  expect(summaries).toHaveLength(2);
  expect(summaries.find(({ id }) => id === 'meeting-000002')).toMatchObject({
    points: [{ text: 'Salary review' }],
  });
  expect(JSON.stringify(summaries)).not.toContain('roadmap');
  expect(await store.summaries('person')).toEqual(await store.list('person'));
});

test('meetings are listed by when something in them came up last, however long ago they were planned', async () => {
  await put(
    store,
    sampleMeeting({
      ...{ id: 'meeting-old', startLocal: '2024-01-08T10:00', originalLocal: '2024-01-08T10:00' },
      agenda: [
        { ...samplePoint('new'), firstRaisedOn: '2026-12-01' },
        { ...samplePoint('old'), firstRaisedOn: '2024-01-02' },
      ],
    }),
  );
  const raisedFrom = async (date: string): Promise<readonly string[]> =>
    (await store.summaries('meeting', { raisedFrom: date })).map(({ id }) => id);
  expect(await raisedFrom('2026-12-01')).toEqual(['meeting-old']);
  expect(await raisedFrom('2026-12-02')).toEqual([]);
  expect(await raisedFrom('2024-01-01')).not.toContain('meeting-000001');
});
