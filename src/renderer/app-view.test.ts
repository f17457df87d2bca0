import { render, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { success } from '../ipc/result.ts';
import type { ListedAction } from '../ipc/views.ts';
import AppView from './App.svelte';
import { FakeBridge, loadedApp, sam, testNow } from './test-support/fake-bridge.ts';

let stop: () => void;
afterEach(() => {
  stop();
  window.history.replaceState(null, '', '#');
});

const promise = (text: string): ListedAction => ({
  personId: sam.id,
  personName: sam.name,
  meetingId: 'meeting-one',
  metOn: '2026-11-16',
  action: {
    ...{ id: text, rank: text, text, owner: 'me', dueOn: null, doneAt: null, stance: null },
    ...{ fromPointId: null, carriedFrom: null, createdAt: '2026-11-16T10:00:00Z' },
  },
});

test('a row that another window takes away hands the focus to the next', async () => {
  let actions = ['one', 'two', 'three'].map(promise);
  const bridge = new FakeBridge()
    .answer('actions.list', () => success({ now: testNow, actions }))
    .answer('reminders.inbox', () =>
      success({ now: testNow, reminders: [], unread: 0, pausedUntil: null }),
    );
  window.history.replaceState(null, '', '#/actions');
  const app = await loadedApp(bridge);
  stop = app.start();
  const screen = render(AppView, { props: { app } });
  (await screen.findByRole('checkbox', { name: 'Done: two' })).focus();
  actions = actions.filter(({ action }) => action.id !== 'two');
  bridge.send('changed', { topics: ['meetings'] });
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Done: three' }));
  });
  expect(screen.queryByText('two')).toBeNull();
});
