import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CheckId } from '../../domain/checks/check-ids.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import { createHelperService } from './helper.ts';
import { readHelpers } from './read-helpers.ts';
import { createResources } from './resources.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-resources-'));
  await cp(resolve(import.meta.dirname, '../../../resources'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a broken file is left out and named; the others are there', async () => {
  await writeFile(join(folder, 'templates', 'broken.md'), 'no front matter');
  await writeFile(join(folder, 'guide', 'article', 'broken.md'), '---\nid: x\n---\n');
  const notices = createNoticeBoard();
  const resources = createResources(folder, notices);
  expect((await resources.templates()).length).toBeGreaterThan(0);
  await writeFile(join(folder, 'guide', 'companions', 'torn.md'), '---\nid: y\n---\n');
  expect((await resources.guidePages()).length).toBeGreaterThan(2);
  expect(notices.list().map(({ id }) => id)).toEqual([
    'template:broken.md',
    'guide:broken.md',
    'guide:torn.md',
  ]);
  for (const { message } of notices.list()) expect(message).toMatch(/(broken|torn)\.md/);
});

test('a model that cannot be read is a sentence, not a crash', async () => {
  await writeFile(join(folder, 'decision-model.json'), '{"version": 1');
  const resources = createResources(folder, createNoticeBoard());
  expect(await resources.model()).toMatchObject({ ok: false, error: { code: 'unreadable' } });
});

test('a question bank that cannot be read is a sentence that names the question', async () => {
  const resources = createResources(folder, createNoticeBoard());
  const path = join(folder, 'questions.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"topic": "wellbeing"', '"topic": "weather"'));
  const bank = await resources.questions();
  expect(bank).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  expect(bank.ok ? '' : bank.error.message).toContain(
    'topic of the question "day-worth-repeating"',
  );
});

test('of a decision model that cannot be used the user is told', async () => {
  await writeFile(join(folder, 'decision-model.json'), '{}');
  const notices = createNoticeBoard();
  const model = await createResources(folder, notices).model();
  expect(model).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  expect(notices.list()).toMatchObject([
    { id: 'model', severity: 'warning', message: model.ok ? '' : model.error.message },
  ]);
});

test('at start the user is told of the model and of each check that cannot be used, once', async () => {
  await writeFile(join(folder, 'decision-model.json'), '{}');
  await writeFile(join(folder, 'checks', 'managing-managers.json'), '{"version": 1');
  const notices = createNoticeBoard();
  const resources = createResources(folder, notices);
  const handlers = {
    ...createHelperService(resources),
    'checks.read': ({ checkId }: { readonly checkId: CheckId }) => resources.check(checkId),
  };
  await readHelpers(handlers);
  await readHelpers(handlers);
  expect(notices.list().map(({ id }) => id)).toEqual(['model', 'check:managing-managers']);
  expect(notices.list()[1]?.message).toContain('this check could not be read');
});

test('a question bank that is not there is a sentence too', async () => {
  await rm(join(folder, 'questions.json'));
  const resources = createResources(folder, createNoticeBoard());
  expect(await resources.questions()).toMatchObject({ ok: false, error: { code: 'unreadable' } });
});

test('the question bank is read once, when first asked for', async () => {
  const resources = createResources(folder, createNoticeBoard());
  const first = await resources.questions();
  expect(first).toMatchObject({ ok: true });
  await rm(join(folder, 'questions.json'));
  expect(await resources.questions()).toBe(first);
});

test('a folder that is not there gives nothing, and says so', async () => {
  const notices = createNoticeBoard();
  const resources = createResources(join(folder, 'nowhere'), notices);
  expect(await resources.templates()).toEqual([]);
  expect(await resources.guidePages()).toEqual([]);
  expect(notices.list()).toHaveLength(3);
});

test('the guide is the article and then its companion pieces, each in its order', async () => {
  const pages = await createResources(folder, createNoticeBoard()).guidePages();
  const places = pages.map(({ group, order }) => `${group} ${String(order)}`);
  expect(places).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((order) => `article ${String(order)}`),
    ...[1, 2, 3, 4, 5].map((order) => `companions ${String(order)}`),
  ]);
});
