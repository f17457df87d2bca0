import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillNotes } from '../fixtures/notes.ts';
import { expect, test } from '../fixtures/test.ts';

// What was there before can be had back: after a damaged file, after a change, after a removal.

const first = 'The release train slips by a day.\nSam writes to sales.';
const second = 'The release train slips by a week.\nSam writes to sales.';

async function goToData(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: 'Settings' })
    .click();
  await page.getByRole('link', { name: /^Backups, earlier versions/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeFocused();
}

async function goToSam(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: 'People' })
    .click();
  await page.getByRole('link', { name: 'Sam Okafor', exact: true }).click();
}

async function writeNotes(page: Page, text: string): Promise<void> {
  await fillNotes(page, text);
  await expect(page.getByRole('region', { name: 'Notes', exact: true })).toContainText('Saved');
}

async function samsFolder(dataDir: string): Promise<string> {
  const people = join(dataDir, 'people');
  const [name = ''] = await readdir(people);
  return join(people, name);
}

const undo = (page: Page) =>
  page.getByRole('region', { name: 'Undo' }).getByRole('button', { name: 'Undo' });

test('what is damaged, changed or removed can be had back, and looked at before', async ({
  launch,
  visit,
}) => {
  test.setTimeout(120_000);
  const before = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await before.window();

  await test.step('a person, a plan and notes', async () => {
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('First date').fill('2026-11-23');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: /^Open plan/ }).click();
    await writeNotes(page, first);
    await page.getByRole('button', { name: 'Show private notes' }).click();
    await page.getByRole('textbox', { name: 'Private notes' }).fill('A rise, if it goes well.');
    await expect(page.getByRole('region', { name: 'Private notes' })).toContainText('Saved');
  });

  await test.step('the page says where all is, and that nothing is amiss', async () => {
    await goToData(page);
    await expect(page.getByText(before.dataDir, { exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'What needs attention' })).toContainText(
      'Nothing.',
    );
    await expect(page.getByRole('region', { name: 'Set aside' })).toContainText(
      'Nothing has been set aside.',
    );
    await visit(page, 'data, at first');
    await before.quit();
  });

  await writeFile(join(await samsFolder(before.dataDir), 'person.json'), '{ "kind": "pers');
  const after = await launch({ dataDir: before.dataDir, now: '2026-11-23T11:40:00Z' });
  const again = await after.window();

  await test.step('a damaged file was set aside, and the page says which and where', async () => {
    const notice = again.getByRole('region', { name: 'Notices' });
    await expect(notice).toContainText('person.json could not be read');
    await notice.getByRole('link', { name: 'See more' }).click();
    await expect(again.getByRole('heading', { level: 1, name: 'Data' })).toBeFocused();
    // What the page itself says is not said above it.
    await expect(again.getByText('person.json could not be read')).toHaveCount(1);
    const attention = again.getByRole('region', { name: 'What needs attention' });
    await expect(attention).toContainText('put its last good version back');
    const setAside = again.getByRole('region', { name: 'Set aside' });
    const name = await setAside.getByText(/^person\.sam-okafor-.+\.json$/).textContent();
    await expect(attention).toContainText(name ?? 'no copy');
    await expect(setAside).toContainText('It could not be read.');
    await visit(again, 'data');
  });

  await test.step('a backup shows nothing to restore as long as nothing differs', async () => {
    await goToData(again);
    await again
      .getByRole('link', { name: /^Backup of Monday/ })
      .first()
      .click();
    await expect(again.getByRole('heading', { name: 'Nothing to restore' })).toBeVisible();
    await visit(again, 'data, backup without differences');
  });

  await test.step('notes that were changed since are shown beside what they were', async () => {
    await goToSam(again);
    await again.getByRole('region', { name: 'Plans and notes' }).getByRole('link').first().click();
    await writeNotes(again, second);
    await goToData(again);
    await again
      .getByRole('link', { name: /^Backup of Monday/ })
      .first()
      .click();
    const row = again.getByRole('listitem').filter({ hasText: 'changed since' });
    await expect(row).toContainText('Sam Okafor, 1:1 on 23 November 2026');
    await visit(again, 'data, backup');
    await row.getByRole('link', { name: /^Look/ }).click();
    const compared = again.getByRole('table', { name: 'Notes' });
    await expect(compared.getByRole('row')).toHaveText([
      /Then\s*Now/,
      /Only then: The release train slips by a day\.[^]*Only now: The release train slips by a week\./,
      /Sam writes to sales\.[^]*Sam writes to sales\./,
    ]);
    await expect(again.getByText('A rise, if it goes well.')).toHaveCount(0);
    await again.getByRole('button', { name: 'Show private notes' }).click();
    await expect(again.getByText('A rise, if it goes well.').first()).toBeVisible();
    await visit(again, 'data, document');
  });

  await test.step('that one document is restored, and that is taken back', async () => {
    await again.getByRole('button', { name: 'Restore this version' }).click();
    await expect(again.getByText('This is how it is now.')).toBeVisible();
    await expect(again.getByRole('heading', { level: 1 })).toBeFocused();
    await undo(again).click();
    await expect(again.getByText('It has been changed since: one line differs.')).toBeVisible();
  });

  await test.step('everything is restored at once, when asked and confirmed', async () => {
    await again.getByRole('link', { name: 'Back to the backup' }).click();
    const all = again.getByRole('button', { name: 'Restore everything' });
    await all.click();
    const dialog = again.getByRole('dialog', { name: 'Restore everything from this backup?' });
    await expect(dialog).toContainText('One document becomes what it was');
    await visit(again, 'data, restore everything');
    await again.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(all).toBeFocused();
    await all.click();
    await dialog.getByRole('button', { name: 'Restore everything' }).click();
    await expect(again.getByRole('heading', { name: 'Nothing to restore' })).toBeVisible();
    await expect(again.getByRole('heading', { level: 1 })).toBeFocused();
  });

  await test.step('what was removed is brought back', async () => {
    await goToSam(again);
    await again.getByRole('button', { name: /^Remove/ }).click();
    await goToData(again);
    const removed = again.getByRole('region', { name: 'Removed' });
    const row = removed.getByRole('listitem').filter({ hasText: 'time of the 1:1s' });
    await expect(row).toContainText('Removed on 23 November 2026');
    await visit(again, 'data, with something removed');
    await row.getByRole('button', { name: /^Bring back/ }).click();
    await expect(removed).toContainText('remembers nothing that was removed');
    await expect(again.getByRole('heading', { level: 1, name: 'Data' })).toBeFocused();
    await goToSam(again);
    await expect(again.getByRole('button', { name: 'Remove Every Monday' })).toBeVisible();
  });
});

test('pictures that no document needs any more are moved out, and none is lost', async ({
  launch,
  visit,
}) => {
  const before = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await before.window();
  await page.getByLabel('Name').fill('Sam Okafor');
  await page.getByRole('button', { name: 'Continue' }).click();
  const folder = join(before.dataDir, 'library', 'pictures');
  const names = ['a', 'b'].map((letter) => `${letter.repeat(64)}.png`);
  const [old = '', recent = ''] = names;
  await mkdir(folder, { recursive: true });
  for (const name of names) await writeFile(join(folder, name), 'x'.repeat(1_400_000));
  const longAgo = new Date('2026-09-01T09:00:00Z');
  await utimes(join(folder, old), longAgo, longAgo);

  await goToData(page);
  const part = page.getByRole('region', { name: 'Pictures of the library' });
  await expect(part).toContainText('2 pictures, 3 megabytes.');
  await part.getByRole('button', { name: 'Move unused pictures out' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move unused pictures out of the data folder?' });
  await expect(dialog).toContainText('Other computers that share the data folder');
  await visit(page, 'set pictures aside');
  await dialog.getByRole('button', { name: 'Move them' }).click();
  await expect(part.getByRole('alert')).toContainText(
    'One picture was moved to the local folder, 1 megabyte.',
  );
  await expect(part).toContainText('One picture, 1 megabyte.');
  expect(await readdir(folder)).toEqual([recent]);
  const local = await page.getByText(/^\/.*\/local\//).textContent();
  expect(await readdir(join(local?.trim() ?? '', 'unused-pictures'))).toEqual([old]);
  await visit(page, 'data with pictures');
});
