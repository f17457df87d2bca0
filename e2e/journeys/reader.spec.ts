import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

// Reading the guide: without a network, by keyboard, and on into the work.

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
}

async function openPage(page: Page, name: string): Promise<void> {
  await goTo(page, 'Guide');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(heading(page, name)).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeVisible();
}

const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });
const isInSight = (page: Page, name: string) =>
  expect(page.getByRole('heading', { name, exact: true })).toBeInViewport();

/** Selects the words from one place to another, as the mouse does. */
async function selectParagraph(page: Page, words: string): Promise<void> {
  await page.getByText(words).click({ clickCount: 3 });
}

async function choosePaper(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('radio', { name }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name })).toBeHidden();
}

test('the guide is read without a network, and where one stopped is kept', async ({
  launch,
  visit,
}) => {
  test.setTimeout(240_000);
  const app = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await app.window();
  const asked: string[] = [];
  page.context().on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== new URL(page.url()).origin) asked.push(request.url());
  });
  await page.context().setOffline(true);

  await test.step('the contents lead to a section, and say which one is in sight', async () => {
    await openPage(page, 'The difference');
    await visit(page, 'reader');
    await contents(page).getByRole('link', { name: 'Leading', exact: true }).click();
    await isInSight(page, 'Leading');
    await expect(contents(page).locator('[aria-current="location"]')).toHaveText('Leading');
  });

  await test.step('keys go from section to section, and from page to page', async () => {
    await page.keyboard.press('k');
    await expect(contents(page).locator('[aria-current="location"]')).toHaveText('Managing');
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { name: 'Leading', exact: true })).toBeFocused();
    await page.keyboard.press(']');
    await expect(heading(page, 'How technical must you be?')).toBeFocused();
    await page.keyboard.press('[');
    await expect(heading(page, 'The difference')).toBeFocused();
    await isInSight(page, 'Leading');
  });

  await test.step('find counts, goes on and back, and gives the focus back', async () => {
    await page.keyboard.press('Control+f');
    const bar = page.getByRole('search', { name: 'Find on this page' });
    await expect(bar.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('REFUNDS');
    // The first one from where one is, which is where one had stopped.
    await expect(bar.getByRole('status')).toHaveText('2 of 2');
    const marked = () => page.evaluate(() => [...CSS.highlights.keys()].toSorted());
    expect(await marked()).toEqual(['guide-found', 'guide-found-now']);
    await page.keyboard.press('Enter');
    await expect(bar.getByRole('status')).toHaveText('1 of 2');
    await page.keyboard.press('Shift+F3');
    await expect(bar.getByRole('status')).toHaveText('2 of 2');
    await visit(page, 'reader, finding');
    await bar.getByRole('searchbox').fill('no such words');
    await expect(bar.getByRole('status')).toHaveText('No match');
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await expect(heading(page, 'The difference')).toBeFocused();
    expect(await marked()).toEqual([]);
  });

  await test.step('F1 tells all keys, and one of them leads back', async () => {
    await page.keyboard.press('F1');
    await expect(heading(page, 'Keyboard')).toBeFocused();
    await visit(page, 'keys');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(heading(page, 'The difference')).toBeFocused();
  });

  await test.step('the page is set larger, and on a paper of its own', async () => {
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('button', { name: 'Larger text' }).click();
    await expect(page.getByText('115%')).toBeVisible();
    await visit(page, 'reader, its look');
    await page.keyboard.press('Escape');
    for (const paper of ['Dark', 'Light', 'Sepia']) {
      await choosePaper(page, paper);
      await expect(page.locator('html')).toHaveAttribute('data-theme', paper.toLowerCase());
      await visit(page, `reader, ${paper}`);
    }
    await goTo(page, 'Guide');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
  });

  await test.step('read to its end, a page is marked as read; another one is begun', async () => {
    await openPage(page, 'One title, two kinds of work');
    await page.keyboard.press('End');
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeInViewport();
    await openPage(page, 'The difference');
    await contents(page).getByRole('link', { name: 'Leading', exact: true }).click();
    await isInSight(page, 'Leading');
    await goTo(page, 'Guide');
    const article = page.getByRole('region', { name: 'The article' });
    await expect(article.getByRole('listitem').nth(0)).toContainText('Read');
    await expect(article.getByRole('listitem').nth(1)).toContainText('Begun');
    await visit(page, 'guide, begun');
  });

  await test.step('after the app was killed, it goes on where one stopped', async () => {
    await app.kill9();
    const again = await launch({ dataDir: app.dataDir, now: '2026-11-23T10:35:00Z' });
    const after = await again.window();
    await goTo(after, 'Guide');
    await after.getByRole('link', { name: 'Go on reading: The difference' }).click();
    await expect(after.getByText('This is where you stopped.')).toBeVisible();
    await isInSight(after, 'Leading');
    await expect(after.locator('html')).toHaveAttribute('data-theme', 'sepia');
    await after.getByRole('button', { name: 'Look' }).click();
    await expect(after.getByText('115%')).toBeVisible();
    await after.keyboard.press('Escape');
    await after.getByRole('button', { name: 'Go to the top' }).click();
    await expect(heading(after, 'The difference')).toBeInViewport();
  });

  expect(asked).toEqual([]);
});

test('a passage goes on the next agenda with Sam, leads back, and can be taken back', async ({
  launch,
  visit,
}) => {
  test.setTimeout(180_000);
  const app = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await app.window();
  const dialog = page.getByRole('dialog', { name: 'Add to an agenda' });
  const point = page.getByRole('textbox', { name: 'Talking point 1' });
  const passage = 'Leading is inspiration, influence and change.';

  await test.step('without anybody to meet, it says so and keeps the passage', async () => {
    await openPage(page, 'The difference');
    await selectParagraph(page, passage);
    await page.keyboard.press('a');
    await expect(dialog).toContainText(passage);
    await dialog.getByRole('button', { name: 'Add' }).click();
    await expect(dialog).toContainText('There is nobody to meet yet.');
    await page.keyboard.press('Escape');
  });

  await test.step('a person with a weekly 1:1', async () => {
    await goTo(page, 'Today');
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('First date').fill('2026-11-23');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('You meet Sam Okafor on Monday')).toBeVisible();
  });

  await test.step('a bar beside the selection takes it to the agenda, and says where', async () => {
    await openPage(page, 'The difference');
    await selectParagraph(page, passage);
    const bar = page.getByRole('toolbar', { name: 'Selected passage' });
    await visit(page, 'reader, with a passage selected');
    await bar.getByRole('button', { name: 'Add to an agenda' }).click();
    await expect(dialog.getByLabel('Whose next 1:1?')).toHaveValue(/./);
    await visit(page, 'reader, adding to an agenda');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByText('It is on the agenda with Sam Okafor, Mon 23 Nov')).toBeVisible();
    await visit(page, 'reader, a passage on an agenda');
  });

  await test.step('the talking point quotes it, and leads back to its section', async () => {
    await page.getByRole('link', { name: 'Open the agenda' }).click();
    await expect(heading(page, '1:1 with Sam Okafor')).toBeVisible();
    await expect(point).toHaveValue(new RegExp(`^“${passage}.*”$`));
    await visit(page, 'meeting, with a passage');
    await page.getByRole('link', { name: /^From the guide/ }).click();
    await expect(heading(page, 'The difference')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Leading', exact: true })).toBeFocused();
  });

  await test.step('nothing selected, the section goes there by keyboard; and is taken back', async () => {
    await page.keyboard.press('a');
    await expect(dialog).toContainText('“Leading”');
    await dialog.getByRole('button', { name: 'Add' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Open the agenda' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('link', { name: 'Open the agenda' })).toBeHidden();
    await goTo(page, 'People');
    await page.getByRole('link', { name: /^Open plan/ }).click();
    await expect(point).toHaveValue(new RegExp(passage));
    await expect(page.getByRole('textbox', { name: 'Talking point 2' })).toHaveCount(0);
  });
});
