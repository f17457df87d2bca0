import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { saveDialogDesk } from '../fixtures/save-dialog.ts';
import { expect, test } from '../fixtures/test.ts';

// When somebody is met: set, moved, cancelled, put back, changed from one date on, ended. The clock
// says Monday, 23 November 2026, 09:35 in London.

const undo = (page: Page) =>
  page.getByRole('region', { name: 'Undo' }).getByRole('button', { name: 'Undo' });
const section = (page: Page, name = '1:1s') => page.getByRole('region', { name, exact: true });
/** The dates to come, as the page lists them. */
const dates = (page: Page) =>
  section(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: /^Open plan/ }) });

async function expectDates(page: Page, ...starts: readonly RegExp[]): Promise<void> {
  await expect(dates(page)).toHaveText(starts);
}

async function goToSam(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: 'People' })
    .click();
  await page.getByRole('link', { name: 'Sam Okafor', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sam Okafor' })).toBeFocused();
}

/** Opens the change of one date in the list, by the keyboard. */
async function change(page: Page, day: string): Promise<void> {
  const row = dates(page).filter({ hasText: day });
  await row.getByRole('button', { name: /^Change/ }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Change the 1:1 on/ })).toBeFocused();
}

test('a series is set, moved, cancelled, changed and ended, and no plan is lost', async ({
  launch,
  visit,
}) => {
  test.setTimeout(240_000);
  const desk = await saveDialogDesk();
  const env = { PATH: `${desk.folder}:${process.env.PATH ?? ''}` };
  const app = await launch({ now: '2026-11-23T09:35:00Z', env });
  const page = await app.window();

  await test.step('a weekly 1:1, with a plan for next week', async () => {
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('First date').fill('2026-11-24');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: /^Open plan/ }).waitFor();
    await goToSam(page);
    await expect(section(page)).toContainText('Every Tuesday');
    await dates(page)
      .nth(1)
      .getByRole('link', { name: /^Open plan/ })
      .click();
    await page.getByLabel('Add a talking point').fill('Holiday cover');
    await page.getByLabel('Add a talking point').press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Discussed: Holiday cover' })).toBeVisible();
    await goToSam(page);
    await visit(page, 'person, with a series');
  });

  await test.step('one is moved, and its plan goes along', async () => {
    await change(page, '1 December');
    await expect(page.getByRole('radio', { name: 'Only this one' })).toBeChecked();
    await page.getByLabel('New date').fill('2026-12-02');
    await page.getByLabel('Time', { exact: true }).fill('15:30');
    await visit(page, 'change of one 1:1');
    await page.getByRole('button', { name: 'Move', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { name: '1:1s' })).toBeFocused();
    await expectDates(
      page,
      /24 November/,
      /Wednesday,? 2 December.*15:30.*moved.*1 point/s,
      /8 December/,
      /15 December/,
    );
    await expect(section(page)).toContainText(
      /Moved: Tue,? 1 Dec,? 10:00 is on Wed,? 2 Dec,? 15:30/,
    );
  });

  await test.step('its dates are saved for other calendars, the moved one where it is', async () => {
    await desk.answer('sam.ics');
    await page.getByRole('button', { name: /^Save for calendar… Every Tuesday/ }).press('Enter');
    await expect(section(page)).toContainText(/Saved as .*sam\.ics\./);
    await visit(page, 'a series saved for calendars');
    const calendar = await readFile(join(desk.folder, 'sam.ics'), 'utf8');
    expect(calendar).toContain('DTSTART;TZID=Europe/London:20261202T153000');
    expect(calendar).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU');
    expect(calendar).not.toContain('Holiday cover');
  });

  await test.step('one is cancelled, and put back', async () => {
    await change(page, '8 December');
    await page.getByRole('button', { name: 'Call this one off' }).press('Enter');
    await expectDates(page, /24 November/, /2 December/, /15 December/);
    await visit(page, 'person, with exceptions');
    await page.getByRole('button', { name: /^Put back Tue,? 8 Dec/ }).press('Enter');
    await expectDates(page, /24 November/, /2 December/, /8 December/, /15 December/);
    await page.getByRole('button', { name: /^Put back Tue,? 1 Dec/ }).press('Enter');
    await expectDates(page, /24 November/, /1 December.*1 point/s, /8 December/, /15 December/);
  });

  await test.step('this and all later: other days, an end, and the plan on the new date', async () => {
    await change(page, '1 December');
    await page.getByRole('radio', { name: 'This and all later' }).check();
    await page.getByLabel('First date').fill('2026-12-03');
    await page.getByLabel('Time', { exact: true }).fill('14:00');
    await page.getByLabel('Until').selectOption('A number of times');
    await page.getByLabel('Times', { exact: true }).fill('3');
    await expect(page.getByText('Every Thursday, 3 times')).toBeVisible();
    await visit(page, 'change of all later 1:1s');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expectDates(
      page,
      /24 November/,
      /3 December.*14:00.*1 point/s,
      /10 December/,
      /17 December/,
    );
    await expect(section(page)).toContainText('Every Tuesday, until 24 November 2026');
    await undo(page).click();
    await expectDates(page, /24 November/, /1 December.*1 point/s, /8 December/, /15 December/);
  });

  await test.step('a bad rule is refused with a sentence, a rich one is read and kept', async () => {
    await page.getByRole('button', { name: /^Change Every Tuesday/ }).press('Enter');
    await expect(page.getByRole('radio', { name: 'All', exact: true })).toBeChecked();
    await page.getByText('The full rule').click();
    const rule = page.getByLabel('Rule', { exact: true });
    await expect(rule).toHaveValue('FREQ=WEEKLY;BYDAY=TU');
    await rule.fill('every other Tuesday');
    await expect(page.getByText('This does not read as a rule.')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(rule).toBeFocused();
    await rule.fill('FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2,-1');
    await expect(page.getByRole('radio', { name: 'By a rule of its own' })).toBeChecked();
    await expect(
      page.getByText('By the rule FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2,-1'),
    ).toBeVisible();
    await visit(page, 'a rule of its own');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(section(page)).toContainText('By the rule FREQ=MONTHLY');
    await expect(section(page)).toContainText('1 point');
    await undo(page).click();
    await expect(section(page)).toContainText('Every Tuesday');
  });

  await test.step('monthly on a day that few months have, said plainly', async () => {
    await page.getByRole('button', { name: 'Add a time' }).click();
    await page.getByRole('radio', { name: 'Every month' }).check();
    await page.getByLabel('First date').fill('2026-12-31');
    await expect(page.getByText('A month that has no such day is left out.')).toBeVisible();
    await page.getByLabel('Day of the month').selectOption('On the last day of the month');
    await page.getByLabel('Time zone').and(page.locator('[name=zone]')).fill('tokyo');
    await page.getByLabel('Place (optional)').fill('Fjord');
    await expect(page.getByText('Every month on the last day')).toBeVisible();
    await visit(page, 'a new series');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(section(page)).toContainText('10:00 in Tokyo · 30 minutes · Fjord');
    await page.getByRole('button', { name: /^Remove Every month/ }).press('Enter');
    await expect(section(page)).not.toContainText('Every month');
  });

  await test.step('a series ends on a date, and the plan that was written stays', async () => {
    await page.getByRole('button', { name: /^End on a date/ }).press('Enter');
    await expect(page.getByLabel('Last date')).toBeFocused();
    await page.getByRole('button', { name: 'End it' }).press('Enter');
    await expect(page.getByText('Choose the last date.')).toBeVisible();
    await page.getByLabel('Last date').fill('2026-11-24');
    await visit(page, 'ending a series');
    await page.getByRole('button', { name: 'End it' }).press('Enter');
    await expectDates(page, /24 November/);
    await expect(page.getByText('No date yet')).toBeVisible();
  });

  await test.step('a 1:1 without a date is the plan that is open already', async () => {
    await page.getByRole('button', { name: 'Add a time' }).press('Enter');
    await page.getByRole('radio', { name: 'No date yet' }).check();
    await visit(page, 'no date yet');
    await page.getByRole('button', { name: 'Open plan' }).press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Discussed: Holiday cover' })).toBeVisible();
  });
});
