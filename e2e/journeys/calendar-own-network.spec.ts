import { hostname } from 'node:os';
import { expect, test } from '../fixtures/test.ts';
import { oneToOne, startFeed } from './calendar-feed.ts';

// The name of this computer leads into its own network, as those of an office's servers do there.

const host = hostname().toLowerCase();

test('a name that leads into the own network is asked about, once, and that is remembered', async ({
  launch,
  visit,
}) => {
  test.setTimeout(90_000);
  const feed = await startFeed(host);
  feed.serve(oneToOne('sam', '1:1 Sam Okafor', '20261123T110000Z'));
  const first = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await first.window();
  const address = page.getByRole('textbox', { name: 'Address of the calendar' });
  const question = page.getByRole('dialog', { name: `Is ${host} in your own network?` });

  await test.step('before anything is asked of the server, the user is', async () => {
    await page.getByRole('link', { name: 'Bring your calendar' }).click();
    await address.fill(feed.address);
    await page.keyboard.press('Enter');
    await expect(question).toBeVisible();
    await expect(question).toContainText('leave it');
    await visit(page, 'calendars, a question about the own network');
    expect(feed.asked()).toBe(0);
  });

  await test.step('who leaves it is where they were, and nothing was asked', async () => {
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(address).toBeFocused();
    await expect(address).toHaveValue(feed.address);
    expect(feed.asked()).toBe(0);
  });

  await test.step('who says yes has the calendar', async () => {
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'Yes, read it' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Which of these/ })).toBeFocused();
    expect(feed.asked()).toBe(1);
  });

  await test.step('from then on it is read without a question, also after a restart', async () => {
    const second = await first.restart();
    const again = await second.window();
    await again.getByRole('link', { name: 'Settings' }).click();
    await again.getByRole('link', { name: 'Open calendars' }).click();
    await again.getByRole('button', { name: 'Read now: Team' }).click();
    await expect.poll(feed.asked).toBe(2);
    await expect(again.getByText(/Up to date, read just now/)).toBeVisible();
    await expect(again.getByRole('button', { name: /own network/ })).toHaveCount(0);
    await feed.stop();
  });
});
