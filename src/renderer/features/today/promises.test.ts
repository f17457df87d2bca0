import { fireEvent, render, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { OpenAction } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam, testNow } from '../../test-support/fake-bridge.ts';
import Promises from './Promises.svelte';

const open = (owner: 'me' | 'them', number: number): OpenAction => ({
  meetingId: 'meeting-one',
  personId: sam.id,
  personName: sam.name,
  action: {
    id: `${owner}-${String(number)}`,
    rank: 'a0',
    text: `Promise ${String(number)} of ${owner}`,
    owner,
    ...{ dueOn: null, doneAt: null, stance: null, fromPointId: null, carriedFrom: null },
    createdAt: testNow,
  },
});

async function show(mine: number, theirs: number) {
  const actions = [
    ...Array.from({ length: mine }, (_, index) => open('me', index + 1)),
    ...Array.from({ length: theirs }, (_, index) => open('them', index + 1)),
  ];
  const app = await loadedApp(new FakeBridge());
  const screen = render(Promises, { context: appContext(app), props: { actions, now: testNow } });
  const shown = (place: number): number => {
    const list = screen.getAllByRole('list')[place];
    return list === undefined ? 0 : within(list).getAllByRole('link').length;
  };
  return { screen, shown };
}

test('at first the most pressing are shown, and each list in whole when asked', async () => {
  const { screen, shown } = await show(6, 9);
  expect([shown(0), shown(1)]).toEqual([4, 4]);
  await fireEvent.click(screen.getByRole('button', { name: 'Show all 9 Theirs' }));
  expect([shown(0), shown(1)]).toEqual([4, 9]);
  expect(document.activeElement?.textContent.trim()).toBe('Promise 5 of them');
  expect(screen.getByRole('button', { name: 'Show all 6 Mine' })).toBeTruthy();
});

test('nothing is hidden for a single one more', async () => {
  const { screen, shown } = await show(5, 0);
  expect(shown(0)).toBe(5);
  expect(screen.queryByRole('button')).toBeNull();
});
