import type { Page } from '@playwright/test';
import { fillNotes, noteLines } from '../fixtures/notes.ts';
import { expect, test } from '../fixtures/test.ts';

// A manager's main job, from an empty data folder to the reminder and back after a power cut.

const notes = 'The release train slips by a day.\n\n- Sam writes to sales';

/** Goes to a place by the rail, as a user does. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
}

test('from an empty folder to a prepared 1:1 that reminds in time and survives a kill @desktop-bus', async ({
  launch,
  visit,
  tray,
  notifications,
}) => {
  test.setTimeout(120_000);
  const first = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await first.window();

  await test.step('the first run asks who, and when', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Good to meet you' })).toBeVisible();
    await visit(page, 'first run, who');
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByLabel('Relationship').selectOption('Report');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'When do you meet Sam Okafor?' })).toBeVisible();
    await page.getByRole('radio', { name: 'Every week' }).check();
    await page.getByLabel('First date').fill('2026-11-23');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByLabel('Minutes', { exact: true }).fill('30');
    await page.getByLabel('Time zone').fill('Europe/London');
    await visit(page, 'first run, when');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('You meet Sam Okafor on Monday')).toBeVisible();
    await visit(page, 'first run, ready');
  });

  await test.step('the plan starts from the weekly template', async () => {
    await page.getByRole('link', { name: /^Open plan/ }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: '1:1 with Sam Okafor' }),
    ).toBeVisible();
    await visit(page, 'meeting, empty');
    await page.getByRole('button', { name: /^Start from “Weekly/ }).click();
    await expect(page.getByRole('checkbox', { name: /^Discussed: / })).not.toHaveCount(0);
  });
  const fromTemplate = await page.getByRole('checkbox', { name: /^Discussed: / }).count();

  await test.step('two talking points, an action item and notes go in, and are saved', async () => {
    const point = page.getByLabel('Add a talking point');
    await point.fill('Who decides on the queue library?');
    await point.press('Enter');
    await expect(point).toBeFocused();
    await point.fill('Holiday cover in December');
    await point.press('Enter');
    await expect(page.getByRole('checkbox', { name: /^Discussed: / })).toHaveCount(
      fromTemplate + 2,
    );
    const action = page.getByLabel('Add an action item');
    await action.fill('Ask finance about the training budget');
    await action.press('Enter');
    await expect(page.getByLabel(/^Action item 1/)).toHaveValue(
      'Ask finance about the training budget',
    );
    await fillNotes(page, notes);
    await expect(page.getByRole('region', { name: 'Notes', exact: true })).toContainText('Saved');
    await visit(page, 'meeting, prepared');
  });

  await test.step('the tray names it as next, with the time until it', async () => {
    const entry = await tray.waitForEntry(/^Sam Okafor in \d+ minutes$/);
    const minutes = Number(/\d+/.exec(entry.label)?.[0]);
    expect(minutes).toBeGreaterThan(20);
    expect(minutes).toBeLessThanOrEqual(25);
  });

  await test.step('killed at once, it has lost nothing that the screen called saved', async () => {
    await first.kill9();
  });

  const second = await launch({ dataDir: first.dataDir, now: '2026-11-23T09:49:52Z' });
  const after = await second.window();

  await test.step('the next start shows it all', async () => {
    await expect(after.getByText('Sam Okafor').first()).toBeVisible();
    await visit(after, 'today');
    await after
      .getByRole('link', { name: /^Open plan/ })
      .first()
      .click();
    await expectPrepared(after, fromTemplate);
    await goTo(after, 'Today');
  });

  await test.step('ten minutes before, a notification comes; its body brings the plan', async () => {
    const reminder = await notifications.waitForNotification(
      ({ summary }) => summary.includes('Sam Okafor'),
      20_000,
    );
    expect(reminder.summary).toBe('1:1 with Sam Okafor in 10 minutes');
    expect(reminder.body).toContain('10:00 to 10:30');
    await after.close();
    // Said once the app has seen its window go; a click before that would go to the dying window.
    await notifications.waitForNotification(
      ({ summary }) => summary === 'Evenkeel stays in the tray',
    );
    notifications.clickBody(reminder);
    const brought = await second.window();
    await expectPrepared(brought, fromTemplate);
    expect(notifications.all.filter(({ summary }) => summary.includes('Sam Okafor'))).toHaveLength(
      1,
    );
  });

  await test.step('the guide opens offline', async () => {
    const page = await second.window();
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(page.url()).origin)
        strangers.push(request.url());
    });
    await goTo(page, 'Guide');
    await visit(page, 'guide');
    const sections = [
      ...['One title, two kinds of work', 'The difference', 'The balance'],
      ...['Handing over a decision', 'Giving feedback'],
    ];
    expect(sections).toHaveLength(5);
    for (const section of sections) {
      await goTo(page, 'Guide');
      await page.getByRole('link', { name: section }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
      await visit(page, `guide: ${section}`);
    }
    expect(strangers).toEqual([]);
  });

  await test.step('the helper asks twelve questions and gives two scores', async () => {
    const page = await second.window();
    await goTo(page, 'Manage or lead?');
    await visit(page, 'helper, empty');
    await expect(page.getByRole('group', { name: /^\d+\. / })).toHaveCount(12);
    const result = page.getByRole('region', { name: 'Where it points' });
    const press = async (scale: string, key: string): Promise<void> => {
      await page.getByRole('radiogroup', { name: scale }).getByRole('radio').first().focus();
      await page.keyboard.press(key);
    };
    await press('Something repeatable and reliable', '4');
    await expect(result.getByText('75%')).toHaveCount(1);
    await press('Something changed, with people aligned on it', '2');
    await expect(result.getByText('75%')).toHaveCount(1);
    await expect(result.getByText('25%')).toHaveCount(1);
    await visit(page, 'helper, answered');
  });
});

/** The plan as it was left, on whichever window shows it. */
async function expectPrepared(page: Page, fromTemplate: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '1:1 with Sam Okafor' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Discussed: / })).toHaveCount(fromTemplate + 2);
  for (const text of ['Who decides on the queue library?', 'Holiday cover in December']) {
    await expect(page.getByRole('checkbox', { name: `Discussed: ${text}` })).toHaveCount(1);
  }
  await expect(
    page.getByRole('checkbox', { name: 'Done: Ask finance about the training budget' }),
  ).toHaveCount(1);
  await expect.poll(() => noteLines(page)).toEqual(notes.split('\n'));
}
