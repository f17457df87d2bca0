import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

// The end of a 1:1 by keyboard, what it leaves for the next ones, and the way back from all of it.

/** Goes to a control and presses it, without a pointer. */
async function press(page: Page, role: 'button' | 'link' | 'radio', name: RegExp | string) {
  const control = page.getByRole(role, { name, exact: true }).first();
  await control.focus();
  await page.keyboard.press(role === 'radio' ? 'Space' : 'Enter');
}

async function addPoint(page: Page, text: string): Promise<void> {
  const field = page.getByLabel('Add a talking point');
  await field.fill(text);
  await field.press('Enter');
  await expect(page.getByRole('checkbox', { name: `Discussed: ${text}` })).toBeEnabled();
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const meetingHeading = (page: Page) => heading(page, '1:1 with Sam Okafor');
const fateOf = (page: Page, text: string) =>
  page.getByRole('group', { name: `What becomes of: ${text}` });

/** Opens the first 1:1 that is to come, from the person's page. */
async function openNext(page: Page): Promise<void> {
  await press(page, 'link', 'Everything with Sam Okafor');
  await expect(heading(page, 'Sam Okafor')).toBeVisible();
  await press(page, 'link', /^Open plan/);
  await expect(meetingHeading(page)).toBeVisible();
}

async function wrapUp(page: Page): Promise<void> {
  await press(page, 'link', 'Wrap up');
  await expect(heading(page, 'Wrap up the 1:1 with Sam Okafor')).toBeVisible();
}

test('a 1:1 ends in a minute, and nothing in it is lost, whatever becomes of it', async ({
  launch,
  visit,
}) => {
  test.setTimeout(240_000);
  let app = await launch({ now: '2026-11-23T10:20:00Z' });
  let page = await app.window();

  await test.step('a weekly 1:1 is under way', async () => {
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('radio', { name: 'Every week' }).check();
    await page.getByLabel('First date').fill('2026-11-23');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByLabel('Minutes', { exact: true }).fill('30');
    await page.getByLabel('Time zone').fill('Europe/London');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: /^Open plan/ }).click();
    for (const text of ['Queue library', 'Holiday cover', 'On-call load'])
      await addPoint(page, text);
    await page.getByRole('checkbox', { name: 'Discussed: Queue library' }).check();
    const action = page.getByLabel('Add an action item');
    await action.fill('Ask finance');
    await action.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Done: Ask finance' })).toBeEnabled();
    await visit(page, 'meeting, with its ways');
  });

  await test.step('its end is one page, which can be left and come back to', async () => {
    await wrapUp(page);
    await expect(
      fateOf(page, 'Holiday cover').getByRole('radio', { name: 'Carry on' }),
    ).toBeChecked();
    await expect(page.getByText('Queue library')).toHaveCount(0);
    await visit(page, 'wrap-up');
    await fateOf(page, 'On-call load').getByRole('radio', { name: 'Decide' }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('What was decided').fill('A week each, from January');
    await page.getByLabel(/^Due/).fill('2026-11-27');
    await page.keyboard.press('Tab');
    await page.getByLabel('What you said, in a line').fill('The clear hand-over');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The clear hand-over').first()).toBeVisible();
    await press(page, 'button', 'Write a reflection');
    const reflection = page.getByRole('textbox', { name: 'Reflection' });
    await expect(reflection).toBeFocused();
    await page.keyboard.type('I talked too much.');
    const reflecting = page.getByRole('region', { name: 'A minute to yourself' });
    await expect(reflecting.getByText('Saved', { exact: true })).toBeVisible();
    await visit(page, 'wrap-up, filled in');

    await press(page, 'link', 'Back to the 1:1');
    await expect(meetingHeading(page)).toBeVisible();
    await wrapUp(page);
    await expect(page.getByLabel('What was decided')).toHaveValue('A week each, from January');
    await expect(page.getByText('The clear hand-over').first()).toBeVisible();
    await expect(page.getByText('I talked too much.')).toHaveCount(0);
    await press(page, 'button', 'Show the reflection');
    await expect(reflection).toHaveValue('I talked too much.');
    await page.keyboard.press('Escape');
    await expect(reflection).toHaveCount(0);
  });

  await test.step('and outlives the app, killed in the middle of it', async () => {
    await expect(page.getByText('Saved').first()).toBeVisible();
    await app.kill9();
    app = await launch({ dataDir: app.dataDir, now: '2026-11-23T10:25:00Z' });
    page = await app.window();
    await page
      .getByRole('link', { name: /^Open plan/ })
      .first()
      .click();
    await wrapUp(page);
    await expect(page.getByLabel('What was decided')).toHaveValue('A week each, from January');
    await expect(page.getByLabel(/^Due/)).toHaveValue('2026-11-27');
    await expect(page.getByText('The clear hand-over').first()).toBeVisible();
  });

  await test.step('finishing carries the rest and moves the next date', async () => {
    await expect(page.getByText('You meet next on Monday')).toContainText('30 November');
    await page.getByRole('radio', { name: 'Another time' }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Date', { exact: true }).fill('2026-12-01');
    await page.getByLabel('Time', { exact: true }).fill('11:00');
    await press(page, 'button', 'Finish');
    await expect(meetingHeading(page)).toBeFocused();
    await expect(page.getByText('Held')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Undo' })).toContainText('Wrap up the 1:1');
    await openNext(page);
    await expect(page.getByText('Tuesday')).toContainText('1 December');
    await expect(page.getByText('carried once, first raised today')).toBeVisible();
    await visit(page, 'meeting, with a carried point');
    await press(page, 'link', 'first raised today');
    await expect(page.getByText('Held')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Done: Ask finance' })).toBeVisible();
    await expect(page.getByText('Moved on to a later 1:1')).toBeVisible();
    await expect(page.getByText('Decided: A week each, from January')).toBeVisible();
    // What was decided is done with; what moved on may have been talked about after all.
    await expect(page.getByRole('checkbox', { name: 'Discussed: On-call load' })).toBeDisabled();
    await expect(page.getByRole('checkbox', { name: 'Discussed: Holiday cover' })).toBeEnabled();
    await visit(page, 'meeting, held');
  });

  await test.step('skipping one says what happens to its points, and can be undone', async () => {
    await openNext(page);
    await press(page, 'button', 'Skip');
    const dialog = page.getByRole('dialog', { name: 'Skip this 1:1?' });
    await expect(dialog).toContainText('The open point moves on to your next 1:1.');
    await visit(page, 'meeting, before it is skipped');
    await press(page, 'button', 'Skip it');
    await expect(page.getByText('Skipped')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Skipped')).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: 'Discussed: Holiday cover' })).toBeVisible();
  });

  await test.step('at the third carry it asks, and cannot be passed by accident', async () => {
    await wrapUp(page);
    await press(page, 'button', 'Finish');
    await expect(meetingHeading(page)).toBeFocused();
    await openNext(page);
    await expect(page.getByText('carried 2 times, first raised')).toBeVisible();
    await wrapUp(page);
    const fates = fateOf(page, 'Holiday cover');
    await expect(fates.getByRole('radio', { checked: true })).toHaveCount(0);
    await press(page, 'button', 'Finish');
    await expect(page.getByRole('alert')).toContainText(
      'Please choose what becomes of this point.',
    );
    await expect(fates.getByRole('radio').first()).toBeFocused();
    await visit(page, 'wrap-up, asked');
    await fates.getByRole('radio', { name: 'Carry it anyway' }).focus();
    await page.keyboard.press('Space');
    await press(page, 'button', 'Finish');
    await expect(meetingHeading(page)).toBeFocused();
  });

  await test.step('a deleted 1:1 leaves its point to the next', async () => {
    await openNext(page);
    await press(page, 'button', 'Delete');
    await press(page, 'button', 'Delete it');
    await expect(heading(page, 'Sam Okafor')).toBeVisible();
    await press(page, 'link', /^Open plan/);
    await expect(page.getByText('carried 4 times, first raised')).toBeVisible();
  });

  await app.kill9();
  const again = await launch({ dataDir: app.dataDir, now: '2026-11-24T10:20:00Z' });
  const later = await again.window();

  await test.step('the next day all of it can still be taken back, from one list', async () => {
    await later
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Settings' })
      .click();
    await later.getByRole('link', { name: /^Backups/ }).click();
    const list = later.getByRole('region', { name: 'What you can still take back' });
    await expect(list.getByRole('listitem')).toHaveCount(4);
    await visit(later, 'data, with ways back');
    await list.getByRole('button', { name: /Delete the 1:1/ }).click();
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await expect(later.getByRole('region', { name: 'Undo' })).toContainText('Delete the 1:1');
  });
});
