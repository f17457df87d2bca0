import type { Locator, Page } from '@playwright/test';
import { newDataFolder } from '../fixtures/app/launch.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { expect, test } from '../fixtures/test.ts';
import { writeSam } from './prep-data.ts';

// Minutes before a 1:1: what did I promise, what is open, what should I raise? By keyboard alone.

const add = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('button', { name: typeof text === 'string' ? `Add: ${text}` : text });
const onAgenda = (page: Page, text: string): Locator =>
  page.getByRole('checkbox', { name: `Discussed: ${text}` });
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Prepare' });

test('from the reminder to a prepared agenda in under a minute, by keyboard alone', async ({
  launch,
  visit,
}) => {
  test.setTimeout(120_000);
  const dataDir = await newDataFolder();
  await writeSam(dataDir);
  const app = await launch({ dataDir, now: '2026-11-23T09:45:00Z' });
  const page = await app.window();
  const { keyboard } = page;
  const opened = performance.now();

  await test.step('today leads to the plan, which has filled itself', async () => {
    await tabTo(page, page.getByRole('link', { name: /^Open plan/ }).first());
    await keyboard.press('Enter');
    await expect(panel(page).getByRole('heading', { level: 3 })).toHaveText([
      'You promised',
      'Sam Okafor promised',
      'Carried over, on the agenda already',
      'Feedback to give',
      'Not talked about for a while',
      'A question to ask',
    ]);
    await expect(panel(page)).toContainText('overdue since 20 November 2026');
    await expect(panel(page)).toContainText('carried 2 times');
    await expect(panel(page).getByRole('link', { name: '1:1 of 1 June 2026' })).toHaveAttribute(
      'href',
      '#/meetings/meeting-2026-06-01',
    );
  });

  await test.step('the gauge says whose points the last 1:1s had', async () => {
    await expect(page.getByRole('meter', { name: 'Whose agenda' })).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
    await expect(
      page.getByText('Sam Okafor added 1 of 4 points in the last 2 meetings.'),
    ).toBeVisible();
  });

  await test.step('Enter puts the promise that is overdue on the agenda', async () => {
    await tabTo(page, add(page, 'Ask finance about the training budget'));
    await keyboard.press('Enter');
    await expect(add(page, 'Send the travel policy')).toBeFocused();
    await expect(onAgenda(page, 'Ask finance about the training budget')).toHaveCount(1);
  });

  await test.step('what is done is marked as done, where it was promised', async () => {
    await keyboard.press('d');
    await expect(add(page, 'Write up the on-call swap')).toBeFocused();
    await expect(add(page, 'Send the travel policy')).toHaveCount(0);
  });

  await test.step('what can wait is left for next time, and feedback goes on the agenda', async () => {
    await keyboard.press('s');
    await expect(add(page, 'The note on builds was clear.')).toBeFocused();
    await keyboard.press('Enter');
    await expect(onAgenda(page, 'The note on builds was clear.')).toHaveCount(1);
  });

  await test.step('what is not wanted is dismissed, and comes back by undo', async () => {
    const career = add(page, /^Add: Career: /);
    await expect(career).toBeFocused();
    await keyboard.press('x');
    await expect(career).toHaveCount(0);
    await keyboard.press('Control+z');
    await expect(career).toBeVisible();
    await keyboard.press('ArrowUp');
    await expect(career).toBeFocused();
    await keyboard.press('Delete');
    await expect(career).toHaveCount(0);
  });

  await test.step('another question, then one that is not for us, then one that fits', async () => {
    const question = panel(page).getByRole('button', { name: /^Add: / });
    await expect(question).toBeFocused();
    const first = (await question.getAttribute('aria-label')) ?? '';
    await keyboard.press('s');
    await expect(question).not.toHaveAttribute('aria-label', first);
    const second = (await question.getAttribute('aria-label')) ?? '';
    await keyboard.press('x');
    await expect(question).not.toHaveAttribute('aria-label', second);
    await expect(question).toBeFocused();
    await visit(page, 'meeting, preparing');
    await keyboard.press('Enter');
    await expect(panel(page)).toContainText('Nothing to prepare.');
    await expect(page.getByRole('heading', { name: 'Prepare' })).toBeFocused();
    await visit(page, 'meeting, all prepared');
  });

  await test.step('it took less than a minute', () => {
    expect(performance.now() - opened).toBeLessThan(60_000);
  });

  await test.step('a week later what was left comes back, and what was dismissed does not', async () => {
    await app.quit();
    const later = await launch({ dataDir, now: '2026-11-30T09:45:00Z' });
    const next = await later.window();
    await tabTo(next, next.getByRole('link', { name: /^Open plan/ }).first());
    await next.keyboard.press('Enter');
    await expect(add(next, 'Write up the on-call swap')).toBeVisible();
    await expect(add(next, 'Ask finance about the training budget')).toBeVisible();
    await expect(add(next, 'Send the travel policy')).toHaveCount(0);
    await expect(add(next, /^Add: Career: /)).toHaveCount(0);
    await tabTo(next, next.getByRole('link', { name: 'Everything with Sam Okafor' }));
    await next.keyboard.press('Enter');
    await expect(next.getByRole('meter', { name: 'Whose agenda' })).toBeVisible();
    await visit(next, 'person, with the gauge');
  });
});
