import { fireEvent, render, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { failure, success } from '../../../ipc/result.ts';
import type { DeskView } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import DeskSection from './DeskSection.svelte';

const quiet: DeskView = {
  login: { isOn: false, canChange: true, note: null },
  captureKeys: null,
};
const loginLabel = 'Start Evenkeel when I log in';
const keysLabel = 'Shortcut for capturing a thought';

/** The section over a computer that takes what it is told, unless a test teaches another answer. */
async function start(change: Partial<DeskView> = {}, bridge = new FakeBridge()) {
  let desk: DeskView = { ...quiet, ...change };
  bridge
    .answer('desk.read', () => success(structuredClone(desk)))
    .answer('desk.setStartsAtLogin', ({ startsAtLogin }) => {
      desk = { ...desk, login: { ...desk.login, isOn: startsAtLogin } };
      return success(desk);
    })
    .answer('desk.setCaptureKeys', ({ captureKeys }) => {
      desk = { ...desk, captureKeys };
      return success(desk);
    });
  const app = await loadedApp(bridge);
  const screen = render(DeskSection, { context: appContext(app) });
  const keys = await screen.findByLabelText(keysLabel);
  const isTicked = (): boolean => screen.getByRole('checkbox').matches(':checked');
  const choose = (value: string): Promise<unknown> => fireEvent.change(keys, { target: { value } });
  return { bridge, screen, keys, isTicked, choose };
}

test('starting at login is off until it is ticked, and can be taken back', async () => {
  const { bridge, screen, isTicked } = await start();
  expect(isTicked()).toBe(false);
  await fireEvent.click(screen.getByRole('checkbox', { name: loginLabel }));
  await screen.findByText('Saved');
  expect(isTicked()).toBe(true);
  await fireEvent.click(screen.getByRole('checkbox', { name: loginLabel }));
  await expect
    .poll(() => bridge.inputsOf('desk.setStartsAtLogin'))
    .toEqual([{ startsAtLogin: true }, { startsAtLogin: false }]);
  await expect.poll(isTicked).toBe(false);
});

test('a login list that takes no change says why, and the box shows how it really is', async () => {
  const { bridge, screen, isTicked } = await start();
  bridge.answer('desk.setStartsAtLogin', () =>
    failure('not-saved', 'This was not changed: the system did not take it.'),
  );
  await fireEvent.click(screen.getByRole('checkbox', { name: loginLabel }));
  await screen.findByText(/the system did not take it/);
  await expect.poll(isTicked).toBe(false);
});

test('where login is not ours to change there is no box, and the reason stands there', async () => {
  const note = 'This copy runs in a sandbox.';
  const { screen } = await start({ login: { isOn: false, canChange: false, note } });
  screen.getByText(note);
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('that another copy starts is said at the box', async () => {
  const note = 'At login another copy starts.';
  const { screen } = await start({ login: { isOn: false, canChange: true, note } });
  const hint = screen.getByRole('checkbox', { name: loginLabel }).getAttribute('aria-describedby');
  expect(document.getElementById(hint ?? '')?.textContent).toBe(note);
});

test('keys for a thought are chosen from those that are there, or none', async () => {
  const { bridge, keys, choose } = await start();
  expect(
    within(keys)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['None', 'Ctrl+Alt+Space', 'Ctrl+Shift+Space', 'Ctrl+Alt+N', 'Ctrl+Alt+T']);
  await choose('Control+Alt+N');
  await expect.poll(() => keys).toHaveProperty('value', 'Control+Alt+N');
  await choose('none');
  await expect
    .poll(() => bridge.inputsOf('desk.setCaptureKeys'))
    .toEqual([{ captureKeys: 'Control+Alt+N' }, { captureKeys: null }]);
});

test('keys that another program has are not shown as taken', async () => {
  const { bridge, screen, keys, choose } = await start({ captureKeys: 'Control+Alt+T' });
  bridge.answer('desk.setCaptureKeys', () =>
    failure('unavailable', 'This computer does not let Evenkeel take Ctrl+Alt+N.'),
  );
  await choose('Control+Alt+N');
  await screen.findByText(/does not let Evenkeel take/);
  await expect.poll(() => keys).toHaveProperty('value', 'Control+Alt+T');
});
