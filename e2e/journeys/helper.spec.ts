import type { Locator, Page } from '@playwright/test';
import { newDataFolder } from '../fixtures/app/launch.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { expect, test } from '../fixtures/test.ts';
import { writeSam } from './prep-data.ts';

// A hard moment: do I step in or let them lead? Decided by keyboard alone, sent to the next 1:1, and
// looked back on a month later.

const scale = (page: Page, name: string): Locator => page.getByRole('radiogroup', { name });
const result = (page: Page): Locator => page.getByRole('region', { name: 'Where it points' });
const kept = (page: Page): Locator => page.getByText('Saved', { exact: true });

async function openHelper(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Manage or lead?' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Manage or lead?' })).toBeFocused();
}

test('decide by keyboard, send moves to Sam, and look back a month later', async ({
  launch,
  visit,
}) => {
  test.setTimeout(180_000);
  const dataDir = await newDataFolder();
  await writeSam(dataDir);
  let app = await launch({ dataDir, now: '2026-11-23T09:45:00Z' });
  let page = await app.window();
  const begun = performance.now();

  await test.step('what it is about, and the first answers, each kept as it is given', async () => {
    await openHelper(page);
    await tabTo(page, page.getByLabel('What situation is this about?'));
    await page.keyboard.type('The release slips every other Friday');
    await tabTo(page, page.getByLabel('Whom is it about?'));
    await page.keyboard.type('Sam');
    await tabTo(page, page.getByLabel('Of which area?'));
    await page.keyboard.type('Builds');
    await tabTo(page, scale(page, 'Something repeatable and reliable').getByRole('radio').first());
    for (const keys of ['5', 'n', '2', 'n', 's', 's']) await page.keyboard.press(keys);
    await expect(scale(page, 'Following the rule or the plan would do')).toContainText('1');
    await expect(result(page)).toContainText('1 of 12 answered');
    await expect(kept(page)).toBeVisible();
  });

  await test.step('after a restart the run is there to go on with', async () => {
    app = await app.restart();
    page = await app.window();
    await openHelper(page);
    await expect(page.getByText(/^Taken up where you left it/)).toBeVisible();
    await expect(page.getByLabel('What situation is this about?')).toHaveValue(
      'The release slips every other Friday',
    );
    await expect(page.getByLabel('Whom is it about?')).toHaveValue('sam-000001');
    await expect(result(page)).toContainText('1 of 12 answered');
    await expect(result(page)).toContainText('What you skipped could turn it.');
    await visit(page, 'helper, taken up');
  });

  await test.step('the rest of the answers, then the decision is kept', async () => {
    await tabTo(page, scale(page, 'Something repeatable and reliable').getByRole('radio').nth(4));
    const more = 'nnnn' + '4n4n' + '5n1n' + '4n2n' + '1n5n' + '1n5n' + '4n5n3';
    for (const key of more) await page.keyboard.press(key);
    await page.keyboard.press('n');
    const keep = page.getByRole('button', { name: 'Keep this decision' });
    await expect(keep).toBeFocused();
    await expect(result(page)).toContainText('11 of 12 answered');
    await expect(result(page).getByRole('heading', { name: 'Manage' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('heading', { level: 1, name: 'The release slips every other Friday' }),
    ).toBeFocused();
    expect(performance.now() - begun).toBeLessThan(120_000);
    await expect(page.getByText('As suggested.')).toBeVisible();
    await visit(page, 'decision');
  });

  await test.step('one may decide otherwise, and says why; the suggestion stays beside it', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Decide otherwise' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'Manage' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByLabel('Why?'));
    await page.keyboard.type('Sam asked to try it their way first.');
    await visit(page, 'decision, choosing otherwise');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Because: Sam asked to try it their way first.')).toBeVisible();
    await expect(page.getByText(/^Suggested: Manage, level/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change what you chose' })).toBeFocused();
  });

  const moves = page.getByRole('region', { name: 'What to do next' }).getByRole('listitem');
  const texts: string[] = [];

  await test.step('each move is one key away from the next agenda', async () => {
    const before = await moves.count();
    expect(before).toBeGreaterThanOrEqual(2);
    for (const text of await moves.locator('p:first-child').allTextContents()) texts.push(text);
    await page.keyboard.press('1');
    await expect(moves.first().getByRole('link', { name: /^In the 1:1 of/ })).toBeVisible();
    await tabTo(page, moves.last().getByRole('button'));
    await page.keyboard.press('Enter');
    await expect(moves.last().getByRole('link', { name: /^In the 1:1 of/ })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Note this level for Builds' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/is noted for Builds with Sam Okafor/)).toBeVisible();
    await visit(page, 'decision, moves sent');
  });

  await test.step('they are in Sam’s plan, tagged, with the way back', async () => {
    await moves.first().getByRole('link').focus();
    await page.keyboard.press('Enter');
    const point = page.getByRole('checkbox', { name: `Discussed: ${texts[0] ?? ''}` });
    await expect(point).toBeVisible();
    await expect(page.getByLabel(`Stance: ${texts[0] ?? ''}`)).toHaveValue('lead');
    const back = page.getByRole('link', { name: /^From a decision, “The release slips/ });
    await expect(back).toHaveCount(2);
    await visit(page, 'meeting, with moves');
    await back.last().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'What to do next' })).toBeVisible();
  });

  await test.step('a month later Today asks to look back, and so does the preparation', async () => {
    await app.quit();
    app = await launch({ dataDir, now: '2026-12-21T09:45:00Z' });
    page = await app.window();
    const due = page.getByRole('region', { name: 'To look back on' });
    await expect(due).toContainText('due today');
    await visit(page, 'today, with a review');
    await page
      .getByRole('link', { name: /^Open plan/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Prepare' })).toContainText(
      'Looking back: The release slips every other Friday',
    );
    await page.getByRole('link', { name: 'Look back now' }).focus();
    await page.keyboard.press('Enter');
  });

  await test.step('how it was decided and how it went are said apart, and kept', async () => {
    await expect(page.getByRole('heading', { level: 1, name: /^Looking back: / })).toBeFocused();
    await expect(page.getByText(/^You went with: Lead/)).toBeVisible();
    await tabTo(page, page.getByLabel('What happened?'));
    await page.keyboard.type('Two releases went out on time, the third did not.');
    for (const [question, answer] of [
      ['Was it decided in the right way?', 'Yes'],
      ['Did it turn out well?', 'Partly'],
      ['Knowing only what you knew then', 'Yes'],
    ] as const) {
      const group = page.getByRole('group', { name: question });
      await group.getByRole('radio', { name: answer, exact: true }).focus();
      await page.keyboard.press('Space');
    }
    await visit(page, 'decision, looking back');
    await tabTo(page, page.getByRole('button', { name: 'Keep this' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Decided in the right way: Yes')).toBeVisible();
    await expect(page.getByText('Turned out well: Partly')).toBeVisible();
    await visit(page, 'decision, looked back on');
  });

  await test.step('it is in Sam’s history, and asked for no more', async () => {
    await page.getByRole('link', { name: 'Today' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'To look back on' })).toHaveCount(0);
    await page.evaluate(() => {
      window.location.hash = '#/people/sam-000001/history';
    });
    await expect(page.getByText('Manage or lead: Lead', { exact: false }).first()).toBeVisible();
    await expect(page.getByText('Looked back on a decision')).toBeVisible();
  });

  await test.step('a decision can be deleted, and comes back by undo', async () => {
    await openHelper(page);
    await page.getByRole('link', { name: 'The release slips every other Friday' }).focus();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Delete this decision' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing decided yet.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(
      page.getByRole('link', { name: 'The release slips every other Friday' }),
    ).toBeVisible();
  });
});
