import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';

// When reminders come and when none does, for everybody and for one person.

const now = '2026-11-23T09:35:00Z';

test('the settings say when reminders come, and a profile where one person’s differ', async ({
  launch,
  visit,
}) => {
  test.setTimeout(120_000);
  const app = await launch({ now });
  const page = await app.window();
  const kept = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(app.dataDir, 'evenkeel.json'), 'utf8'));

  await test.step('for everybody', async () => {
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Settings' })
      .click();
    await page.getByLabel('Time of the day').fill('15:30');
    await page.getByRole('checkbox', { name: 'Friday' }).uncheck();
    await page.getByLabel('Keep quiet hours').check();
    await page.getByLabel('Quiet until').fill('07:30');
    const repeats = page.getByLabel('Remind me again until I answer');
    await repeats.click();
    await expect(repeats).toBeChecked();
    await page.getByLabel('Minutes after the end').fill('10');
    await page.keyboard.press('Tab');
    await visit(page, 'settings, reminders');
    await expect.poll(kept).toMatchObject({
      prepareAt: '15:30',
      wrapUpAfterMinutes: 10,
      quietHours: { from: '18:00', until: '07:30' },
      workingDays: [1, 2, 3, 4],
      repeatsUntilAcknowledged: true,
    });
  });

  await test.step('for one person', async () => {
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'People' })
      .click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Sam Okafor');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Sam Okafor' })).toBeVisible();
    await page.getByLabel('To prepare').selectOption('Never');
    await page.getByLabel('Before the start').selectOption('At other minutes');
    await page.getByLabel('Minutes before a 1:1').fill('30, 5');
    await page.keyboard.press('Tab');
    await visit(page, 'person, reminders');
    await page.reload();
    await expect(page.getByLabel('To prepare')).toHaveValue('never');
    await expect(page.getByLabel('Minutes before a 1:1')).toHaveValue('30, 5');
  });
});
