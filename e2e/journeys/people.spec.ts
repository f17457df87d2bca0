import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { tabTo } from '../fixtures/keyboard.ts';
import { saveDialogDesk } from '../fixtures/save-dialog.ts';
import { expect, test } from '../fixtures/test.ts';
import { filesOf, foldersOfPeople, twelvePeople } from './twelve-people.ts';

// Who needs attention, a person's profile, the archive, and deleting all on somebody. Where a step
// says nothing else, it is done by keyboard alone.

const now = '2026-11-23T09:35:00Z';

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true });
const linkTo = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true });
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

async function goToPeople(page: Page): Promise<void> {
  await press(
    page,
    page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }),
  );
  await expect(heading(page, 'People')).toBeFocused();
}

test('somebody new gets a profile: areas, what was agreed, a zone, tags', async ({
  launch,
  visit,
}) => {
  test.setTimeout(120_000);
  const app = await launch({ now });
  const page = await app.window();

  await test.step('the empty list says what it is for, and asks for a name', async () => {
    await goToPeople(page);
    await visit(page, 'people, nobody');
    await press(page, button(page, 'Add a person'));
    await expect(field(page, 'Name')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Write a name.')).toBeVisible();
    await page.keyboard.type('Sam Okafor');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Sam Okafor')).toBeFocused();
  });

  await test.step('the profile is saved as it is filled in', async () => {
    await tabTo(page, page.getByLabel('How often you agreed to meet'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    for (const area of ['Billing', 'On-call']) {
      await type(page, field(page, 'Areas of ownership'), area);
      await page.keyboard.press('Enter');
    }
    await type(page, page.getByRole('combobox', { name: 'Time zone' }), 'atlantis');
    await page.keyboard.press('Tab');
    await expect(page.getByText('No time zone has this name')).toBeVisible();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('');
    await type(page, page.getByRole('combobox', { name: 'Time zone' }), 'tokyo');
    await page.keyboard.press('Tab');
    await type(page, field(page, 'Tags'), 'payments');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'About' })).toContainText('Saved');
    const glance = page.getByRole('region', { name: 'At a glance' });
    await expect(glance).toContainText('every 14 days');
    await expect(glance).toContainText('18:35 in Tokyo');
    await expect(glance).toContainText('9 hours ahead of you');
    await visit(page, 'person, profile');
  });

  await test.step('it is all there after a restart, and the list says what is missing', async () => {
    const again = await (await app.restart()).window();
    await goToPeople(again);
    await expect(again.getByText('Agreed every 14 days; no 1:1 so far, and no date')).toBeVisible();
    await press(again, linkTo(again, 'Sam Okafor'));
    await expect(again.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Tokyo');
    await expect(again.getByRole('list', { name: 'Areas of ownership' })).toContainText('Billing');
    await expect(button(again, 'Remove payments')).toBeVisible();
  });
});

test('twelve people: who needs what, the archive, and the end of all data on somebody', async ({
  launch,
  visit,
}) => {
  test.setTimeout(150_000);
  const dataDir = await twelvePeople();
  const desk = await saveDialogDesk();
  const env = { PATH: `${desk.folder}:${process.env.PATH ?? ''}` };
  const page = await (await launch({ dataDir, now, env })).window();
  const attention = page.getByRole('region', { name: /^Needs attention/ });
  const archive = page.locator('summary', { hasText: 'Archived' });

  await test.step('those who need attention stand first, each with a reason', async () => {
    await goToPeople(page);
    await expect(attention.getByRole('listitem')).toHaveCount(4);
    await expect(attention.getByRole('listitem').nth(0)).toContainText(
      'Agreed every 14 days; last met 23 days ago',
    );
    await expect(attention.getByRole('listitem').nth(1)).toContainText(
      'A promise is overdue by 4 days',
    );
    await expect(attention.getByRole('listitem').nth(2)).toContainText('Ben Carter');
    await expect(attention.getByRole('listitem').nth(3)).toContainText('no next date');
    await expect(page.getByText('12 people')).toBeVisible();
    await visit(page, 'people, twelve');
  });

  await test.step('a few letters of a name, a relationship and a tag find somebody', async () => {
    await type(page, page.getByLabel('Search by name'), 'zoe');
    await expect(page.getByText('1 of 12 people')).toBeVisible();
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByLabel('Relationship'));
    await page.keyboard.type('Peer');
    await expect(page.getByText('2 of 12 people')).toBeVisible();
    await page.keyboard.press('Home');
    await tabTo(page, page.getByLabel('Tag'));
    await page.keyboard.type('pay');
    await expect(page.getByText('3 of 12 people')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(page.getByText('12 people', { exact: true })).toBeVisible();
  });

  await test.step('whoever is archived leaves the list and Today, and can be brought back', async () => {
    await press(page, linkTo(page, 'Sam Okafor'));
    await expect(heading(page, 'Sam Okafor')).toBeFocused();
    await visit(page, 'person, with a past');
    await press(page, button(page, 'Archive'));
    await expect(heading(page, 'People')).toBeFocused();
    await expect(page.getByText('11 people')).toBeVisible();
    await press(page, archive);
    await visit(page, 'people, archive');
    const places = page.getByRole('navigation', { name: 'Places' });
    await places.getByRole('link', { name: 'Today' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    await expect(page.getByRole('main').getByText('Sam Okafor')).toHaveCount(0);
    await goToPeople(page);
    await press(page, archive);
    await press(page, button(page, 'Bring back Sam Okafor from the archive'));
    await expect(page.getByText('12 people')).toBeVisible();
    await expect(heading(page, 'People')).toBeFocused();
  });

  await test.step('all on somebody is saved as one file', async () => {
    await press(page, linkTo(page, 'Sam Okafor'));
    await press(page, button(page, 'Save everything…'));
    await expect(page.getByRole('dialog')).toContainText('1 meeting with its agenda and notes');
    await visit(page, 'person, save everything');
    await desk.answer('sam.md');
    await press(page, button(page, 'Save…'));
    await expect(page.getByText(`Saved as ${join(desk.folder, 'sam.md')}`)).toBeVisible();
    await expect(button(page, 'Save everything…')).toBeFocused();
    const file = await readFile(join(desk.folder, 'sam.md'), 'utf8');
    expect(file).toContain('### 31 October 2026 at 10:00, London');
    expect(file).toContain('> We spoke.');
    await goToPeople(page);
  });

  await test.step('all on somebody is deleted once their name was typed', async () => {
    // Files follow what was acknowledged within a quarter of a second.
    const filesOfSam = () => filesOf(dataDir, 'person-000001');
    await expect
      .poll(filesOfSam)
      .toContainEqual(['person.json', expect.objectContaining({ archivedOn: null }) as object]);
    const before = await filesOfSam();
    await press(page, linkTo(page, 'Sam Okafor'));
    await press(page, button(page, 'Delete everything…'));
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('1 meeting with its agenda and notes');
    await expect(dialog).toContainText('1 open promise');
    await visit(page, 'person, delete everything');
    await page.keyboard.type('Sam');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('This is not the name. Type Sam Okafor.');
    await page.keyboard.type(' Okafor');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'People')).toBeFocused();
    await expect.poll(() => foldersOfPeople(dataDir)).not.toContain('person-000001');
    expect(await foldersOfPeople(dataDir)).toHaveLength(11);
    await page.keyboard.press('Control+z');
    await expect(linkTo(page, 'Sam Okafor')).toBeVisible();
    await expect.poll(async () => (await foldersOfPeople(dataDir)).length).toBe(12);
    const folder = (await foldersOfPeople(dataDir)).find((name) => name.includes('000001')) ?? '';
    await expect.poll(() => filesOf(dataDir, folder)).toEqual(before);
  });
});
