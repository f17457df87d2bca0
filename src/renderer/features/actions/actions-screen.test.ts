import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { success } from '../../../ipc/result.ts';
import type { ListedAction } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam, testNow } from '../../test-support/fake-bridge.ts';
import ActionsScreen from './ActionsScreen.svelte';

const promise = (id: string, doneAt: string | null): ListedAction => ({
  personId: sam.id,
  personName: sam.name,
  meetingId: 'meeting-one',
  metOn: '2026-11-16',
  action: {
    ...{ id, rank: id, text: `Send the ${id}`, owner: 'me', dueOn: null, doneAt, stance: null },
    ...{ fromPointId: null, carriedFrom: null, createdAt: '2026-11-16T10:00:00Z' },
  },
});

async function open() {
  const bridge = new FakeBridge().answer('actions.list', ({ state }) =>
    success({
      now: testNow,
      actions:
        state === 'open' ? [promise('draft', null)] : [promise('minutes', '2026-11-20T10:00:00Z')],
    }),
  );
  const app = await loadedApp(bridge);
  const screen = render(ActionsScreen, { context: appContext(app) });
  await screen.findByText('Send the draft');
  return screen;
}

test('whoever changes to what is done stays at the choice', async () => {
  const screen = await open();
  const done = screen.getByRole('radio', { name: 'Done' });
  done.focus();
  await fireEvent.click(done);
  await screen.findByText('Send the minutes');
  expect(document.activeElement).toBe(done);
  expect(screen.queryByText('Send the draft')).toBeNull();
});

test('how many there are in the other list is read out, by what stays on the screen', async () => {
  const screen = await open();
  const before = screen.getAllByRole('status');
  await fireEvent.click(screen.getByRole('radio', { name: 'Done' }));
  await waitFor(
    () => {
      const said = before.filter(({ isConnected }) => isConnected);
      expect(said.map(({ textContent }) => textContent)).toEqual([
        '1 promise done in the last year',
      ]);
    },
    { timeout: 5000 },
  );
});

test('those of whom there is a promise can be chosen, and stay chosen in the other list', async () => {
  const screen = await open();
  const person = screen.getByLabelText('Person');
  await waitFor(() => {
    expect(screen.getByRole('option', { name: sam.name })).toBeTruthy();
  });
  await fireEvent.change(person, { target: { value: sam.id } });
  await fireEvent.click(screen.getByRole('radio', { name: 'Done' }));
  await screen.findByText('Send the minutes');
  expect(screen.getByLabelText('Person')).toHaveProperty('value', sam.id);
});
