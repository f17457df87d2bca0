import type { Locator, Page } from '@playwright/test';
import { newDataFolder } from '../fixtures/app/launch.ts';
import { dropMark } from '../fixtures/drop-place.ts';
import { expect, test } from '../fixtures/test.ts';
import { writeLedger } from './delegation-data.ts';

// Who decides what: moved by key and by hand, its history read, and the next step asked for where the
// last handovers went well. And the journal of all decisions.

const now = '2026-11-23T09:45:00Z';

const card = (page: Page, area: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${area}, .*level`) });
const level = (page: Page, name: string): Locator => page.getByRole('list', { name, exact: true });

async function go(page: Page, hash: string, heading: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

test('areas move between the levels, and what was agreed is kept', async ({ launch, visit }) => {
  test.setTimeout(180_000);
  const dataDir = await newDataFolder();
  await writeLedger(dataDir);
  const app = await launch({ dataDir, now });
  const page = await app.window();

  await test.step('the ledger is a page beside the helper', async () => {
    await page.getByRole('link', { name: 'Manage or lead?' }).click();
    await page.getByRole('link', { name: 'Delegation ledger' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Delegation ledger' })).toBeFocused();
    await expect(level(page, 'Agree').getByRole('button')).toHaveText(/Builds/);
    await expect(level(page, 'Inquire').getByRole('button')).toHaveText(/Hiring/);
    await expect(level(page, 'No level yet').getByRole('button')).toHaveText(/On call/);
    await visit(page, 'delegation ledger');
  });

  await test.step('arrows and digits move a card, which keeps the focus and is announced', async () => {
    await card(page, 'Builds').focus();
    await page.keyboard.press('ArrowRight');
    await expect(card(page, 'Builds')).toBeFocused();
    await expect(level(page, 'Advise').getByRole('button')).toHaveText(/Builds/);
    await expect(page.getByText(/^Builds, Sam Okafor: now level 5, Advise\./)).toBeAttached();
    await page.keyboard.press('2');
    await expect(level(page, 'Sell').getByRole('button')).toHaveText(/Builds/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByText(/^Builds is at level 1, Tell, as far as it goes/)).toBeAttached();
    await page.keyboard.press('6');
    await expect(card(page, 'Builds')).toBeFocused();
    await expect(level(page, 'Inquire').getByRole('button')).toHaveCount(2);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  await test.step('the history reads from the latest on, with the decision; one move a day', async () => {
    await page.keyboard.press('Enter');
    const history = page.getByRole('region', { name: 'Builds, with Sam Okafor' });
    await expect(history.getByRole('heading')).toBeFocused();
    await expect(history.getByRole('listitem')).toContainText([
      /23 November 2026.*Level 6, Inquire.*Set by hand/s,
      /7 September 2026.*Level 4, Agree.*Who fixes the build on Fridays/s,
      /1 June 2026.*Level 3, Consult/s,
    ]);
    await visit(page, 'delegation ledger, history');
    await page.keyboard.press('Escape');
    await expect(card(page, 'Builds')).toBeFocused();
  });

  await test.step('a move is undone', async () => {
    await page.keyboard.press('Control+z');
    await expect(level(page, 'Tell').getByRole('button')).toHaveText(/Builds/);
    await card(page, 'Builds').focus();
    await page.keyboard.press('4');
    await expect(level(page, 'Agree').getByRole('button')).toHaveText(/Builds/);
  });

  await test.step('a card is dragged by its grip', async () => {
    const from = await page
      .getByRole('listitem')
      .filter({ has: card(page, 'On call') })
      .locator('.grip')
      .boundingBox();
    const to = await level(page, 'Consult').boundingBox();
    if (from === null || to === null) throw new Error('A column is not on the screen.');
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 30, { steps: 5 });
    await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 20 });
    await expect(dropMark(level(page, 'Consult'))).toBeAttached();
    await page.mouse.up();
    await expect(level(page, 'Consult').getByRole('button')).toHaveText(/On call/);
    await expect(page.getByText(/^On call, Sam Okafor: now level 3/)).toBeAttached();
    await expect(level(page, 'No level yet')).toHaveCount(0);
  });

  await test.step('one person’s areas, and a narrow window', async () => {
    await page.getByLabel('Whose areas?').selectOption({ label: 'Zoë Almeida' });
    await expect(page.getByRole('button', { name: /level \d/ })).toHaveCount(1);
    await page.getByLabel('Whose areas?').selectOption({ label: 'Everybody' });
    await page.setViewportSize({ width: 900, height: 640 });
    await expect(card(page, 'Hiring')).toBeVisible();
    await visit(page, 'delegation ledger, narrow');
  });

  await test.step('the levels are on Sam’s page and in the history, also after a restart', async () => {
    const again = await (await app.restart()).window();
    await go(again, '#/people/sam-000001', 'Sam Okafor');
    const levels = again.getByRole('region', { name: 'Who decides' });
    await expect(levels).toContainText('level 4, Agree, since 7 September 2026');
    await expect(levels).toContainText('level 3, Consult, since 23 November 2026');
    await visit(again, 'person, who decides');
    await go(again, '#/people/sam-000001/history', 'History with Sam Okafor');
    await expect(again.getByText('Who decides, from here on: level 4, Agree')).toBeVisible();
  });
});

test('where handovers went well, the next step is suggested', async ({ launch, visit }) => {
  test.setTimeout(120_000);
  const dataDir = await newDataFolder();
  await writeLedger(dataDir);
  const page = await (await launch({ dataDir, now })).window();
  await go(page, '#/meetings/meeting-2026-11-23', 'Sam Okafor');
  const text = 'Ask whether Builds can move to level 5, Advise';
  const row = page.getByRole('listitem').filter({ hasText: text });
  await expect(row).toContainText('2 handovers in a row were decided well and turned out well');
  await expect(row.getByRole('link', { name: 'The last one: The new build cache' })).toBeVisible();
  await visit(page, 'prep, a next step');
  await page.getByRole('button', { name: `Add: ${text}` }).press('Enter');
  await expect(page.getByRole('checkbox', { name: `Discussed: ${text}` })).toBeVisible();
  await expect(page.getByRole('button', { name: `Add: ${text}` })).toHaveCount(0);
  const back = page.getByRole('link', { name: /^From a decision, “The new build cache”/ });
  await expect(back).toBeVisible();
});

test('the journal is narrowed, read, and says how one’s own choices went', async ({
  launch,
  visit,
}) => {
  test.setTimeout(120_000);
  const dataDir = await newDataFolder();
  await writeLedger(dataDir);
  const page = await (await launch({ dataDir, now })).window();
  const rows = page.getByRole('region', { name: 'Decisions', exact: true }).getByRole('listitem');

  await test.step('all of it, the latest first, with what came of it', async () => {
    await go(page, '#/journal', 'Decision journal');
    await expect(rows).toHaveCount(11);
    await expect(rows.first()).toContainText('The rota for December');
    await expect(rows.first()).toContainText('To look back on since 20 November 2026');
    await expect(rows.filter({ hasText: 'The second interview' })).toContainText(
      'Decided in the right way: No · Turned out well: Yes',
    );
  });

  await test.step('how often, and how both went, in words, bars and a table', async () => {
    const overrides = page.getByRole('region', { name: 'When you decide otherwise' });
    await expect(overrides).toContainText('You decided otherwise than suggested in 5 of 11');
    await expect(overrides).toContainText(
      'Otherwise: 3 of 5 decided in the right way, 3 of 5 turned out well.',
    );
    await expect(
      overrides.getByRole('img', {
        name: /^Turned out well\? As suggested: Yes 2, Partly 1, No 2/,
      }),
    ).toBeVisible();
    await overrides.getByText('The same as a table').click();
    const table = overrides.getByRole('table', { name: 'Decided in the right way?' });
    await expect(table.getByRole('row', { name: 'Yes 4 3' })).toBeVisible();
    await visit(page, 'decision journal');
  });

  await test.step('it is narrowed by person, stance, review, choice and words', async () => {
    await page.getByLabel('About whom').selectOption({ label: 'Zoë Almeida' });
    await expect(rows).toHaveCount(2);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Came to').selectOption({ label: 'Lead' });
    await expect(rows).toHaveCount(5);
    await page.getByLabel('Choice').selectOption({ label: 'As suggested' });
    await expect(page.getByText(/^Nothing fits/)).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Looking back', { exact: true }).selectOption({ label: 'Due' });
    await expect(rows).toHaveCount(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Search').fill('cache sam');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('The new build cache');
  });

  await test.step('one is deleted, which undo takes back; too few are said to be too few', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    await page
      .getByRole('button', { name: 'Delete the decision “A freeze before the audit”' })
      .click();
    await expect(rows).toHaveCount(10);
    await expect(page.getByText(/^Too few to tell/)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(rows).toHaveCount(11);
    await expect(page.getByText(/^Too few to tell/)).toHaveCount(0);
  });

  await test.step('a row leads to its decision, and the way back keeps what was chosen', async () => {
    await page.getByLabel('Choice').selectOption({ label: 'Otherwise' });
    await page.getByRole('link', { name: 'The second interview', exact: true }).click();
    await expect(page.getByText('Because: They asked to try it')).toBeVisible();
    await page.goBack();
    await expect(rows).toHaveCount(5);
  });
});
