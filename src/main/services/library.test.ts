import {
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { libraryLimits } from '../../domain/library/limits.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';
import { put, remove } from './acts.ts';

vi.setConfig({ testTimeout: 60_000 });
/** For a busy machine: the index of words follows what it is of. */
const patience = { timeout: 20_000 };

let services: TestServices;
let outside: string;
beforeEach(async () => {
  services = await startServices();
  outside = await mkdtemp(join(tmpdir(), 'evenkeel-library-'));
});
afterEach(async () => {
  await services.temporary.dispose();
  await rm(outside, { recursive: true, force: true });
});

const png = Buffer.from('\x89PNG\r\n\x1a\nand more', 'latin1');

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = join(outside, 'Handbook');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

async function addFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  services.chosen.folder = await write(files);
  const added = valueOf(await services.call['library.addFolder'](undefined));
  if (added === null) throw new Error('No folder was chosen.');
  return added;
}

const list = async () => valueOf(await services.call['library.list'](undefined)).articles;
const idOf = async (path: string) => (await list()).find((one) => one.path === path)?.id ?? '';
const page = async (path: string) =>
  valueOf(await services.call['guide.read']({ pageId: await idOf(path) }));
const pictures = () =>
  readdir(join(services.temporary.folder, 'documents', 'library', 'pictures')).catch(() => []);

test('a folder comes with what its documents say, lead to and show; nothing outside is read later', async () => {
  const added = await addFolder({
    'index.md': '---\ntitle: Handbook\ntags: [team]\n---\n[On call](teams/on-call.md#nights)',
    'teams/on-call.md': '# On call\n\n![Rota](../pictures/rota%201.png) [Home](../index.md)',
    'pictures/rota 1.png': png,
    'pictures/unused.png': png,
    'script.js': 'no',
    '.git/readme.md': 'no',
    'node_modules/x/readme.md': 'no',
  });
  expect(added).toMatchObject({ folder: 'Handbook', added: 2, updated: 0, refused: [] });
  await rm(outside, { recursive: true });
  expect((await list()).map(({ title, tags }) => [title, tags])).toEqual([
    ['Handbook', ['team']],
    ['On call', []],
  ]);
  const index = await page('index.md');
  const onCall = await idOf('teams/on-call.md');
  expect(index.library?.targets).toEqual([
    { path: 'teams/on-call.md', address: `evenkeel:guide/${onCall}` },
  ]);
  expect(index).toMatchObject({ previous: null, next: { id: onCall } });
  const [kept = '', ...others] = await pictures();
  expect(kept).toMatch(/^[0-9a-f]{64}\.png$/);
  expect(others).toEqual([]);
  const shown = (await page('teams/on-call.md')).library?.targets;
  expect(shown).toContainEqual({ path: 'pictures/rota 1.png', address: `/library/${kept}` });
  expect(shown).toContainEqual({
    ...{ path: 'index.md', address: `evenkeel:guide/${await idOf('index.md')}` },
  });
});

test('no link is followed, and no way leads out of the folder', async () => {
  await writeFile(join(outside, 'secret.md'), 'secret');
  await writeFile(join(outside, 'secret.png'), png);
  await mkdir(join(outside, 'elsewhere'));
  await writeFile(join(outside, 'elsewhere', 'more.md'), 'secret');
  const folder = await write({ 'a.md': '![s](../secret.png) ![l](link.png) [s](../secret.md)' });
  await symlink(join(outside, 'secret.md'), join(folder, 'link.md'));
  await symlink(join(outside, 'secret.png'), join(folder, 'link.png'));
  await symlink(join(outside, 'elsewhere'), join(folder, 'elsewhere'));
  const { added, refused } = await addFolder({});
  expect(added).toBe(1);
  expect(refused.map(({ path }) => path).toSorted()).toEqual(['elsewhere', 'link.md', 'link.png']);
  expect(refused[0]?.reason).toContain('link');
  expect(await pictures()).toEqual([]);
  expect((await page('a.md')).library?.targets).toEqual([]);
});

test('what is broken is listed with the reason, and can be read as far as it goes', async () => {
  const folder = await write({
    'front.md': '---\ntitle: [\n---\n\nStill here',
    'latin.md': Buffer.from('caf\xe9 and more', 'latin1'),
    'drawing.md': '![d](drawing.svg) ![f](fake.png)',
    'drawing.svg': '<svg onload="x()"/>',
    'fake.png': '<html>',
    'large.md': '# Large',
  });
  await truncate(join(folder, 'large.md'), libraryLimits.documentBytes + 1);
  const { added, refused } = await addFolder({});
  expect(added).toBe(4);
  expect(Object.fromEntries((await list()).map(({ path, problem }) => [path, problem]))).toEqual({
    ...{ 'front.md': 'front-matter', 'latin.md': 'not-utf-8' },
    ...{ 'drawing.md': null, 'large.md': 'too-large' },
  });
  expect((await page('front.md')).markdown).toContain('Still here');
  expect((await page('latin.md')).markdown).toBe('caf\uFFFD and more');
  expect((await page('large.md')).markdown).toBe('');
  expect(refused.map(({ path }) => path).toSorted()).toEqual(['drawing.svg', 'fake.png']);
});

test('what is added again is the same document, as its file is now', async () => {
  await addFolder({ 'a.md': '# One', 'b.md': '# Two' });
  const before = await idOf('a.md');
  const again = await addFolder({ 'a.md': '# One, changed' });
  expect(again).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
  expect(await idOf('a.md')).toBe(before);
  expect((await list()).map(({ title }) => title)).toEqual(['One, changed', 'Two']);
});

test('a file whose name begins with a space is the same document, too', async () => {
  const files = { ' .md': 'One', ' two.md': '[One](%20.md)' };
  expect(await addFolder(files)).toMatchObject({ added: 2 });
  expect(await addFolder(files)).toMatchObject({ added: 0, unchanged: 2 });
  expect((await page(' two.md')).library?.targets).toMatchObject([{ path: ' .md' }]);
});

test('a folder in it that cannot be read costs itself alone', async () => {
  const folder = await write({ 'one.md': 'One' });
  // Further down than any path may reach: nobody can read this, whoever they are.
  const deep = (count: number) => Array<string>(count).fill('d'.repeat(230)).join('/');
  await mkdir(join(outside, 'upper', deep(9)), { recursive: true });
  await mkdir(join(folder, deep(9)), { recursive: true });
  await rename(join(outside, 'upper'), join(folder, deep(9), 'upper'));
  try {
    services.chosen.folder = folder;
    const added = valueOf(await services.call['library.addFolder'](undefined));
    expect(added).toMatchObject({ added: 1 });
    expect(added?.refused.map(({ reason }) => reason)).toEqual(['it could not be read.']);
  } finally {
    await rename(join(folder, deep(9), 'upper'), join(outside, 'upper'));
  }
});

test('files come alone, by a dialog or dropped; what is no Markdown does not', async () => {
  const folder = await write({ 'a.md': '# A', 'b.txt': 'no' });
  services.chosen.files = [join(folder, 'a.md'), join(folder, 'b.txt')];
  const chosen = valueOf(await services.call['library.addFiles'](undefined));
  expect(chosen).toMatchObject({ folder: '', added: 1 });
  expect(chosen?.refused.map(({ path }) => path)).toEqual(['b.txt']);
  const dropped = await services.call['library.addDropped']({
    folder: 'Dropped',
    files: [
      { path: 'c.md', bytes: Buffer.from('![p](p.png)') },
      { path: 'p.png', bytes: png },
    ],
  });
  expect(valueOf(dropped)).toMatchObject({ folder: 'Dropped', added: 1, refused: [] });
  expect(await pictures()).toHaveLength(1);
  expect((await list()).map((one) => one.folder)).toEqual(['', 'Dropped']);
});

test('a document and a folder are removed, and taken back', async () => {
  await addFolder({ 'a.md': '# A', 'b.md': '# B' });
  const removed = valueOf(await services.call['library.remove']({ articleId: await idOf('a.md') }));
  expect((await list()).map(({ title }) => title)).toEqual(['B']);
  await services.call['undo.undo']({ undoId: removed.undo.id });
  const all = valueOf(await services.call['library.removeFolder']({ folder: 'Handbook' }));
  expect(await list()).toEqual([]);
  expect(errorOf(await services.call['library.removeFolder']({ folder: 'Handbook' }))).toBe(
    'not-found',
  );
  await services.call['undo.undo']({ undoId: all.undo.id });
  expect(await list()).toHaveLength(2);
});

test('the guide and the library are searched together, and found after a restart', async () => {
  await addFolder({ 'a.md': 'A text on **zeppelins** and leading', 'b.md': 'Other' });
  const call = await services.restarted();
  await vi.waitFor(async () => {
    const found = valueOf(await call['library.search']({ text: 'zepp leading' }));
    expect(found.map(({ folder }) => folder)).toEqual(['Handbook']);
    expect(found[0]?.excerpt).toContain('zeppelins');
  }, patience);
  const inGuide = valueOf(await call['library.search']({ text: 'inspiration influence' }));
  expect(inGuide[0]?.folder).toBeNull();
});

test('a search does not read one long document after the other: the last ones say what they are', async () => {
  const long = 'zeppelin '.repeat(15_000);
  const names = Array.from({ length: 12 }, (_, at) => `${String(at)}.md`);
  await addFolder(
    Object.fromEntries(
      names.map((name) => [name, `---\ndescription: What ${name} is about\n---\n${long}`]),
    ),
  );
  await vi.waitFor(async () => {
    const found = valueOf(await services.call['library.search']({ text: 'zeppelin' }));
    expect(found).toHaveLength(names.length);
    const shown = found.map(({ excerpt }) => (excerpt.startsWith('zeppelin') ? 'text' : excerpt));
    expect(shown.filter((one) => one === 'text')).toHaveLength(5);
    expect(shown.filter((one) => /^What \d+\.md is about$/.test(one))).toHaveLength(7);
  }, patience);
});

test('what comes, changes and goes shows in the list and beside a page at once', async () => {
  await addFolder({ 'a.md': '# A', 'c.md': '# C' });
  expect((await page('a.md')).next?.title).toBe('C');
  await addFolder({ 'b.md': '# B' });
  expect((await page('a.md')).next?.title).toBe('B');
  const { undo } = valueOf(
    await services.call['library.remove']({ articleId: await idOf('b.md') }),
  );
  expect((await page('a.md')).next?.title).toBe('C');
  await services.call['undo.undo']({ undoId: undo.id });
  expect((await list()).map(({ title }) => title)).toEqual(['A', 'B', 'C']);
});

test('a folder that was removed and added again is there once, also when the removal is taken back', async () => {
  await addFolder({ 'a.md': '# A', 'b.md': '# B' });
  const before = await list();
  const removed = valueOf(await services.call['library.removeFolder']({ folder: 'Handbook' }));
  await addFolder({ 'a.md': '# A, second edition', 'b.md': '# B' });
  await services.call['undo.undo']({ undoId: removed.undo.id });
  expect((await list()).map(({ title }) => title)).toEqual(['A, second edition', 'B']);
  expect((await list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('so is a document that was added when ids were given at random', async () => {
  await addFolder({ 'a.md': '# A' });
  const [known] = await services.temporary.store.list('article');
  if (known === undefined) throw new Error('Nothing was added.');
  const old = { ...known, id: 'given-at-random' };
  const { undo: aged } = await services.temporary.store.act(() =>
    Promise.resolve({
      act: { label: 'Old', changes: [remove('article', known.id), put(old)] },
      value: null,
    }),
  );
  const undo = (undoId: string) => services.temporary.store.undo(undoId);
  const back = await undo(aged?.id ?? '');
  expect((await list()).map(({ id }) => id)).toEqual([known.id]);
  await undo(back.kind === 'undone' ? back.redo.id : '');
  const removed = valueOf(await services.call['library.remove']({ articleId: old.id }));
  await addFolder({ 'a.md': '# A, second edition' });
  const answer = await services.call['undo.undo']({ undoId: removed.undo.id });
  expect(errorOf(answer)).toBe('not-found');
  expect((await list()).map(({ title }) => title)).toEqual(['A, second edition']);
});
