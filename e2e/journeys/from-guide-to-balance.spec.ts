import type { Locator, Page } from '@playwright/test';
import { newDataFolder } from '../fixtures/app/launch.ts';
import { expect, test } from '../fixtures/test.ts';
import { writeSam } from './prep-data.ts';

// The guide, the helper and the agenda are one: read, send a passage, decide, send moves to Sam's agenda,
// look back a month later, and see both in balance.

const passage = 'Leading is inspiration, influence and change.';
const title = 'The release slips every other Friday';

const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });
const figure = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
}

/** Answers one question of the helper; counted from 0. */
async function answer(page: Page, question: string, place: number): Promise<void> {
  const scale = page.getByRole('radiogroup', { name: question });
  await scale.getByRole('radio').nth(place).check({ force: true });
}

test('from a passage of the guide to a balance of managing and leading', async ({
  launch,
  visit,
}) => {
  test.setTimeout(180_000);
  const dataDir = await newDataFolder();
  await writeSam(dataDir);
  let app = await launch({ dataDir, now: '2026-11-23T09:45:00Z' });
  let page = await app.window();

  await test.step('read, and send a passage to Sam', async () => {
    await goTo(page, 'Guide');
    await page.getByRole('link', { name: 'The difference', exact: true }).click();
    await expect(heading(page, 'The difference')).toBeFocused();
    await page.getByText(passage).click({ clickCount: 3 });
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Add to an agenda' });
    await expect(dialog).toContainText(passage);
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'Open the agenda' }).click();
    await expect(heading(page, '1:1 with Sam Okafor')).toBeVisible();
  });

  await test.step('the passage is tagged by one key', async () => {
    await page.getByRole('checkbox', { name: new RegExp(`^Discussed: “${passage}`) }).focus();
    await page.keyboard.press('l');
    await expect(page.getByText('Stance: lead', { exact: true })).toBeAttached();
  });

  await test.step('decide', async () => {
    await goTo(page, 'Manage or lead?');
    await page.getByLabel('What situation is this about?').fill(title);
    await page.getByLabel('Whom is it about?').selectOption('Sam Okafor');
    await answer(page, 'Something repeatable and reliable', 4);
    await answer(page, 'Is the direction itself agreed?', 0);
    await answer(page, 'Are ownership, dates and measures clear?', 4);
    const result = page.getByRole('region', { name: 'Where it points' });
    await expect(result.getByRole('heading', { name: 'Manage', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Keep this decision' }).click();
    await expect(heading(page, title)).toBeVisible();
  });

  await test.step('its moves go to Sam’s agenda, a point and an action item', async () => {
    const moves = page.getByRole('region', { name: 'What to do next' }).getByRole('listitem');
    for (const move of [moves.first(), moves.last()]) {
      await move.getByRole('button').click();
      await expect(move.getByRole('link', { name: /^In the 1:1 of/ })).toBeVisible();
    }
    await moves.last().getByRole('link').click();
    await expect(page.getByLabel(/^Stance: Settle who owns it/)).toHaveValue('manage');
    await expect(page.getByLabel(/^Stance: Write the owner/)).toHaveValue('manage');
  });

  await test.step('a month later it is looked back on', async () => {
    await app.quit();
    app = await launch({ dataDir, now: '2026-12-21T09:45:00Z' });
    page = await app.window();
    await page
      .getByRole('region', { name: 'To look back on' })
      .getByRole('link', { name: title })
      .click();
    await expect(heading(page, /^Looking back: /)).toBeVisible();
    await page.getByLabel('What happened?').fill('It went out on time twice.');
    for (const [question, said] of [
      ['Was it decided in the right way?', 'Yes'],
      ['Did it turn out well?', 'Partly'],
      ['Knowing only what you knew then', 'Yes'],
    ] as const) {
      const group = page.getByRole('group', { name: question });
      await group.getByRole('radio', { name: said, exact: true }).check();
    }
    await page.getByRole('button', { name: 'Keep this' }).click();
    await expect(page.getByText('Turned out well: Partly')).toBeVisible();
  });

  await test.step('both are in balance: what was managed, and what was led', async () => {
    await goTo(page, 'Manage or lead?');
    await page.getByRole('link', { name: 'Balance' }).click();
    await page.getByLabel('Person', { exact: true }).selectOption('Sam Okafor');
    await expect(figure(page, '3, Manage, week of 23 November')).toBeVisible();
    await figure(page, '1, Lead, week of 23 November').click();
    const led = page.getByRole('region', { name: 'Lead, week of 23 November' });
    await expect(led.getByRole('listitem')).toContainText(passage);
    await figure(page, '3, Manage, week of 23 November').click();
    const managed = page.getByRole('region', { name: 'Manage, week of 23 November' });
    await expect(managed.getByRole('listitem').filter({ hasText: 'Talking point' })).toHaveCount(1);
    await expect(managed.getByRole('listitem').filter({ hasText: 'Action item' })).toHaveCount(1);
    await visit(page, 'balance, after a month');
    await managed.getByRole('link', { name: title }).click();
    await expect(page.getByText('Decided in the right way: Yes')).toBeVisible();
  });
});
