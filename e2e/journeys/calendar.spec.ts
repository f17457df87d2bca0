import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newDataFolder } from '../fixtures/app/launch.ts';
import { expect, test } from '../fixtures/test.ts';
import { oneToOne, startFeed } from './calendar-feed.ts';
import { eventCount, fortyEvents } from './forty-events.ts';

// 1:1s come from the calendar that somebody has anyway: as a file, and from an address that is followed.

const now = '2026-11-23T09:35:00Z';

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
}

async function goToCalendars(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Open calendars' }).click();
  await expect(heading(page, 'Calendars')).toBeFocused();
}

/** Drops a file on the window, as a file manager does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'text/calendar' }));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('forty events of all kinds come as a file, are chosen, and stand in Today at the right times', async ({
  launch,
  run,
  visit,
}) => {
  test.setTimeout(180_000);
  expect(eventCount).toBe(40);
  const dataDir = await newDataFolder();
  const path = join(await newDataFolder(), 'work.ics');
  await writeFile(path, fortyEvents);
  const app = await launch({ dataDir, now });
  const page = await app.window();

  await test.step('the first screen says that a calendar can be brought', async () => {
    await page.getByRole('link', { name: 'Bring your calendar' }).click();
    await expect(heading(page, 'Calendars')).toBeFocused();
    await visit(page, 'calendars, none');
  });

  await test.step('a file that the app is started with is read, and what could be 1:1s is shown', async () => {
    const second = await run({ dataDir, now, args: [path] });
    expect(second.code).toBe(0);
    await expect(heading(page, 'Which of these are 1:1s?')).toBeVisible();
    await expect(page.getByText('19 events', { exact: true })).toBeVisible();
    await expect(page.getByText('3 events could not be read.')).toBeVisible();
    await visit(page, 'calendar, choosing');
  });

  await test.step('a name is missing, and is asked for where it is', async () => {
    const sam = page.getByRole('combobox', { name: /^Whose 1:1 is Sam \/ Ada 1:1/ });
    await sam.selectOption({ label: 'Somebody new' });
    await page.getByRole('button', { name: 'Take 19 1:1s' }).click();
    const name = page.getByRole('textbox', { name: 'Name', exact: true }).last();
    await expect(name).toBeFocused();
    await expect(page.getByText('Write a name, or say')).toBeVisible();
    await name.fill('Sam Okafor');
  });

  await test.step('all are taken in one act, and every event is accounted for', async () => {
    await page.getByRole('button', { name: 'Take 19 1:1s' }).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'What became of it')).toBeFocused();
    await expect(page.getByText('40 events', { exact: true })).toBeVisible();
    const row = (title: string) => page.getByRole('row').filter({ hasText: title });
    await expect(row('1:1 Windows')).toContainText('Taken');
    await expect(row('1:1 Floating')).toContainText('names no time zone');
    await expect(row('Anniversary')).toContainText('Nobody has said that it is a 1:1');
    await expect(row('1:1 Called off')).toContainText('Skipped');
    await expect(row('Nowhere')).toContainText('time zone is not known');
    await expect(row('Every second')).toContainText('more often than a 1:1 can');
    await visit(page, 'calendar, report');
    await page.getByLabel('Outcome').selectOption({ label: 'Taken (19)' });
    await expect(page.getByText('19 events', { exact: true })).toBeVisible();
  });

  await test.step('Today has them at the times that were meant', async () => {
    await goTo(page, 'Today');
    const times: readonly (readonly [string, string])[] = [
      ['Sam Okafor', '10:00'],
      ['Windows', '11:00'],
      ['Numbered', '12:00'],
      ['Described', '12:30'],
      ['Pathlike', '13:00'],
      ['Embedded', '13:30'],
      ['Universal', '14:00'],
      ['Floating', '14:30'],
      ['Ending', '15:00'],
      ['Folded Line', '15:30'],
      ['Extra', '16:30'],
      ['Moved', '17:20'],
    ];
    await expect(heading(page, 'Today')).toBeFocused();
    const text = await page.getByRole('main').innerText();
    const plain = text.replaceAll(/\s+/g, ' ');
    for (const [name, time] of times) {
      expect(plain, name).toMatch(new RegExp(`${name}.{0,80}${time}|${time}.{0,80}${name}`));
    }
    // The first date of the one, and of the other, does not take place.
    expect(plain).not.toMatch(/(Except|Cancelled Once).{0,40}Mon/);
  });

  await test.step('the same file again changes nothing', async () => {
    await goToCalendars(page);
    await drop(page, 'work copy.ics', fortyEvents);
    await expect(heading(page, 'Which of these are 1:1s?')).toBeVisible();
    await expect(page.getByRole('combobox', { name: /^Whose 1:1 is 1:1 Windows/ })).toHaveValue(
      /^[0-9a-f-]{36}$/,
    );
    await page.getByRole('link', { name: 'All calendars' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Work' })).toContainText(
      '19 events are 1:1s',
    );
    await page.getByRole('link', { name: 'Report: Work' }).click();
    await page.getByLabel('Outcome').selectOption({ label: 'Unchanged (19)' });
    await expect(page.getByText('19 events', { exact: true })).toBeVisible();
  });

  await test.step('what is no calendar says so, and changes nothing', async () => {
    await goToCalendars(page);
    await drop(page, 'page.ics', '<!doctype html><title>Log in</title>');
    await expect(page.getByText(/page\.ics was not imported\. This is a web page/)).toBeVisible();
  });

  await test.step('the choice is taken back in one step', async () => {
    await page.getByRole('button', { name: 'Remove…: Work' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove the calendar Work?' });
    await dialog.getByRole('radio', { name: 'Remove their dates' }).check();
    await visit(page, 'calendar, removing');
    await dialog.getByRole('button', { name: 'Remove calendar' }).click();
    await expect(page.getByText('No calendar yet')).toBeVisible();
    await goTo(page, 'Today');
    await expect(page.getByText('Windows')).toHaveCount(0);
    await page.getByRole('region', { name: 'Undo' }).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Windows').first()).toBeVisible();
  });
});

test('a subscription is followed: a change comes, what is gone goes, a failure is said', async ({
  launch,
  visit,
}) => {
  test.setTimeout(120_000);
  const feed = await startFeed();
  feed.serve(
    oneToOne('sam', '1:1 Sam Okafor', '20261123T110000Z'),
    oneToOne('kim', '1:1 Kim de Vries', '20261123T120000Z'),
  );
  const app = await launch({ now });
  const page = await app.window();

  await test.step('an address is typed, and its 1:1s are taken', async () => {
    await page.getByRole('link', { name: 'Bring your calendar' }).click();
    const address = page.getByRole('textbox', { name: 'Address of the calendar' });
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect(page.getByText('Paste the address of a calendar.')).toBeVisible();
    await expect(address).toBeFocused();
    await page.keyboard.type('file:///etc/passwd');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/not an address that Evenkeel can read\. Nothing/)).toBeVisible();
    await address.fill(feed.address);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Which of these are 1:1s?')).toBeFocused();
    await page.getByRole('button', { name: 'Take 2 1:1s' }).click();
    await expect(heading(page, 'What became of it')).toBeFocused();
    await goTo(page, 'Today');
    await expect(page.getByText('Sam Okafor').first()).toBeVisible();
    await expect(page.getByText('Kim de Vries').first()).toBeVisible();
  });

  await test.step('what changed on the server comes with the next reading', async () => {
    feed.serve(oneToOne('sam', '1:1 Sam Okafor', '20261123T133000Z', 'SEQUENCE:1'));
    await goToCalendars(page);
    await visit(page, 'calendars, a subscription');
    await page.getByRole('button', { name: 'Read now: Team' }).click();
    await page.getByRole('link', { name: 'Report: Team' }).click();
    const row = (title: string) => page.getByRole('row').filter({ hasText: title });
    await expect(row('1:1 Sam Okafor')).toContainText('Updated');
    await expect(row('1:1 Kim de Vries')).toContainText('not in the calendar any more');
    await goTo(page, 'Today');
    const day = page.getByRole('main');
    await expect(day).toContainText('13:30');
    await expect(day.getByText('Kim de Vries')).toHaveCount(0);
  });

  await test.step('a server that is gone is said, and the 1:1s stay', async () => {
    await feed.stop();
    await goToCalendars(page);
    await page.getByRole('button', { name: 'Read now: Team' }).click();
    await expect(page.getByText('Not up to date')).toBeVisible();
    await expect(page.getByText(/The server could not be reached/)).toBeVisible();
    await expect(page.getByText(/Your 1:1s stay as they were then/)).toBeVisible();
    await visit(page, 'calendars, not up to date');
    await goTo(page, 'Today');
    await expect(page.getByRole('main')).toContainText('13:30');
  });
});
