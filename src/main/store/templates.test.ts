import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import {
  sampleDecision,
  sampleFeedback,
  samplePerson,
  sampleTemplate,
} from './test-support/sample-documents.ts';
import { put, remove, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
let store: Store;
beforeEach(async () => {
  folders = await StoreFolders.make();
  store = await folders.open();
  await put(store, sampleTemplate());
});
afterEach(() => folders.remove());

const file = 'templates/hard-talk-template-000001.json';
const ref = { kind: 'template', id: 'template-000001' } as const;
const text = async () => (await store.read('template', ref.id))?.text;
const withEnd = (end: string) => sampleTemplate({ text: `${sampleTemplate().text}${end}` });
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { interval: 25 });
const told = () => Promise.resolve(store.problems().map(({ message }) => message));

test('a template is one file, its text in lines, and is there again after a restart', async () => {
  expect(await folders.filesIn()).toEqual(['evenkeel.json', file]);
  expect(JSON.parse(await readFile(folders.inData(file), 'utf8'))).toMatchObject({
    text: ['---', 'title: Hard Talk', '---', '', '## First', '', '- [ ] What happened?', ''],
  });
  await store.close();
  store = await folders.open();
  expect(await store.list('template')).toEqual([sampleTemplate()]);
  await rm(folders.localFolder, { recursive: true });
  store = await folders.openWith({ localFolder: `${folders.localFolder}-of-another-computer` });
  expect(await store.summaries('template')).toEqual([sampleTemplate()]);
  expect(await store.search('hard talk', 5)).toEqual([ref]);
});

test('a template stays in its file under another title; removed, it leaves none', async () => {
  await put(store, sampleTemplate({ text: '---\ntitle: Soft Talk\n---\n' }));
  expect(await folders.filesIn()).toEqual(['evenkeel.json', file]);
  await remove(store, ref);
  expect(await folders.filesIn()).toEqual(['evenkeel.json']);
  expect((await store.removed()).map(({ document }) => document.id)).toEqual([ref.id]);
});

test('what another program writes, adds and removes among the templates is taken in', async () => {
  await folders.writeElsewhere(file, withEnd('- [ ] And now?\n'));
  await soon(text).toContain('And now?');
  await folders.writeElsewhere('templates/mine.json', sampleTemplate({ id: 'template-000002' }));
  await soon(async () => (await store.list('template')).length).toBe(2);
  await rm(folders.inData(file));
  await soon(text).toBeUndefined();
  expect(store.problems()).toEqual([]);
  expect(await folders.quarantine()).toEqual([]);
});

test('a folder of templates that goes, and comes again, is still watched', async () => {
  await rm(folders.inData('templates'), { recursive: true });
  await soon(text).toBeUndefined();
  await mkdir(folders.inData('templates'));
  await folders.writeElsewhere('templates/mine.json', sampleTemplate());
  await soon(text).toBe(sampleTemplate().text);
  await folders.writeElsewhere('templates/mine.json', withEnd('- [ ] And now?\n'));
  await soon(text).toContain('And now?');
});

test('a template is written though somebody took its folder away', async () => {
  await rm(folders.inData('templates'), { recursive: true });
  await put(store, sampleTemplate({ id: 'template-000002' }));
  await soon(() => folders.filesIn()).toContain('templates/hard-talk-template-000002.json');
});

test('lines changed here and elsewhere come together', async () => {
  const elsewhere = sampleTemplate({ text: sampleTemplate().text.replace('First', 'Begin') });
  await Promise.all([
    folders.writeElsewhere(file, elsewhere),
    put(store, withEnd('- [ ] And now?\n')),
  ]);
  await store.flush();
  await soon(text).toContain('## Begin');
  expect(await text()).toContain('And now?');
});

test.each([
  'hard-talk-template-000001 2.json',
  "hard-talk-template-000001 (Sam's conflicted copy 2026-11-30).json",
])('a conflict copy called %s is merged, kept aside and told', async (name) => {
  await folders.writeElsewhere(`templates/${name}`, withEnd('- [ ] And now?\n'));
  await soon(text).toContain('And now?');
  await soon(() => folders.filesIn()).toEqual(['evenkeel.json', file]);
  expect(await folders.quarantine()).toHaveLength(1);
  await soon(told).toEqual([expect.stringContaining(name)]);
});

test('a conflict copy that came while Evenkeel was not running is merged at the start', async () => {
  await store.close();
  await folders.writeElsewhere(
    'templates/hard-talk-template-000001 2.json',
    withEnd('- [ ] More\n'),
  );
  await rm(folders.localFolder, { recursive: true });
  store = await folders.open();
  expect(await text()).toContain('More');
  // What was merged follows in its file.
  await soon(() => folders.filesIn()).toEqual(['evenkeel.json', file]);
});

test('a template damaged while running is set aside, and the last good version put back', async () => {
  await writeFile(folders.inData(file), '{"kind": "temp');
  await soon(() => folders.quarantine()).toHaveLength(1);
  await soon(async () => readFile(folders.inData(file), 'utf8')).toContain('What happened?');
  await soon(told).toEqual([expect.stringContaining(folders.inData(file))]);
});

test('a template damaged while Evenkeel was not running comes back from its history', async () => {
  await store.close();
  await writeFile(folders.inData(file), '{');
  store = await folders.open();
  expect(await text()).toBe(sampleTemplate().text);
  expect(await folders.quarantine()).toHaveLength(1);
});

test('a backup holds templates, and brings them back', async () => {
  await store.close();
  folders.now = '2026-11-23T10:30:00Z';
  store = await folders.open();
  const [backup] = await store.backups();
  if (backup === undefined) throw new Error('There is no backup.');
  await remove(store, ref);
  expect(await store.differencesTo(backup.id)).toMatchObject([{ ref, isRemoved: true }]);
  await store.restore(backup.id, 'Restore');
  expect(await text()).toBe(sampleTemplate().text);
});

test('a decision lies in its own folder, is found by whom it is about, and moves nobody’s', async () => {
  const person = 'people/sam-okafor-sam-000001';
  await put(store, sampleDecision());
  await put(store, samplePerson(), sampleFeedback());
  await remove(store, { kind: 'person', id: 'sam-000001' });
  await put(store, sampleFeedback({ id: 'feedback-000002' }));
  const files = await folders.filesIn();
  expect(files).toContain('decisions/2026-11-23-decision-000001.json');
  expect(files).toContain(`${person}/feedback-feedback-000002.json`);
  const about = { personId: 'sam-000001' };
  expect(await store.summaries('decision', about)).toEqual([sampleDecision()]);
  const other = sampleDecision({ id: 'decision-000002', personId: null, title: 'The budget' });
  await folders.writeElsewhere('decisions/2026-11-24-decision-000002.json', other);
  await soon(() => store.search('the budget', 5)).toEqual([
    { kind: 'decision', id: 'decision-000002' },
  ]);
});

test('feedback is a file of its person, found by its words and by whom it is for', async () => {
  const folder = 'people/sam-okafor-sam-000001';
  await put(store, samplePerson(), sampleFeedback());
  expect(await folders.filesIn()).toContain(`${folder}/feedback-feedback-000001.json`);
  expect(await store.summaries('feedback', { personId: 'sam-000001' })).toEqual([sampleFeedback()]);
  expect(await store.summaries('feedback', { personId: 'ada-000001' })).toEqual([]);
  await soon(() => store.search('note on builds', 5)).toEqual([
    { kind: 'feedback', id: 'feedback-000001' },
  ]);
  await folders.writeElsewhere(
    `${folder}/feedback-feedback-000002.json`,
    sampleFeedback({ id: 'feedback-000002' }),
  );
  await soon(async () => (await store.list('feedback')).length).toBe(2);
});
