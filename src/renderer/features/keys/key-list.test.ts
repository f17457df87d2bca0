import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { PromiseSuggestion } from '../../../domain/prep/suggestion.ts';
import { m } from '../../../messages/index.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import { levelOfKey } from '../delegation/levels.ts';
import { readerAct } from '../guide/reader-keys.ts';
import { stepOfKey } from '../helper/step-words.ts';
import { stanceOfKey } from '../meeting/stance-keys.ts';
import { prepActOf, stepOf } from '../prep/prep-keys.ts';
import KeysScreen from './KeysScreen.svelte';
import { keyGroups, keyName } from './key-list.ts';

/** The keys in the list that do one of these things. */
const keysOf = (...acts: readonly (() => string)[]): readonly string[] =>
  keyGroups.flatMap(({ lines }) =>
    lines.filter(({ does }) => acts.includes(does)).flatMap(({ keys }) => keys),
  );

function pressed(key: string): KeyboardEvent {
  const parts = key.split('+');
  return new KeyboardEvent('keydown', {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
  });
}

const source = { meetingId: 'meeting-1', on: '2026-03-02' };
const promise: PromiseSuggestion = {
  ...{ group: 'my-promises', key: 'action:meeting-1:action-1', text: 'Send the draft' },
  ...{ topic: null, stance: null, visibility: 'shared', source, actionId: 'action-1' },
  ...{ origin: { kind: 'action', meetingId: 'meeting-1', actionId: 'action-1' } },
  ...{ dueOn: null, isOverdue: false, ageDays: 7 },
};

// Each handler is asked, so that the list cannot go on telling of a key that was changed.
test('the keys of the list do what it says', () => {
  const asked = (act: (event: KeyboardEvent) => unknown, ...acts: readonly (() => string)[]) =>
    keysOf(...acts).map((key) => act(pressed(key)));
  expect(asked(readerAct, m.keys_reader_next_section, m.keys_reader_previous_section)).toEqual([
    'next-section',
    'previous-section',
  ]);
  expect(asked(readerAct, m.keys_reader_next_page)).toEqual(['next-page', 'next-page']);
  expect(asked(readerAct, m.keys_reader_previous_page)).toEqual(['previous-page', 'previous-page']);
  expect(asked(readerAct, m.keys_reader_find, m.keys_reader_add)).toEqual(['find', 'add']);
  expect(asked(stanceOfKey, m.keys_row_manage, m.keys_row_lead, m.keys_row_neither)).toEqual([
    'manage',
    'lead',
    'none',
  ]);
  expect(asked(stanceOfKey, m.keys_row_untag)).toEqual([null, null]);
  expect(asked(stepOf, m.keys_suggestion_other)).toEqual([-1, 1, -Infinity, Infinity]);
  const prepAct = (event: KeyboardEvent) => prepActOf(event, promise);
  expect(asked(prepAct, m.keys_suggestion_never)).toEqual(['never', 'never']);
  expect(asked(prepAct, m.keys_suggestion_later, m.keys_suggestion_done)).toEqual([
    'later',
    'done',
  ]);
  expect(asked(({ key }) => stepOfKey(key), m.keys_question_answer)).toEqual([0, 4]);
  expect(asked(({ key }) => levelOfKey(key, 4), m.keys_ledger_keep, m.keys_ledger_hand)).toEqual([
    3, 5,
  ]);
  expect(asked(({ key }) => levelOfKey(key, 4), m.keys_ledger_level)).toEqual([1, 7]);
});

test('keys are written as they stand on a keyboard', () => {
  expect(['Alt+ArrowUp', 'Ctrl+z', 'Ctrl++', 'F1'].map(keyName)).toEqual([
    'Alt+Up',
    'Ctrl+Z',
    'Ctrl++',
    'F1',
  ]);
});

test('the screen has a list for each part, with every key in it', async () => {
  const app = await loadedApp(new FakeBridge());
  const screen = render(KeysScreen, { context: appContext(app) });
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(
    keyGroups.map(({ title }) => title()),
  );
  const undo = screen.getByText('Undo the last act that took something away');
  expect(undo.closest('div')?.textContent).toContain('Ctrl+Z');
  expect(screen.getByText('1 to 7')).toBeTruthy();
});
