import type { Page } from '@playwright/test';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { callMain } from '../fixtures/bridge.ts';
import { saveDialogDesk } from '../fixtures/save-dialog.ts';
import { expect, test } from '../fixtures/test.ts';

// The user's own Markdown beside the guide: brought in, read, searched, taken out.

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function goToLibrary(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: 'Guide' })
    .click();
  await page.getByRole('link', { name: 'Open your library' }).click();
  await expect(heading(page, 'Your library')).toBeFocused();
}

/** Drops a file or a folder of the disk, as the file manager does. */
async function dropOnWindow(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
  }
  await session.detach();
}

const undo = (page: Page) =>
  page.getByRole('region', { name: 'Undo' }).getByRole('button', { name: 'Undo' });

/** One red point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

const files: Readonly<Record<string, string | Buffer>> = {
  'index.md': `---
title: How we work
description: What the team has agreed.
tags: [team, agreements]
---

Who answers at night stands in [On call](teams/on-call.md#nights).

![Our board](pictures/board.png)

![A chart elsewhere](https://pictures.example.org/chart.png)

| Day | What |
| --- | ---- |
| Monday | Planning |

- [x] agreed
- [ ] ~~written down~~

Planning takes an hour[^hour].

${'More of the day.\n\n'.repeat(40)}

[^hour]: Two at the end of a quarter. See [On call](teams/on-call.md).
`,
  'teams/on-call.md': `# On call\n\n${'A line about days.\n\n'.repeat(40)}## Nights\n\nNobody is called for what can wait until the morning. [Back](../index.md)\n`,
  'broken.md': '---\ntitle: [\n---\n\nStill to be read.\n',
  'latin.md': Buffer.from('Caf\xe9 hours', 'latin1'),
  'pictures/board.png': picture,
};

test('a folder of Markdown is added, read, searched, sent to an agenda, removed and taken back', async ({
  launch,
  visit,
}) => {
  test.setTimeout(240_000);
  const desk = await saveDialogDesk();
  const folder = join(desk.folder, 'Handbook');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await desk.answer('Handbook');
  const env = { PATH: `${desk.folder}:${process.env.PATH ?? ''}` };
  const app = await launch({ now: '2026-11-23T09:35:00Z', env });
  const page = await app.window();
  const asked: string[] = [];
  page.context().on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== new URL(page.url()).origin) asked.push(request.url());
  });

  await test.step('the folder is copied in, and the files themselves may go', async () => {
    await goToLibrary(page);
    await visit(page, 'library, empty');
    await page.getByRole('button', { name: 'Add a folder…' }).click();
    await expect(page.getByText('4 documents were added.')).toBeVisible();
    await rm(folder, { recursive: true });
    const rows = page.getByRole('region', { name: 'Handbook' }).getByRole('listitem');
    await expect(rows).toHaveCount(4);
    await expect(rows.filter({ hasText: 'broken' })).toContainText('is not YAML');
    await expect(rows.filter({ hasText: 'latin' })).toContainText('is not UTF-8');
    await visit(page, 'library');
  });

  await test.step('a document shows its picture; one from elsewhere is a link, not loaded', async () => {
    await page.getByRole('link', { name: 'How we work' }).click();
    await expect(heading(page, 'How we work')).toBeFocused();
    const shown = page.getByRole('img', { name: 'Our board' });
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
    const remote = page.getByRole('link', { name: 'A chart elsewhere' });
    await expect(remote).toHaveAttribute('href', 'https://pictures.example.org/chart.png');
    await expect(page.getByRole('table')).toContainText('Planning');
    await visit(page, 'library, a document');
  });

  await test.step('a note below the text is led to, and leads back, by keyboard', async () => {
    const number = page.getByRole('link', { name: 'Note 1', exact: true });
    await number.press('Enter');
    const note = page.locator('[role=doc-endnotes]').getByRole('listitem');
    await expect(note).toBeFocused();
    await expect(note).toBeInViewport();
    await visit(page, 'library, the notes of a document');
    await note.getByRole('link', { name: /^Back to where note 1/ }).press('Enter');
    await expect(number).toBeFocused();
    await expect(number).toBeInViewport();
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
  });

  await test.step('a relative link leads to its heading, and back', async () => {
    await page.getByRole('link', { name: 'On call', exact: true }).first().click();
    await expect(heading(page, 'On call')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Nights' })).toBeFocused();
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await expect(heading(page, 'How we work')).toBeVisible();
  });

  await test.step('what is broken says so, and can be read', async () => {
    await goToLibrary(page);
    await page.getByRole('link', { name: 'broken', exact: true }).click();
    await expect(page.getByText('The front matter of this file')).toBeVisible();
    await expect(page.getByText('Still to be read.')).toBeVisible();
  });

  await test.step('the guide and the library are searched together, and tags filter', async () => {
    await goToLibrary(page);
    const search = page.getByRole('searchbox', { name: 'Search the guide and your library' });
    await search.fill('called morning');
    await expect(page.getByRole('link', { name: 'On call', exact: true })).toBeVisible();
    await expect(page.getByText('Nobody is called for what can wait')).toBeVisible();
    await visit(page, 'library, searched');
    await search.fill('inspiration influence');
    await expect(page.getByRole('link', { name: 'The difference', exact: true })).toBeVisible();
    await search.fill('');
    await page.getByLabel('Tag').selectOption('agreements');
    await expect(page.getByRole('listitem').filter({ hasText: 'On call' })).toHaveCount(0);
    await page.getByLabel('Tag').selectOption('All tags');
  });

  await test.step('a passage goes on the next agenda, and leads back', async () => {
    await callMain(page, 'people.add', { name: 'Sam Okafor', relationship: 'report' });
    await page.getByRole('link', { name: 'On call', exact: true }).click();
    await expect(heading(page, 'On call')).toBeFocused();
    await page.getByText('Nobody is called').click({ clickCount: 3 });
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Add to an agenda' });
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'Open the agenda' }).click();
    await page.getByRole('link', { name: /^From your library: / }).click();
    await expect(page.getByRole('heading', { name: 'Nights' })).toBeFocused();
  });

  await test.step('a document and the folder are removed, and taken back', async () => {
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(heading(page, 'Your library')).toBeVisible();
    const rows = page.getByRole('region', { name: 'Handbook' }).getByRole('listitem');
    await expect(rows).toHaveCount(3);
    await undo(page).click();
    await expect(rows).toHaveCount(4);
    await page.getByRole('button', { name: 'Remove the folder Handbook' }).click();
    await expect(page.getByText('Nothing here yet')).toBeVisible();
    await undo(page).click();
    await expect(rows).toHaveCount(4);
  });

  await test.step('a file that is dropped comes alone', async () => {
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['# Dropped\n\nText'], 'dropped.md', { type: 'text/markdown' }));
      return data;
    });
    await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await expect(page.getByText('1 document was added.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Single files' })).toContainText('Dropped');
  });

  await test.step('a folder that is dropped comes whole, with its pictures and what lies deeper', async () => {
    const dropped = join(desk.folder, 'Dropped folder');
    for (const [path, content] of Object.entries({
      'plan.md': '# The plan\n\n![Our board](deeper/board.png) [More](deeper/still/more.md)\n',
      'deeper/board.png': picture,
      'deeper/still/more.md': '# More\n',
      '.hidden/secret.md': '# Secret\n',
      'notes.txt': 'no Markdown',
    })) {
      await mkdir(dirname(join(dropped, path)), { recursive: true });
      await writeFile(join(dropped, path), content);
    }
    await dropOnWindow(page, dropped);
    await expect(page.getByText('2 documents were added.')).toBeVisible();
    const region = page.getByRole('region', { name: 'Dropped folder' });
    await expect(region.getByRole('listitem')).toHaveCount(2);
    await rm(dropped, { recursive: true });
    await region.getByRole('link', { name: 'The plan' }).click();
    await expect(page.getByRole('img', { name: 'Our board' })).toBeVisible();
    await page.getByRole('link', { name: 'More', exact: true }).click();
    await expect(heading(page, 'More')).toBeVisible();
    await goToLibrary(page);
  });

  await test.step('after the app was killed, all of it is there', async () => {
    await app.kill9();
    const again = await launch({ dataDir: app.dataDir, now: '2026-11-23T10:35:00Z' });
    const after = await again.window();
    await goToLibrary(after);
    await after.getByRole('link', { name: 'How we work' }).click();
    await expect(after.getByRole('img', { name: 'Our board' })).toBeVisible();
  });

  expect(asked).toEqual([]);
});
