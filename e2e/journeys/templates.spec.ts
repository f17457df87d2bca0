import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

// Templates and the question bank: reading, changing, writing one's own, and using them in a 1:1.

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });

const undo = (page: Page) =>
  page.getByRole('region', { name: 'Undo' }).getByRole('button', { name: 'Undo' });

const textField = (page: Page) => page.getByRole('textbox', { name: 'Text of the template' });

/** The people list offers Sam's next plan. */
async function openPlan(page: Page): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('link', { name: /^Open plan/ }).click();
  await expect(heading(page, '1:1 with Sam Okafor')).toBeVisible();
}

test('own templates are written, used, changed, and never lost', async ({ launch, visit }) => {
  test.setTimeout(240_000);
  const app = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await app.window();

  await test.step('a person with a weekly 1:1', async () => {
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('First date').fill('2026-11-23');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('You meet Sam Okafor on Monday')).toBeVisible();
  });

  await test.step('every shipped template is listed and can be read', async () => {
    await goTo(page, 'Templates');
    const shipped = page.getByRole('region', { name: 'With Evenkeel' });
    await expect(shipped.getByRole('listitem')).toHaveCount(11);
    await visit(page, 'templates');
    await shipped.getByRole('link', { name: 'Weekly 1:1' }).click();
    await expect(heading(page, 'Weekly 1:1')).toBeFocused();
    await expect(page.getByRole('heading', { level: 2, name: 'What not to do' })).toBeVisible();
    await visit(page, 'template');
  });

  await test.step('a shipped one is changed by keyboard, and the change saves itself', async () => {
    await page.getByRole('link', { name: 'Edit' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('It can be used.')).toBeVisible();
    await visit(page, 'template, editing');
    await textField(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n## Our own part\n\n- [ ] What did we learn?\n');
    await expect(page.getByRole('heading', { level: 3, name: 'Our own part' })).toBeVisible();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Done' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Changed by you')).toBeVisible();
    await expect(page.getByText('What did we learn?')).toBeVisible();
  });

  await test.step('it is reset, and that is taken back', async () => {
    await page.getByRole('button', { name: 'Reset to the original' }).click();
    await expect(page.getByText('As it came')).toBeVisible();
    await expect(heading(page, 'Weekly 1:1')).toBeFocused();
    await undo(page).click();
    await expect(page.getByText('Changed by you')).toBeVisible();
  });

  await test.step('a new one says where it cannot be read, and keeps every word', async () => {
    await goTo(page, 'Templates');
    await page.getByRole('button', { name: 'New template' }).click();
    await expect(heading(page, 'New template')).toBeVisible();
    await textField(page).fill(
      '---\ntitle: Pairing hour\nsummary: Two at one keyboard.\nwhen: Any time.\n' +
        'durationMinutes: long\n---\n\n## Begin\n\n- Who drives?\n- [ ] What we want by the end\n',
    );
    await expect(page.getByText(/^Line 5: Its durationMinutes is not usable/)).toBeVisible();
    await visit(page, 'template, editing what cannot be used');
    await page.getByRole('button', { name: 'Go to line 5' }).click();
    await expect(textField(page)).toBeFocused();
    await goTo(page, 'Templates');
    const own = page.getByRole('region', { name: 'Your own' });
    await expect(own).toContainText('Cannot be used yet. Line 5');
    await own.getByRole('link', { name: 'Pairing hour' }).click();
    await page.getByRole('link', { name: 'Edit' }).click();
    await expect(textField(page)).toHaveValue(/durationMinutes: long/);
    await page.getByRole('button', { name: 'Go to line 5' }).click();
    await page.keyboard.type('durationMinutes: 60');
    await expect(page.getByText('It can be used.')).toBeVisible();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  await test.step('a copy is made and removed, and that is taken back', async () => {
    await page.getByRole('link', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Duplicate' }).click();
    await expect(heading(page, 'Pairing hour (copy)')).toBeVisible();
    await page.getByRole('link', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect(heading(page, 'Templates')).toBeFocused();
    await expect(page.getByRole('link', { name: 'Pairing hour (copy)' })).toHaveCount(0);
    await undo(page).click();
    await expect(page.getByRole('link', { name: 'Pairing hour (copy)' })).toBeVisible();
  });

  await test.step('an empty agenda offers what fits first, and finds the others', async () => {
    await openPlan(page);
    const first = page.getByRole('button', { name: /^Start from / }).first();
    await expect(first).toHaveText('Start from “First 1:1 and first week”');
    await expect(page.getByText('You meet for the first time.')).toBeVisible();
    await visit(page, 'meeting, choosing a template');
    await page.getByRole('button', { name: 'Other templates…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose a template' });
    await dialog.getByRole('searchbox').fill('keyboard');
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await visit(page, 'meeting, all templates');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Other templates…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Use “Pairing hour”' }).click();
    await expect(page.getByRole('textbox', { name: 'Talking point 1' })).toHaveValue(
      'What we want by the end',
    );
  });

  await test.step('its prompts stand beside the agenda, and can be folded away', async () => {
    const guide = page.getByRole('region', { name: 'Prompts: Pairing hour' });
    await expect(guide.getByText('Who drives?')).toBeVisible();
    await visit(page, 'meeting, with prompts');
    await guide.getByText('Prompts').click();
    await expect(guide.getByText('Who drives?')).toBeHidden();
    await page.getByRole('button', { name: 'Use another template…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Use “Weekly 1:1”' }).click();
    await expect(
      page.getByRole('checkbox', { name: 'Discussed: What did we learn?' }),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'Prompts: Weekly 1:1' })).toBeVisible();
  });

  await test.step('a killed app has kept it all', async () => {
    await app.kill9();
  });
  const again = await launch({ dataDir: app.dataDir, now: '2026-11-23T09:40:00Z' });
  const after = await again.window();
  await goTo(after, 'Templates');
  await expect(after.getByRole('link', { name: 'Pairing hour', exact: true })).toBeVisible();
  await expect(after.getByText('Changed by you')).toBeVisible();
});

test('a question is found, put on the next agenda, or set aside', async ({ launch, visit }) => {
  test.setTimeout(180_000);
  const app = await launch({ now: '2026-11-23T09:35:00Z' });
  const page = await app.window();
  await page.getByLabel('Name').fill('Sam Okafor');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('First date').fill('2026-11-23');
  await page.getByLabel('Time', { exact: true }).fill('10:00');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('You meet Sam Okafor on Monday')).toBeVisible();

  await test.step('the guide leads to a template, and its list to the questions', async () => {
    await goTo(page, 'Guide');
    await page.getByRole('link', { name: 'One title, two kinds of work' }).click();
    await page.getByRole('link', { name: 'weekly 1:1 template' }).click();
    await expect(heading(page, 'Weekly 1:1')).toBeFocused();
    await page.getByRole('link', { name: 'All templates' }).click();
    await page.getByRole('link', { name: 'Open the question bank' }).click();
    await expect(heading(page, 'Question bank')).toBeFocused();
    await visit(page, 'questions');
  });

  const questions = page.getByRole('main').getByRole('listitem').filter({ hasText: '?' });

  await test.step('topic, depth, stance, situation and words narrow the list', async () => {
    // The rest of a long list follows while nobody waits.
    await expect.poll(() => questions.count()).toBeGreaterThanOrEqual(160);
    const all = await questions.count();
    const topic = page.getByRole('navigation', { name: 'Topics' }).getByRole('link', {
      name: /^wellbeing/,
    });
    await topic.click();
    await expect(topic).toHaveAttribute('aria-current', 'page');
    const ofTopic = Number(/\d+$/.exec((await topic.innerText()).trim())?.[0]);
    await expect(questions).toHaveCount(ofTopic);
    expect(ofTopic).toBeLessThan(all);
    await page.getByLabel('Depth').selectOption('Opening');
    await page.getByLabel('Situation').selectOption('Under pressure');
    await page.getByLabel('Search').fill('break');
    await expect(questions).toHaveCount(1);
    await expect(questions).toContainText('When is your next proper break');
    await page.getByLabel('Search').fill('no such words');
    await expect(page.getByRole('heading', { name: 'No question fits all of this' })).toBeVisible();
    await visit(page, 'questions, none found');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(questions).toHaveCount(ofTopic);
  });

  await test.step('for a person, one goes on the next agenda and another is set aside', async () => {
    await page.getByLabel('For', { exact: true }).selectOption('Sam Okafor');
    await page.getByLabel('Search').fill('break');
    await expect(questions).toContainText('Never asked');
    await visit(page, 'questions, for a person');
    await page.getByRole('button', { name: /^Not for us: When is your next/ }).click();
    await expect(questions).toContainText('Not for us: it is not suggested.');
    await page.getByRole('button', { name: /^Suggest it again: / }).click();
    await page.getByRole('button', { name: /^Put on the next agenda: / }).click();
    await questions.getByRole('link', { name: 'On the agenda' }).click();
    await expect(heading(page, '1:1 with Sam Okafor')).toBeVisible();
    await page.getByRole('checkbox', { name: /^Discussed: When is your next/ }).check();
  });

  await test.step('once it was talked about, the bank says when', async () => {
    await goTo(page, 'Templates');
    await page.getByRole('link', { name: 'Open the question bank' }).click();
    await expect(questions.filter({ hasText: 'When is your next proper break' })).toContainText(
      'Asked on 23 November 2026',
    );
  });
});
