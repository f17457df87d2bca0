import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

// Looking back: what was promised, what was noticed and said, and what happened over the years.

const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of this person' }).getByRole('link', { name });

async function goToSam(page: Page, name: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('link', { name: 'Sam Okafor', exact: true }).click();
  await tab(page, name).click();
}

async function addAction(page: Page, text: string, dueOn: string): Promise<void> {
  const actions = page.getByRole('region', { name: 'Action items' });
  const line = actions.getByLabel('Add an action item');
  await actions.getByLabel('Due', { exact: true }).fill(dueOn);
  await line.fill(text);
  await line.press('Enter');
  await expect(page.getByRole('checkbox', { name: `Done: ${text}` })).toBeEnabled();
}

/** Past 1:1s, written beside the one that the app has written, as an earlier year would have. */
async function addPast(dataDir: string): Promise<void> {
  const people = join(dataDir, 'people');
  const [folder = ''] = await readdir(people);
  const names = await readdir(join(people, folder));
  const plan = names.find((name) => name.startsWith('2026-11-23-')) ?? '';
  const meeting = JSON.parse(await readFile(join(people, folder, plan), 'utf8')) as object;
  const past = ['2026-11-09', '2026-10-12', '2026-10-05', '2026-08-24', '2024-03-11'];
  for (const [index, day] of past.entries()) {
    const id = `meeting-past-${index}`;
    const at = `${day}T10:10:00Z`;
    const document = {
      ...meeting,
      ...{ id, seriesId: null, originalLocal: null, startLocal: `${day}T10:00` },
      ...{ status: 'held', wrappedUpAt: at, notes: `The pelican of ${day}.`, actionItems: [] },
      agenda: [
        {
          ...{ id: `point-past-${index}`, rank: 'a0', text: `What slows builds since ${day}?` },
          ...{ addedBy: 'them', stance: null, visibility: 'shared', topic: 'process' },
          ...{ origin: { kind: 'question', questionId: 'slow' }, carriedFrom: null },
          ...{ carryCount: 0, firstRaisedOn: day, discussedAt: at, leftAs: null },
        },
      ],
    };
    await writeFile(join(people, folder, `${day}-${id}.json`), JSON.stringify(document));
  }
}

test('promises, feedback and history are kept in sight, by keyboard too', async ({
  launch,
  visit,
}) => {
  test.setTimeout(240_000);
  const first = await launch({ now: '2026-11-23T09:35:00Z' });
  let page = await first.window();

  await test.step('both lists teach while they are empty', async () => {
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('First date').fill('2026-11-23');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('You meet Sam Okafor on Monday')).toBeVisible();
    await goTo(page, 'Promises');
    await expect(page.getByRole('heading', { level: 1, name: 'Promises' })).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Nothing is open' })).toBeVisible();
    await visit(page, 'promises, none');
    await goToSam(page, 'Feedback');
    await expect(page.getByRole('heading', { name: 'Write it down while it' })).toBeVisible();
    await visit(page, 'feedback, none');
    await tab(page, 'History').click();
    await expect(page.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();
    await visit(page, 'history, none');
  });

  await test.step('promises of a 1:1 stand in one list, the overdue first', async () => {
    await goTo(page, 'Today');
    await page.getByRole('link', { name: /^Open plan/ }).click();
    await addAction(page, 'Write to sales', '2026-12-04');
    await addAction(page, 'Ask for a second laptop', '2026-11-20');
    await goTo(page, 'Promises');
    await expect(page.getByText('2 open promises, 1 overdue')).toBeVisible();
    const rows = page.getByRole('main').getByRole('checkbox');
    await expect(rows.first()).toHaveAccessibleName('Done: Ask for a second laptop');
    await visit(page, 'promises');
  });

  await test.step('one is done and undone where it stands, by keyboard', async () => {
    const done = page.getByRole('checkbox', { name: 'Done: Write to sales' });
    await done.focus();
    await page.keyboard.press('Space');
    await expect(done).toBeChecked();
    await expect(page.getByText('Saved')).toBeVisible();
    await expect(done).toBeFocused();
    await expect(page.getByText('1 open promise, 1 overdue')).toBeVisible();
    await page.getByRole('radio', { name: 'Done' }).check();
    await expect(page.getByText('1 promise done in the last year')).toBeVisible();
    await expect(page.getByText('Done on 23 November 2026')).toBeVisible();
    await visit(page, 'promises, done');
    await done.press('Space');
    await expect(done).not.toBeChecked();
    await expect(page.getByText('Saved')).toBeVisible();
    await page.getByRole('radio', { name: 'Open' }).check();
    await expect(page.getByText('2 open promises, 1 overdue')).toBeVisible();
  });

  await test.step('its date and owner change in place, and nothing jumps', async () => {
    const due = page.getByLabel('Due date: Ask for a second laptop');
    await due.fill('2027-01-15');
    await due.blur();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Ask for a second laptop' })
      .getByRole('button', { name: /^mine: change/ })
      .click();
    await expect(page.getByText('2 open promises', { exact: true })).toBeVisible();
    const boxes = page.getByRole('main').getByRole('checkbox');
    await expect(boxes.first()).toHaveAccessibleName('Done: Ask for a second laptop');
    await page.getByRole('radio', { name: 'Theirs' }).check();
    await expect(page.getByText('1 open promise', { exact: true })).toBeVisible();
    await page.getByRole('radio', { name: 'All' }).check();
    await expect(boxes.first()).toHaveAccessibleName('Done: Write to sales');
    await page.getByRole('searchbox', { name: 'Search' }).fill('lap sec');
    await expect(boxes).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Search' }).fill('zebra');
    await expect(page.getByText('No promise fits these filters.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(boxes).toHaveCount(2);
  });

  await test.step('one is removed, and brought back', async () => {
    await page.getByRole('button', { name: 'Remove: Write to sales' }).click();
    await expect(page.getByRole('checkbox', { name: 'Done: Write to sales' })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: /^Done: Ask/ })).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('checkbox', { name: 'Done: Write to sales' })).toBeVisible();
  });

  await test.step('it leads to where it was promised', async () => {
    await page
      .getByRole('link', { name: /where it was promised$/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /1:1 with Sam/ })).toBeFocused();
    await page.getByLabel('Add a talking point').fill('Reviews');
    await page.getByLabel('Add a talking point').press('Enter');
    const discussed = page.getByRole('checkbox', { name: 'Discussed: Reviews' });
    await expect(discussed).toBeEnabled();
    await discussed.check();
    await expect(page.getByRole('region', { name: 'Agenda' })).toContainText('Saved');
  });

  await first.quit();
  await addPast(first.dataDir);
  const second = await launch({ dataDir: first.dataDir, now: '2026-11-23T10:40:00Z' });
  page = await second.window();

  await test.step('feedback is written in one line, and waits to be said', async () => {
    await goToSam(page, 'Feedback');
    const line = page.getByLabel('What did you notice?');
    await line.focus();
    await page.keyboard.type('You asked Kim for the numbers first');
    await page.keyboard.press('Enter');
    await expect(line).toBeFocused();
    await expect(page.getByText('Noticed today')).toBeVisible();
    await page.getByRole('button', { name: 'positive: change to adjusting' }).first().click();
    await page.getByLabel('Noticed on', { exact: true }).fill('2026-11-03');
    await line.fill('The design note came late');
    await line.press('Enter');
    const rows = page.getByRole('region', { name: 'To give' }).getByRole('listitem');
    await expect(rows.first()).toContainText('Noticed 20 days ago');
    await expect(rows.first()).toContainText('adjusting');
    await expect(rows.first()).toContainText('say it soon');
    await visit(page, 'feedback');
  });

  await test.step('it is marked as said, in the 1:1 of today', async () => {
    await page.getByRole('button', { name: 'I said it The design note came late' }).press('Enter');
    const where = page.getByLabel('Where did you say it?');
    await expect(where).toBeFocused();
    await visit(page, 'feedback, where it was said');
    await page.keyboard.press('Escape');
    const say = page.getByRole('button', { name: 'I said it The design note came late' });
    await expect(say).toBeFocused();
    await say.press('Enter');
    await expect(where.locator('option').first()).toHaveText(/^In the 1:1 of Mon,? 23 Nov, 10:00$/);
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    const given = page.getByRole('region', { name: 'Given' });
    await expect(given.getByRole('link')).toHaveText('Given in the 1:1 of 23 November 2026');
    await expect(page.getByRole('textbox', { name: 'Feedback 1' })).toBeFocused();
    await given.getByRole('button', { name: /^Remove/ }).click();
    await expect(given.getByRole('listitem')).toHaveCount(0);
    await page.getByRole('region', { name: 'Undo' }).getByRole('button', { name: 'Undo' }).click();
    await expect(given.getByRole('listitem')).toHaveCount(1);
    await visit(page, 'feedback, given');
  });

  await test.step('the history tells what happened, and how often the two meet', async () => {
    await tab(page, 'History').click();
    await expect(page.getByRole('heading', { level: 1, name: /^History with Sam/ })).toBeFocused();
    const often = page.getByRole('region', { name: 'How often you meet' });
    await expect(often).toContainText('You met 5 times in the last twelve months');
    const chart = often.getByRole('img');
    await expect(chart).toHaveAccessibleName(/^1:1s held in each .* The longest gap was 42 days/);
    await often.getByText('The same as a table').click();
    await expect(often.getByRole('row', { name: 'October 2026' })).toContainText('2');
    await expect(page.getByRole('region', { name: 'Topics' })).toContainText(
      /process\s*14 days ago/,
    );
    const told = page.getByRole('region', { name: 'What happened' });
    await expect(told).toContainText('I promised');
    await expect(told).toContainText('Adjusting feedback, given');
    await expect(told.getByRole('heading', { name: 'August 2026' })).toBeVisible();
    await visit(page, 'history');
  });

  await test.step('notes show when asked for, kinds and words narrow it down', async () => {
    const told = page.getByRole('region', { name: 'What happened' });
    const notes = told.getByRole('button', { name: /^Show notes of the 1:1 on Mon,? 9 Nov/ });
    await notes.press('Enter');
    await expect(told).toContainText('The pelican of 2026-11-09.');
    await told.getByLabel('What to show').selectOption('Questions');
    await expect(told.getByRole('status')).toHaveText('4 entries in 2026');
    await told.getByLabel('What to show').selectOption('All');
    await told.getByRole('searchbox').fill('pelican 2024');
    await expect(told.getByRole('status')).toHaveText('1 entry found, in all years');
    await expect(told.getByRole('heading', { name: 'March 2024' })).toBeVisible();
    await visit(page, 'history, found');
    await told.getByRole('searchbox').fill('');
    await told.getByRole('button', { name: 'On to 2024' }).press('Enter');
    await expect(told.getByRole('heading', { name: 'What happened' })).toBeFocused();
    await expect(told).toContainText('What slows builds since 2024-03-11?');
  });
});
