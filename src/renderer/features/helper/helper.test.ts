import { fireEvent, render, within } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import shipped from '../../../../resources/decision-model.json';
import { beginRun, changeRun, finishRun } from '../../../domain/decision/decision-changes.ts';
import { parseDecisionModel, type DecisionModel } from '../../../domain/decision/model.ts';
import type { Decision } from '../../../domain/documents/decision.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { GuidePageSummary } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, testNow } from '../../test-support/fake-bridge.ts';
import HelperScreen from './HelperScreen.svelte';

function readShippedModel(): DecisionModel {
  const parsed = parseDecisionModel(shipped);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

const pages: readonly GuidePageSummary[] = [
  {
    id: 'the-authority-trap',
    title: 'The authority trap',
    summary: 'Who decides.',
    group: 'article',
  },
  { id: 'the-balance', title: 'The balance', summary: 'Both, on purpose.', group: 'article' },
];

afterEach(() => vi.useRealTimers());

const person = { id: 'person-sam', name: 'Sam Okafor', areas: ['Builds'] };

async function start() {
  const model = readShippedModel();
  let run: Decision | null = null;
  const bridge = new FakeBridge()
    .answer('helper.model', () => success(model))
    .answer('guide.list', () => success(pages))
    .answer('decisions.run', () => success({ run, people: [person] }))
    .answer('decisions.list', () => success({ today: '2026-11-23', decisions: [] }))
    .answer('decisions.keep', (change) => {
      const begun = run ?? beginRun(model, { id: 'decision-one', now: testNow });
      run = changeRun(begun, change);
      return success(run);
    })
    .answer('decisions.finish', () => {
      const finished = run && finishRun(run, model, { now: testNow, today: '2026-11-23' });
      if (!finished?.ok) return failure('invalid', 'The test cannot finish this.');
      run = null;
      return success(finished.decision);
    })
    .answer('decisions.remove', () => {
      run = null;
      return success({ value: null, undo: { id: 'undo-one', label: 'Start over' } });
    });
  const app = await loadedApp(bridge);
  const show = async () => {
    const shown = render(HelperScreen, { context: appContext(app) });
    await shown.findByRole('heading', { level: 1, name: 'Manage or lead?' });
    return shown;
  };
  return { screen: await show(), show, bridge, app };
}

type Screen = Awaited<ReturnType<typeof start>>['screen'];

const scale = (screen: Screen, name: string): HTMLElement =>
  screen.getByRole('radiogroup', { name });

const checked = (group: HTMLElement): readonly (string | null)[] =>
  within(group)
    .getAllByRole<HTMLInputElement>('radio')
    .filter((radio) => radio.checked)
    .map((radio) => radio.getAttribute('aria-label'));

async function press(group: HTMLElement, key: string): Promise<void> {
  const radio = within(group).getAllByRole('radio')[0];
  if (radio === undefined) throw new Error('The scale has no step.');
  await fireEvent.keyDown(radio, { key });
}

const result = (screen: Screen): HTMLElement =>
  screen.getByRole('region', { name: 'Where it points' });

const reliable = 'Something repeatable and reliable';
const changed = 'Something changed, with people aligned on it';

test('asks exactly twelve questions, each a group with its number and text as its name', async () => {
  const { screen } = await start();
  const groups = screen.getAllByRole('group');
  const names = groups.map((group) => {
    const id = group.getAttribute('aria-labelledby') ?? '';
    return document.getElementById(id)?.textContent.trim();
  });
  expect(names).toEqual(
    readShippedModel().questions.map(({ order, text }) => `${String(order)}. ${text}`),
  );
  expect(names).toHaveLength(12);
});

test('a scale has five steps that say where they lead', async () => {
  const { screen } = await start();
  const radios = within(scale(screen, reliable)).getAllByRole('radio');
  expect(radios.map((radio) => radio.getAttribute('aria-label'))).toEqual([
    '1 of 5, “Not needed here”',
    '2 of 5, towards “Not needed here”',
    '3 of 5, in the middle',
    '4 of 5, towards “Above all else”',
    '5 of 5, “Above all else”',
  ]);
});

test('a digit answers and moves the focus to its step; Delete takes the answer back', async () => {
  const { screen } = await start();
  const group = scale(screen, reliable);
  await press(group, '4');
  expect(checked(group)).toEqual(['4 of 5, towards “Above all else”']);
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^4 of 5/);
  expect(within(result(screen)).getByText('1 of 12 answered')).toBeTruthy();
  await press(group, '6');
  expect(checked(group)).toHaveLength(1);
  await press(group, 'Delete');
  expect(checked(group)).toEqual([]);
  await press(group, '1');
  await press(group, 'Backspace');
  expect(checked(group)).toEqual([]);
  expect(within(result(screen)).getByText('0 of 12 answered')).toBeTruthy();
});

test('a click answers, and Clear skips the scale again without losing the focus', async () => {
  const { screen } = await start();
  const group = scale(screen, changed);
  await fireEvent.click(within(group).getByRole('radio', { name: /^5 of 5/ }));
  expect(within(result(screen)).getByText('100%')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: `Clear the answer: ${changed}` }));
  expect(checked(group)).toEqual([]);
  expect(within(result(screen)).queryByText('100%')).toBeNull();
  await expect.poll(() => group.contains(document.activeElement)).toBe(true);
});

test('without answers it says what is needed, and with one score what is still missing', async () => {
  const { screen } = await start();
  const text = () => result(screen).textContent;
  expect(text()).toContain('No suggestion yet');
  expect(text()).toContain(
    'at least one answer about managing (questions 1 to 5 or 7) and one about leading (questions 1 to 6 or 8)',
  );
  await press(scale(screen, reliable), '5');
  expect(text()).toContain('Still needed: an answer about leading, from questions 1 to 6 or 8.');
  expect(screen.queryByRole('region', { name: 'Why it points there' })).toBeNull();
});

test('shows two scores that move each on its own, the stance, and why', async () => {
  const { screen } = await start();
  await press(scale(screen, reliable), '5');
  await press(scale(screen, changed), '2');
  const scores = () =>
    within(result(screen))
      .getAllByText(/^\d+%$/)
      .map((each) => each.parentElement?.textContent.replace(/\s+/g, ' ').trim());
  expect(scores()).toEqual(['Manage 100%', 'Lead 25%']);
  expect(within(result(screen)).getByRole('heading', { name: 'Manage' })).toBeTruthy();
  await press(scale(screen, changed), '5');
  expect(scores()).toEqual(['Manage 100%', 'Lead 100%']);
  expect(within(result(screen)).getByRole('heading', { name: 'Both' })).toBeTruthy();
  expect(result(screen).textContent).toContain('Lead first.');
  const reasons = screen.getByRole('region', { name: 'Why it points there' });
  expect(reasons.textContent).toContain('Speaks for managing');
  expect(reasons.textContent).toContain('The suggestion would be: Manage');
});

test('names the level, the trap, and the page of the guide to read', async () => {
  const { screen } = await start();
  await press(scale(screen, reliable), '2');
  await press(scale(screen, changed), '5');
  await press(scale(screen, 'Who is closest to it and knows most?'), '5');
  await press(scale(screen, 'Has anyone disagreed with you on it?'), '5');
  expect(result(screen).textContent).toContain('Level 7 of 7: Delegate.');
  expect(within(result(screen)).getByRole('heading', { name: /The authority trap/ })).toBeTruthy();
  const guidePages = (): readonly (string | null)[] =>
    screen
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'))
      .filter((href) => href?.startsWith('#/guide/'));
  await expect.poll(guidePages).toEqual(['#/guide/the-authority-trap']);
});

test('starting over empties the run; the way back is offered where all are', async () => {
  const { screen, app } = await start();
  expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
  const group = scale(screen, reliable);
  const situation = screen.getByLabelText('What situation is this about?');
  await press(group, '4');
  await fireEvent.input(situation, { target: { value: 'The migration' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
  await expect.poll(() => checked(group)).toEqual([]);
  expect(situation).toHaveProperty('value', '');
  expect(app.undo.moment).toEqual({ kind: 'offered', label: 'Start over' });
  await expect.poll(() => document.activeElement?.textContent).toBe('Where it points');
});

test('N, P and S lead from scale to scale, S without an answer, and at the end to keeping it', async () => {
  const { screen } = await start();
  const groups = screen.getAllByRole('radiogroup');
  const [first, second] = groups;
  const last = groups.at(-1);
  if (first === undefined || second === undefined || last === undefined) throw new Error('None.');
  await press(first, '5');
  await press(first, 'n');
  expect(second.contains(document.activeElement)).toBe(true);
  await press(second, '2');
  await press(second, 'p');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^5 of 5/);
  await press(second, 's');
  expect(checked(second)).toEqual([]);
  expect(groups[2]?.contains(document.activeElement)).toBe(true);
  await press(last, 'n');
  expect(document.activeElement?.textContent).toBe('Where it points');
  await press(second, '1');
  await press(last, 's');
  expect(document.activeElement?.textContent).toBe('Keep this decision');
});

test('a result from few answers says how sure it is not', async () => {
  const { screen } = await start();
  await press(scale(screen, reliable), '5');
  await press(scale(screen, changed), '1');
  expect(result(screen).textContent).toContain('What you skipped could turn it.');
});

test('a decision without a line asks for one; with it, it is kept and shown', async () => {
  const { screen, app, bridge } = await start();
  await press(scale(screen, reliable), '5');
  await press(scale(screen, changed), '1');
  await fireEvent.click(screen.getByRole('button', { name: 'Keep this decision' }));
  const situation = screen.getByLabelText('What situation is this about?');
  await expect.poll(() => document.activeElement).toBe(situation);
  expect(situation.getAttribute('aria-invalid')).toBe('true');
  expect(bridge.inputsOf('decisions.finish')).toHaveLength(0);
  await fireEvent.input(situation, { target: { value: 'The migration' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Keep this decision' }));
  await expect.poll(() => bridge.inputsOf('decisions.finish')).toHaveLength(1);
  await expect.poll(() => window.location.hash).toBe('#/helper/decision-one');
  expect(app.error).toBeNull();
});

test('a run that was left before says so', async () => {
  const { screen, show } = await start();
  await press(scale(screen, reliable), '4');
  screen.unmount();
  const again = await show();
  expect(again.getByText(/^Taken up where you left it on 23 November 2026/)).toBeTruthy();
});

test('the answers are still there after a visit elsewhere', async () => {
  const { screen, show } = await start();
  await press(scale(screen, reliable), '4');
  screen.unmount();
  const again = await show();
  expect(checked(scale(again, reliable))).toHaveLength(1);
  await press(scale(again, changed), '4');
  expect(within(result(again)).getByText('1 of 12 answered')).toBeTruthy();
});

test('reads the result out once it has settled, not at every key', async () => {
  const { screen } = await start();
  const status = within(result(screen)).getByRole('status');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await press(scale(screen, reliable), '5');
  await vi.advanceTimersByTimeAsync(1000);
  await press(scale(screen, changed), '1');
  await vi.advanceTimersByTimeAsync(1000);
  expect(status.textContent).toBe('');
  await vi.advanceTimersByTimeAsync(1000);
  expect(status.textContent).toBe('1 of 12 answered. Manage 100%, lead 0%. It points to: Manage.');
});

test('shows on request how it is computed', async () => {
  const { screen } = await start();
  expect(screen.queryByRole('table')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'How is this computed?' }));
  const table = screen.getByRole('table', { name: 'Questions and weights' });
  expect(within(table).getAllByRole('row')).toHaveLength(1 + 17);
  expect(screen.getByRole('table', { name: 'Rules and thresholds' }).textContent).toContain(
    'Both scores are below 40%',
  );
});

test('a model that cannot be read is said, with a way to try again', async () => {
  const bridge = new FakeBridge().answer('helper.model', () =>
    failure('unreadable', 'The decision model is not usable.'),
  );
  const app = await loadedApp(bridge);
  const screen = render(HelperScreen, { context: appContext(app) });
  expect((await screen.findByRole('alert')).textContent).toContain('not usable');
});
