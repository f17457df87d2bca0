import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillNotes } from '../fixtures/notes.ts';
import { expect, test } from '../fixtures/test.ts';

// The pictures in the README: each main screen, light and dark, as a user with a few people sees it.

const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');

/** Takes the screen as it is, in both themes. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), caret: 'hide' });
  }
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
}

/** A weekly 1:1 with somebody, from their page. */
async function setTime(page: Page, date: string, time: string): Promise<void> {
  await page
    .getByRole('button', { name: /^(Set|Add) a time$/ })
    .first()
    .click();
  await page.getByLabel('First date').fill(date);
  await page.getByLabel('Time', { exact: true }).fill(time);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: /^Open plan/ }).first()).toBeVisible();
}

test('the pictures of the README', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await app.window();
  await page.setViewportSize({ width: 1280, height: 860 });

  await page.getByLabel('Name').fill('Sam Okafor');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('First date').fill('2026-11-23');
  await page.getByLabel('Time', { exact: true }).fill('10:00');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: /^Open plan/ }).click();

  await page.getByRole('button', { name: /^Start from “Weekly/ }).click();
  const point = page.getByLabel('Add a talking point');
  await point.fill('Who decides on the queue library?');
  await point.press('Enter');
  const action = page.getByLabel('Add an action item');
  for (const promise of ['Ask finance about the training budget', 'Write up the on-call swap']) {
    await action.fill(promise);
    await action.press('Enter');
    await expect(page.getByRole('checkbox', { name: `Done: ${promise}` })).toBeVisible();
  }
  await fillNotes(
    page,
    'The release slips by a day.\n\n- Sam writes to sales\n- We look again on Thursday',
  );
  await expect(page.getByRole('region', { name: 'Notes', exact: true })).toContainText('Saved');
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await picture(page, 'meeting');

  for (const [name, date, time] of [
    ['Ines Duarte', '2026-11-24', '14:00'],
    ['Tomasz Wilk', '2026-11-25', '09:30'],
    ['Priya Raman', '2026-11-27', '11:00'],
  ] as const) {
    await goTo(page, 'People');
    await page.getByRole('button', { name: 'Add a person' }).first().click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.getByRole('button', { name: 'Add person' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await setTime(page, date, time);
  }
  await goTo(page, 'Today');
  await expect(page.getByRole('link', { name: 'Priya Raman', exact: true })).toBeVisible();
  await picture(page, 'today');

  await goTo(page, 'Guide');
  await page.getByRole('link', { name: 'The difference' }).first().click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await picture(page, 'guide');

  await goTo(page, 'Manage or lead?');
  await expect(page.getByText('0 of 12 answered')).toBeVisible();
  for (const scale of await page.getByRole('radiogroup').all()) {
    await scale.getByRole('radio').nth(3).check({ force: true });
  }
  const answered = page.getByRole('paragraph').filter({ hasText: '12 of 12 answered' });
  await expect(answered).toBeVisible();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await picture(page, 'helper');
});
