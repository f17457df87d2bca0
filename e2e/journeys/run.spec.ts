import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPlace } from '../fixtures/drop-place.ts';
import { noteLines, notesField, pasteInto } from '../fixtures/notes.ts';
import { saveDialogDesk } from '../fixtures/save-dialog.ts';
import { expect, test } from '../fixtures/test.ts';

// Running a 1:1: notes in an editor, private notes, promises typed in a line, the agenda by keyboard and by
// drag, and the shared half on its way out.

/** The letters of what is private; nothing else in the journey has them. */
const privatePattern = /[ЖЮЩ]/u;

const notesArea = (page: Page) => page.getByRole('region', { name: 'Notes', exact: true });

const pointsOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('textbox', { name: /^Talking point \d/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));

async function openPlan(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Sam Okafor');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('First date').fill('2026-11-24');
  await page.getByLabel('Time', { exact: true }).fill('10:00');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: /^Open plan/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '1:1 with Sam Okafor' })).toBeVisible();
  await expect(notesField(page)).toBeVisible();
}

async function addPoints(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.getByLabel('Add a talking point').fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: `Discussed: ${text}` })).toBeEnabled();
  }
}

/** Tuesday morning in London. */
const now = '2026-11-24T09:40:00Z';

test('a 1:1 is run by keyboard: notes, promises, agenda, private notes', async ({
  launch,
  visit,
}) => {
  test.setTimeout(180_000);
  const app = await launch({ now });
  const page = await app.window();
  await openPlan(page);

  await test.step('lists go on, tasks are ticked, and undo takes it all back', async () => {
    await notesField(page).focus();
    await page.keyboard.type('- first');
    await page.keyboard.press('Enter');
    await page.keyboard.type('[ ] second');
    await page.keyboard.press('Control+Enter');
    expect(await noteLines(page)).toEqual(['- first', '- [x] second']);
    await page.keyboard.press('Enter');
    await page.keyboard.type('third');
    expect(await noteLines(page)).toEqual(['- first', '- [x] second', '- [ ] third']);
    await expect(notesArea(page)).toContainText('Saved');
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('Control+z');
    expect(await noteLines(page)).toEqual(['']);
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('Control+Shift+Z');
    expect(await noteLines(page)).toEqual(['- first', '- [x] second', '- [ ] third']);
  });

  await test.step('a click ticks a task', async () => {
    await page.locator('.cm-task').last().click();
    expect(await noteLines(page)).toEqual(['- first', '- [x] second', '- [x] third']);
  });

  await test.step('what is pasted is plain text', async () => {
    await notesField(page).press('Control+End');
    await pasteInto(notesField(page), ' plain', '<b>bold</b>');
    expect((await noteLines(page)).at(-1)).toBe('- [x] third plain');
    expect(await notesField(page).locator('b').count()).toBe(0);
  });

  await test.step('a line becomes an action item by one key, and stays', async () => {
    await notesField(page).press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('[] me: send the draft by Friday');
    await expect(page.getByText('Me · send the draft · Fri 27 Nov').last()).toBeVisible();
    await visit(page, 'meeting, with a line to take');
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByRole('checkbox', { name: 'Done: send the draft' })).toBeEnabled();
    expect((await noteLines(page)).at(-1)).toBe('[→] me: send the draft by Friday');
    await expect(page.getByLabel('Due date: send the draft')).toHaveValue('2026-11-27');
  });

  await test.step('Tab and Escape leave the notes', async () => {
    await page.keyboard.press('Tab');
    await expect(notesField(page)).not.toBeFocused();
    await notesField(page).focus();
    await page.keyboard.press('Escape');
    await expect(notesArea(page)).toBeFocused();
  });

  await test.step('an action item in one line is shown as it is read', async () => {
    const add = page.getByLabel('Add an action item');
    await add.fill('[] sam: write to sales by 3/12');
    await expect(page.getByText('Read as: Sam · write to sales · Thu 3 Dec.')).toBeVisible();
    await add.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Done: write to sales' })).toBeEnabled();
    await add.fill('[] sam: as it stands');
    await add.press('Escape');
    await add.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Done: [] sam: as it stands' })).toBeEnabled();
  });

  await test.step('the agenda by keyboard: moved, judged, ticked', async () => {
    await addPoints(page, 'Queue library', 'Holiday cover', 'On-call');
    await page.getByLabel('Talking point 1').focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await pointsOf(page)).toEqual(['Holiday cover', 'Queue library', 'On-call']);
    await expect(page.getByLabel('Talking point 2')).toBeFocused();
    const box = page.getByRole('checkbox', { name: 'Discussed: Queue library' });
    await box.focus();
    await page.keyboard.press('l');
    await expect(page.getByLabel('Stance: Queue library')).toHaveValue('lead');
    await expect(page.getByText('Stance: lead', { exact: true })).toBeAttached();
    await page.keyboard.press('t');
    const topic = page.getByLabel('Topic: Queue library');
    await expect(topic).toBeFocused();
    await topic.selectOption('delegation');
    await box.focus();
    await page.keyboard.press('Space');
    await expect(page.getByText('1 of 3 discussed')).toBeVisible();
  });

  await test.step('a point is dragged by its grip', async () => {
    const row = page.getByRole('listitem').filter({ has: page.getByLabel('Talking point 3') });
    await row.hover();
    const [from, to] = [
      await row.locator('.grip').boundingBox(),
      await page.getByLabel('Talking point 1').boundingBox(),
    ];
    if (from === null || to === null) throw new Error('A row is not on the screen.');
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y - 20, { steps: 5 });
    await page.mouse.move(from.x + 8, to.y, { steps: 20 });
    await expect.poll(() => dropPlace(page)).toBe(0);
    await page.mouse.up();
    await expect.poll(() => pointsOf(page)).toEqual(['On-call', 'Holiday cover', 'Queue library']);
  });

  await test.step('private notes come by one key and go by one key', async () => {
    await page.keyboard.press('Alt+p');
    await expect(notesField(page, 'Private notes')).toBeFocused();
    await page.keyboard.type('Жж');
    await visit(page, 'meeting, private notes');
    await page.keyboard.press('Escape');
    await expect(notesField(page, 'Private notes')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Show private notes' })).toBeFocused();
    await expect(page.getByRole('region', { name: 'Private notes' })).toContainText('Saved');
  });

  await test.step('all of it is there after a restart', async () => {
    const again = await (await app.restart()).window();
    await again
      .getByRole('link', { name: /^Open plan/ })
      .first()
      .click();
    await expect(notesField(again)).toContainText('[→] me: send the draft by Friday');
    expect(await pointsOf(again)).toEqual(['On-call', 'Holiday cover', 'Queue library']);
    await expect(again.getByLabel('Topic: Queue library')).toHaveValue('delegation');
  });
});

test('what comes into the notes from elsewhere stands beside what is typed', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch({ now });
  const page = await app.window();
  await openPlan(page);
  await notesField(page).focus();
  await page.keyboard.type('one');
  await expect(notesArea(page)).toContainText('Saved');
  const file = await meetingFile(app.dataDir);
  const document = JSON.parse(await readFile(file, 'utf8')) as { notes: string };
  await writeFile(file, JSON.stringify({ ...document, notes: 'from the phone\none' }));
  await page.keyboard.type(' two', { delay: 120 });
  await expect
    .poll(() => noteLines(page), { timeout: 20_000 })
    .toEqual(['from the phone', 'one two']);
  await page.keyboard.type(' three');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await noteLines(page))[0]).toBe('from the phone');
});

test('the shared half leaves, the private half cannot', async ({ launch, visit }) => {
  test.setTimeout(150_000);
  const desk = await saveDialogDesk();
  const app = await launch({ now, env: { PATH: `${desk.folder}:${process.env.PATH ?? ''}` } });
  const page = await app.window();
  await openPlan(page);
  await addPoints(page, 'Queue library', 'Pay ЖЮ');
  await page
    .getByRole('button', { name: /^shared: change/ })
    .nth(1)
    .click();
  await notesField(page).focus();
  await page.keyboard.type('We ship **later**.');
  await page.keyboard.press('Alt+p');
  await expect(notesField(page, 'Private notes')).toBeFocused();
  await page.keyboard.type('Щ');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Private notes' })).toContainText('Saved');
  await page.getByRole('link', { name: 'Share…' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Share the 1:1 with Sam Okafor' }),
  ).toBeVisible();
  const sheet = page.getByRole('article', { name: 'What is shared' });
  await expect(sheet).toContainText('We ship later.');
  await visit(page, 'share');

  await test.step('nothing private is on the page, and on paper nothing but the sheet', async () => {
    await expect(page.getByText('One private point stays here.')).toBeVisible();
    expect(await page.content()).not.toMatch(privatePattern);
    await page.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print…' })).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden();
    await page.emulateMedia({ media: null });
  });

  await test.step('it is copied', async () => {
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
  });

  await test.step('it is saved as Markdown and as PDF', async () => {
    await desk.answer('shared.md');
    await page.getByRole('button', { name: 'Save as Markdown…' }).click();
    await expect(page.getByText(/^Saved as .*shared\.md$/)).toBeVisible();
    const markdown = await readFile(join(desk.folder, 'shared.md'), 'utf8');
    expect(markdown).toContain('- [ ] Queue library');
    expect(markdown).not.toMatch(privatePattern);
    await desk.answer('shared.pdf');
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await expect(page.getByText(/^Saved as .*shared\.pdf$/)).toBeVisible();
    const pdf = await readFile(join(desk.folder, 'shared.pdf'), 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
  });
});

async function meetingFile(dataDir: string): Promise<string> {
  for await (const path of glob('**/*.json', { cwd: dataDir })) {
    const file = join(dataDir, path);
    if ((await readFile(file, 'utf8')).includes('"kind": "meeting"')) return file;
  }
  throw new Error('There is no file of a meeting.');
}
