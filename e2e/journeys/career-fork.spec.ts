import type { Locator, Page } from '@playwright/test';
import { newDataFolder } from '../fixtures/app/launch.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { expect, test } from '../fixtures/test.ts';
import { writeSam } from './prep-data.ts';

// Before a talk: a short check by keyboard alone, and what it ends in on somebody's next agenda.

const result = (page: Page): Locator => page.getByRole('region', { name: 'Worth talking about' });
const points = (page: Page): Locator => result(page).locator('ol').getByRole('listitem');
const question = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: new RegExp(`^${String(number)}\\. `) });
const placed = /^In the 1:1 of/;

async function follow(page: Page, link: Locator, heading: string): Promise<void> {
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeFocused();
}

const place = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name });

test('the career fork, from Sam’s page: points go to Sam’s next agenda by one key each', async ({
  launch,
  visit,
}) => {
  const dataDir = await newDataFolder();
  await writeSam(dataDir);
  const app = await launch({ dataDir, now: '2026-11-23T09:45:00Z' });
  const page = await app.window();
  await follow(page, place(page, 'People'), 'People');
  await follow(page, page.getByRole('link', { name: 'Sam Okafor' }).first(), 'Sam Okafor');
  await follow(page, page.getByRole('link', { name: 'The career fork' }), 'The career fork');
  const begun = performance.now();

  await test.step('nothing is answered, and nothing is said', async () => {
    await expect(result(page)).toContainText('0 of 9 answered');
    await expect(points(page)).toHaveCount(0);
    await visit(page, 'career fork, begun');
  });

  await test.step('digits answer, N and S go on, and one may skip', async () => {
    await tabTo(page, question(page, 1).getByRole('radio').first());
    for (const key of '1n3n1n1n') await page.keyboard.press(key);
    await expect(question(page, 5).getByRole('radio').first()).toBeFocused();
    for (const key of '2ns1ns2') await page.keyboard.press(key);
    await expect(result(page)).toContainText('7 of 9 answered');
    await expect(points(page)).toHaveCount(5);
    await expect(points(page).last()).toContainText('what should I stay out of?');
    await expect(page.getByText(/verdict|score/i)).toHaveCount(1);
  });

  await test.step('each point is one key away from Sam’s next agenda', async () => {
    await page.keyboard.press('n');
    await expect(page.getByRole('heading', { name: 'Worth talking about' })).toBeFocused();
    await page.keyboard.press('1');
    await expect(points(page).first().getByRole('link', { name: placed })).toBeVisible();
    await tabTo(page, points(page).last().getByRole('button'));
    await page.keyboard.press('Enter');
    await expect(points(page).last().getByRole('link', { name: placed })).toBeVisible();
    expect(performance.now() - begun).toBeLessThan(120_000);
    await visit(page, 'career fork, points sent');
  });

  await test.step('the last one is taken back, and can be sent again', async () => {
    await page.keyboard.press('Control+z');
    await expect(points(page).last().getByRole('button')).toBeVisible();
    await expect(points(page).getByRole('link', { name: placed })).toHaveCount(1);
  });

  await test.step('a reading in between costs no answer', async () => {
    const reading = 'The career fork, from the beginning';
    await follow(page, result(page).getByRole('link', { name: reading }), 'The career fork');
    await expect(page).toHaveURL(/#\/guide\/career-fork/);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(result(page)).toContainText('7 of 9 answered');
  });

  await test.step('in Sam’s plan it stands with the way back to the guide', async () => {
    await points(page).getByRole('link', { name: placed }).focus();
    await page.keyboard.press('Enter');
    const back = page.getByRole('link', { name: /^From the guide: I need somebody in that place/ });
    await expect(back).toBeVisible();
    await back.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/guide\/career-fork\?at=how-to-talk-about-it$/);
  });
});

test('managing managers, from the guide: whom it is for is said here', async ({
  launch,
  visit,
}) => {
  const dataDir = await newDataFolder();
  await writeSam(dataDir);
  const app = await launch({ dataDir, now: '2026-11-23T09:45:00Z' });
  const page = await app.window();
  await follow(page, place(page, 'Guide'), 'Guide');
  await follow(page, page.getByRole('link', { name: 'Managing managers' }), 'Managing managers');
  const check = page.getByRole('link', { name: 'short check' });
  await expect(check).toBeVisible();
  await check.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/checks\/managing-managers$/);
  await expect(result(page)).toContainText('0 of 9 answered');

  await test.step('answered by keyboard, it offers points and readings, and no button yet', async () => {
    await tabTo(page, question(page, 1).getByRole('radio').first());
    for (const key of '2n2ns2n3n') await page.keyboard.press(key);
    await expect(result(page)).toContainText('4 of 9 answered');
    await expect(points(page)).toHaveCount(5);
    await expect(points(page).getByRole('button')).toHaveCount(0);
    await expect(
      result(page).getByRole('link', { name: 'What a good 1:1 is for, to read together' }),
    ).toBeVisible();
  });

  await test.step('once somebody is chosen, a key sends', async () => {
    await tabTo(page, page.getByLabel('Whose next 1:1 is it for?'));
    await page.keyboard.type('Sam');
    await expect(points(page).getByRole('button')).toHaveCount(5);
    await tabTo(page, points(page).nth(1).getByRole('button'));
    await page.keyboard.press('2');
    await expect(points(page).nth(1).getByRole('link', { name: placed })).toBeVisible();
    await visit(page, 'managing managers, a point sent');
  });

  await test.step('starting over takes the answers and leaves what was sent', async () => {
    await page.getByRole('button', { name: 'Start over' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Worth talking about' })).toBeFocused();
    await expect(result(page)).toContainText('0 of 9 answered');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });
});
