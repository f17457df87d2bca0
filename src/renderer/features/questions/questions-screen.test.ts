import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Question } from '../../../domain/questions/question-bank.ts';
import { situations } from '../../../domain/questions/situations.ts';
import { success } from '../../../ipc/result.ts';
import type { QuestionBankView, QuestionEntry } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam } from '../../test-support/fake-bridge.ts';
import QuestionsScreen from './QuestionsScreen.svelte';

const entry = (id: string, more: Partial<Question> = {}): QuestionEntry => ({
  question: {
    id,
    text: `What about ${id}?`,
    topic: 'growth',
    depth: 'opening',
    stance: 'none',
    situations: ['any'],
    relationships: ['report'],
    ...more,
  },
  lastAskedOn: null,
  onAgendaOf: null,
  isNotForUs: false,
});

const bank: readonly QuestionEntry[] = [
  { ...entry('learning'), lastAskedOn: '2026-10-05' },
  entry('teaching', { depth: 'deeper', stance: 'lead' }),
  entry('builds', { topic: 'delivery', situations: ['after-incident'] }),
  entry('your-boss', { relationships: ['manager'] }),
];

async function open(topic: 'growth' | null = null) {
  const meanings = Object.fromEntries(situations.map((name) => [name, `About ${name}.`]));
  let entries = bank;
  const bridge = new FakeBridge()
    .answer('people.names', () => success([{ id: sam.id, name: sam.name, relationship: 'report' }]))
    .answer('questions.list', () =>
      success({ entries, situations: meanings as QuestionBankView['situations'] }),
    )
    .answer('questions.ask', ({ questionId }) => {
      entries = entries.map((one) =>
        one.question.id === questionId ? { ...one, onAgendaOf: 'meeting-one' } : one,
      );
      bridge.send('changed', { topics: ['meetings'] });
      return success({ meetingId: 'meeting-one' });
    })
    .answer('questions.setNotForUs', ({ questionId, isNotForUs }) => {
      entries = entries.map((one) =>
        one.question.id === questionId ? { ...one, isNotForUs } : one,
      );
      bridge.send('changed', { topics: ['people'] });
      return success(null);
    });
  const app = await loadedApp(bridge);
  const screen = render(QuestionsScreen, { context: appContext(app), props: { topic } });
  await screen.findByRole('navigation', { name: 'Topics' });
  const shown = (): readonly (string | undefined)[] =>
    screen.queryAllByText(/^What about /).map((text) => /about (.+)\?/.exec(text.textContent)?.[1]);
  const choose = async (label: string, value: string): Promise<void> => {
    await fireEvent.change(screen.getByLabelText(label), { target: { value } });
  };
  const chooseSam = async (): Promise<void> => {
    await choose('For', sam.id);
    await screen.findByText('Asked on 5 October 2026');
  };
  return { bridge, screen, shown, choose, chooseSam };
}

test('a topic has its questions, and every topic says how many fit', async () => {
  const { screen, shown } = await open('growth');
  expect(shown()).toEqual(['learning', 'teaching', 'your-boss']);
  const topics = within(screen.getByRole('navigation', { name: 'Topics' }));
  expect(topics.getByRole('link', { name: 'growth 3' }).getAttribute('aria-current')).toBe('page');
  expect(topics.getByRole('link', { name: 'delivery 1' }).getAttribute('href')).toBe(
    '#/questions/delivery',
  );
});

test('depth, stance, situation and words narrow the list, and can be cleared', async () => {
  const { screen, shown, choose } = await open();
  await choose('Depth', 'deeper');
  expect(shown()).toEqual(['teaching']);
  await choose('Situation', 'after-incident');
  expect(screen.getByText('About after-incident.')).toBeTruthy();
  expect(shown()).toEqual([]);
  await fireEvent.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect(shown()).toHaveLength(4);
  await choose('Mostly about', 'lead');
  expect(shown()).toEqual(['teaching']);
  await choose('Mostly about', 'any');
  await fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), {
    target: { value: 'BUILD' },
  });
  expect(shown()).toEqual(['builds']);
});

test('for a person there are those that suit them, with when each was asked', async () => {
  const { bridge, screen, shown, chooseSam } = await open();
  expect(screen.queryByRole('button', { name: /^Put on/ })).toBeNull();
  await chooseSam();
  expect(bridge.inputsOf('questions.list')).toEqual([{ personId: null }, { personId: sam.id }]);
  expect(shown()).toEqual(['learning', 'teaching', 'builds']);
  expect(screen.getAllByText('Never asked')).toHaveLength(2);
  await fireEvent.click(
    screen.getByRole('button', { name: 'Put on the next agenda: What about builds?' }),
  );
  expect(bridge.inputsOf('questions.ask')).toEqual([{ questionId: 'builds', personId: sam.id }]);
  expect(await screen.findByText('On the agenda of the next 1:1 with Sam Okafor.')).toBeTruthy();
});

test('what is not for us goes to the end, and comes back', async () => {
  const { screen, shown, chooseSam } = await open();
  await chooseSam();
  await fireEvent.click(screen.getByRole('button', { name: 'Not for us: What about learning?' }));
  await waitFor(() => {
    expect(shown()).toEqual(['teaching', 'builds', 'learning']);
  });
  await fireEvent.click(
    screen.getByRole('button', { name: 'Suggest it again: What about learning?' }),
  );
  await waitFor(() => {
    expect(shown()).toEqual(['learning', 'teaching', 'builds']);
  });
});

test('whoever chooses a person stays at the choice', async () => {
  const { screen, choose } = await open();
  const field = screen.getByLabelText('For');
  field.focus();
  await choose('For', sam.id);
  await screen.findByText('Asked on 5 October 2026');
  expect(document.activeElement).toBe(field);
  await choose('For', '');
  await waitFor(() => {
    expect(screen.queryByText('Never asked')).toBeNull();
  });
  expect(document.activeElement).toBe(field);
});

test('the focus stays in the list when a question goes on the agenda, or to the end', async () => {
  const { screen, chooseSam } = await open();
  await chooseSam();
  const button = (name: string): HTMLElement => screen.getByRole('button', { name });
  button('Put on the next agenda: What about teaching?').focus();
  button('Put on the next agenda: What about teaching?').click();
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'On the agenda' }));
  });
  button('Not for us: What about learning?').focus();
  button('Not for us: What about learning?').click();
  await waitFor(() => {
    expect(document.activeElement).toBe(button('Not for us: What about teaching?'));
  });
});
