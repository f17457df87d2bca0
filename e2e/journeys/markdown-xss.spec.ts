import type { Page } from '@playwright/test';
import { Marked } from 'marked';
import { fileURLToPath } from 'node:url';
import {
  xssVectors,
  type XssVector,
} from '../../src/renderer/features/markdown/test-data/xss-vectors.ts';
import { callMain } from '../fixtures/bridge.ts';
import { fillNotes } from '../fixtures/notes.ts';
import { expect, test } from '../fixtures/test.ts';
import {
  exposeEach,
  fetchedVectors,
  previewEach,
  readEach,
  sanitiseEach,
  watchPage,
} from './hostile-page.ts';

// Security checklist 1 and 7, where a text that somebody else wrote could reach them: notes.

const bareApp = fileURLToPath(new URL('bare-app', import.meta.url));

/** Opens the plan of a new person's 1:1. How one gets there is the main job's matter. */
async function openMeeting(page: Page): Promise<void> {
  const sam = { name: 'Sam Okafor', relationship: 'report' } as const;
  const { id: personId } = await callMain(page, 'people.add', sam);
  const originalLocal = '2026-11-23T10:00';
  const when = { startLocal: originalLocal, timeZone: 'Europe/London', durationMinutes: 30 };
  const series = { personId, ...when, rule: null, place: '' };
  const { id: seriesId } = await callMain(page, 'series.add', series);
  const { meeting } = await callMain(page, 'meetings.plan', { seriesId, originalLocal });
  await page.evaluate((id) => (location.hash = `#/meetings/${id}`), meeting.id);
  await expect(page.getByRole('heading', { level: 1, name: '1:1 with Sam Okafor' })).toBeVisible();
}

/** Types notes and opens their preview, as a user does. */
async function preview(page: Page, notes: string) {
  await page.getByRole('radio', { name: 'Write' }).check();
  await fillNotes(page, notes);
  await page.getByRole('radio', { name: 'Preview' }).check();
  const shown = page.locator('[data-markdown="rendered"], [data-markdown="as-typed"]');
  await shown.waitFor({ state: 'attached' });
  return shown;
}

test(`${String(xssVectors.length)} hostile texts run nothing, fetch nothing and leave nothing in the preview of notes`, async ({
  launch,
}) => {
  const page = await (await launch({ now: '2026-11-23T09:00:00Z' })).window();
  await openMeeting(page);
  const watch = await watchPage(page);
  await preview(page, xssVectors.map(({ text }) => text).join('\n\n'));
  const problems = await previewEach(page, xssVectors);
  // A picture that fails, or a policy that reports, does so a little later.
  await page.waitForTimeout(1000);
  expect(problems).toEqual([]);
  expect(await watch.ran()).toEqual([]);
  expect(await watch.violations()).toEqual([]);
  expect(watch.fetched).toEqual([]);
  expect(watch.dialogs).toEqual([]);
  await expect(page.getByRole('heading', { level: 1, name: '1:1 with Sam Okafor' })).toBeVisible();
});

/** Adds a folder in which each text is a document of its own. */
async function addToLibrary(page: Page): Promise<readonly { id: string; title: string }[]> {
  const files = xssVectors.map(({ number, text }) => {
    const title = `vector ${String(number)}`;
    const bytes = new TextEncoder().encode(`---\ntitle: ${title}\n---\n\n${text}`);
    return { path: `${title}.md`, bytes };
  });
  await callMain(page, 'library.addDropped', { folder: 'Hostile', files });
  return (await callMain(page, 'library.list', undefined)).articles;
}

test('they do no more in documents of the library', async ({ launch }) => {
  test.setTimeout(180_000);
  const page = await (await launch({ now: '2026-11-23T09:00:00Z' })).window();
  const documents = await addToLibrary(page);
  expect(documents).toHaveLength(xssVectors.length);
  const watch = await watchPage(page);
  const problems = await readEach(page, documents);
  await page.waitForTimeout(1000);
  expect(problems).toEqual([]);
  expect(await watch.ran()).toEqual([]);
  expect(await watch.violations()).toEqual([]);
  expect(watch.fetched).toEqual([]);
  expect(watch.dialogs).toEqual([]);
});

test.describe('where nothing else guards the page', () => {
  test.use({ expectedErrors: /./ });

  /** As Markdown comes out when nobody escapes its HTML. */
  const rendered = xssVectors.map((vector) => ({
    ...vector,
    text: new Marked().parse(vector.text, { async: false }),
  }));

  test('the sanitiser alone lets none of them run or fetch', async ({ launch }) => {
    const page = await (await launch({ appFolder: bareApp })).window();
    const watch = await watchPage(page);
    expect(await sanitiseEach(page, [...rendered, ...xssVectors])).toEqual([]);
    await page.waitForTimeout(1000);
    expect(await watch.ran()).toEqual([]);
    expect(watch.fetched).toEqual([]);
  });

  test('without it most of them do, so that the tests above can fail', async ({ launch }) => {
    const page = await (await launch({ appFolder: bareApp })).window();
    const watch = await watchPage(page);
    await exposeEach(page, rendered);
    const isAwake = async (): Promise<(vector: XssVector) => boolean> => {
      const awake = new Set([...(await watch.ran()), ...fetchedVectors(watch)]);
      return ({ number }) => awake.has(number);
    };
    const isRunning = await isAwake();
    // Markdown has its own way with some; as bare HTML they may run.
    await exposeEach(
      page,
      xssVectors.filter((vector) => !isRunning(vector)),
    );
    const awake = xssVectors.filter(await isAwake());
    const asleep = xssVectors.filter((vector) => !awake.includes(vector)).map(({ name }) => name);
    expect(awake.length, `these do nothing: ${asleep.join(', ')}`).toBeGreaterThan(
      (xssVectors.length * 2) / 3,
    );
  });
});

test.describe('texts made to be slow', () => {
  const texts: Readonly<Record<string, string>> = {
    '5,000 nested quotes': `${'> '.repeat(5000)}x`,
    'a list of 400 levels': Array.from(
      { length: 400 },
      (_, level) => `${'  '.repeat(level)}- x`,
    ).join('\n'),
    'emphasis that takes a quarter of a minute': '_a__'.repeat(20_000),
  };

  test('are shown as typed, with the reason, and the next text is laid out', async ({ launch }) => {
    const page = await (await launch({ now: '2026-11-23T09:00:00Z' })).window();
    await openMeeting(page);
    for (const [name, text] of Object.entries(texts)) {
      const shown = await preview(page, text);
      await expect(shown, name).toHaveAttribute('data-markdown', 'as-typed');
      await expect(shown, name).toContainText('so it is shown as it was typed');
    }
    const ticks = Array.from({ length: 700 }, (_, count) => '`'.repeat(count)).join(' ');
    await expect(await preview(page, ticks)).toBeVisible();
    await expect((await preview(page, '**fine**')).locator('strong')).toHaveText('fine');
  });
});
