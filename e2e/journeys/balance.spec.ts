import type { Locator, Page } from '@playwright/test';
import { newDataFolder } from '../fixtures/app/launch.ts';
import { expect, test } from '../fixtures/test.ts';
import { writeSam } from './prep-data.ts';

// Managing and leading in balance: rows are tagged by one key, counted by week and month, and what stands
// behind a bar is one key or one click away.

const figure = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
const behind = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** Where the first part of the last bar is: the lowest, above the names of the weeks. */
async function clickLastBar(page: Page): Promise<void> {
  const canvas = page.getByRole('img', { name: /^Stacked bars\./ }).locator('canvas');
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('The chart is not on screen.');
  const halfBar = box.width / 26;
  await canvas.click({ position: { x: box.width - halfBar, y: box.height - 32 } });
}

test('rows are tagged by key, and balance shows what they come to', async ({ launch, visit }) => {
  test.setTimeout(180_000);
  const dataDir = await newDataFolder();
  await writeSam(dataDir);
  const app = await launch({ dataDir, now: '2026-11-23T09:45:00Z' });
  const page = await app.window();
  const { keyboard } = page;

  await test.step('one key tags a row of the agenda, announced; another takes it back', async () => {
    await page
      .getByRole('link', { name: /^Open plan/ })
      .first()
      .click();
    await page.getByRole('checkbox', { name: 'Discussed: Holiday cover in December' }).focus();
    await keyboard.press('m');
    const stance = page.getByLabel('Stance: Holiday cover in December');
    await expect(stance).toHaveValue('manage');
    await expect(page.getByText('Stance: manage', { exact: true })).toBeAttached();
    await keyboard.press('0');
    await expect(stance).toHaveValue('');
    await expect(page.getByText('Stance: not said any more', { exact: true })).toBeAttached();
    await keyboard.press('m');
    await page.getByLabel('Add a talking point').fill('Who could run the review?');
    await keyboard.press('Enter');
    const added = page.getByRole('checkbox', { name: 'Discussed: Who could run the review?' });
    await expect(added).toBeEnabled();
    await added.focus();
    await keyboard.press('l');
    await expect(page.getByLabel('Stance: Who could run the review?')).toHaveValue('lead');
  });

  await test.step('an action item is tagged in the same way, here and in the list of all', async () => {
    await page.getByLabel('Add an action item').fill('Book the big room');
    await keyboard.press('Enter');
    const added = page.getByRole('checkbox', { name: 'Done: Book the big room' });
    await expect(added).toBeEnabled();
    await added.focus();
    await keyboard.press('l');
    await expect(page.getByLabel('Stance: Book the big room')).toHaveValue('lead');
    await page.getByRole('link', { name: 'Promises' }).click();
    await page.getByRole('checkbox', { name: /Book the big room/ }).focus();
    await keyboard.press('m');
    await expect(page.getByLabel('Stance: Book the big room')).toHaveValue('manage');
    await visit(page, 'actions, tagged');
  });

  await test.step('balance counts each of them once, in the week in which it came up', async () => {
    await page.getByRole('link', { name: 'Manage or lead?' }).click();
    await page.getByRole('link', { name: 'Balance' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Balance' })).toBeFocused();
    await expect(
      page.getByText('The last 12 weeks: Manage 2, Lead 1, Untagged 7.', { exact: true }),
    ).toBeVisible();
    await expect(figure(page, '1, Manage, week of 23 November')).toBeVisible();
    await expect(figure(page, '1, Manage, week of 2 November')).toBeVisible();
    await expect(figure(page, '7, Untagged, week of 2 November')).toBeVisible();
    await expect(page.getByRole('row', { name: /^23 November/ }).getByRole('cell')).toHaveText([
      ...['1', '1', '0', '2'],
    ]);
    await visit(page, 'balance');
  });

  await test.step('a figure opens what stands behind it, and Escape goes back to it', async () => {
    await figure(page, '1, Lead, week of 23 November').focus();
    await keyboard.press('Enter');
    const items = behind(page, 'Lead, week of 23 November');
    await expect(items.getByRole('heading')).toBeFocused();
    await expect(items.getByRole('listitem')).toHaveText(
      /Who could run the review\?\s*Talking point\s*Sam Okafor\s*Mon,? 23 Nov/,
    );
    await visit(page, 'balance, behind a bar');
    await keyboard.press('Escape');
    await expect(items).toBeHidden();
    await expect(figure(page, '1, Lead, week of 23 November')).toBeFocused();
    await figure(page, '8, All, week of 2 November').press('Enter');
    const all = behind(page, 'All, week of 2 November');
    await expect(all.getByRole('listitem')).toHaveCount(8);
    await expect(all.getByRole('listitem').filter({ hasText: 'Manage' })).toHaveText(
      /^Holiday cover in December/,
    );
  });

  await test.step('a click on a bar does the same, and the items lead on', async () => {
    await clickLastBar(page);
    const items = behind(page, 'Manage, week of 23 November');
    await expect(items.getByRole('listitem')).toHaveText(/^Book the big room\s*Action item/);
    await items.getByRole('link', { name: 'Book the big room' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: '1:1 with Sam Okafor' }),
    ).toBeVisible();
    await page.goBack();
  });

  await test.step('by month, and for one person', async () => {
    await page.getByRole('radio', { name: 'Month' }).check();
    await expect(figure(page, '2, Manage, November 2026')).toBeVisible();
    await page.getByLabel('Person', { exact: true }).selectOption('Sam Okafor');
    await expect(figure(page, '7, Untagged, November 2026')).toBeVisible();
    await visit(page, 'balance, by month');
  });
});
