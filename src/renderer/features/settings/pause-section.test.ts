import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../../../ipc/result.ts';
import { testNow } from '../../test-support/fake-bridge.ts';
import { openSettings } from '../../test-support/open-settings.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Temporal.Instant.from(testNow).epochMilliseconds, toFake: ['Date'] });
  window.location.hash = '';
});
afterEach(() => {
  vi.useRealTimers();
});

/** The settings over a main process that keeps what it is told. */
async function start(remindersPausedUntil: string | null = null) {
  const { app, bridge, screen, kept } = await openSettings({ remindersPausedUntil });
  const field = await screen.findByLabelText('No reminders until');
  const pauseUntil = async (value: string): Promise<void> => {
    await fireEvent.input(field, { target: { value } });
    await fireEvent.click(screen.getByRole('button', { name: 'Pause reminders' }));
  };
  return { app, bridge, screen, field, pauseUntil, kept };
}

test("a pause of one's own is kept as the instant of the wall time, and can be ended", async () => {
  const { screen, field, pauseUntil, kept } = await start();
  screen.getByText('Reminders come as they are due.');
  await pauseUntil('2026-11-23T14:00');
  await screen.findByText(/^Reminders are paused until .*14:00\.$/);
  expect(field).toHaveProperty('value', '');
  await fireEvent.click(screen.getByRole('button', { name: 'Resume reminders' }));
  await screen.findByText('Reminders come as they are due.');
  expect(screen.queryByRole('button', { name: 'Resume reminders' })).toBeNull();
  expect(kept()).toEqual([
    { remindersPausedUntil: '2026-11-23T13:00:00Z' },
    { remindersPausedUntil: null },
  ]);
});

test.each([
  ['a time that is over', '2026-11-23T09:39'],
  ['this very minute', '2026-11-23T09:40'],
  ['no time at all', ''],
])('%s is asked for anew, at the field, and nothing is kept', async (_name, value) => {
  const { screen, field, pauseUntil, kept } = await start();
  await pauseUntil(value);
  await screen.findByText('Choose a time that is still to come.');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(kept()).toEqual([]);
});

test('a pause that is over is not shown as one', async () => {
  const { screen } = await start('2026-11-23T08:39:00Z');
  screen.getByText('Reminders come as they are due.');
  expect(screen.queryByRole('button', { name: 'Resume reminders' })).toBeNull();
});

test('what could not be saved keeps what was typed, and says why', async () => {
  const { bridge, screen, field, pauseUntil } = await start();
  bridge.answer('settings.change', () => failure('not-saved', 'The disk is full.'));
  await pauseUntil('2026-11-23T14:00');
  await screen.findByText(/The disk is full/);
  expect(field).toHaveProperty('value', '2026-11-23T14:00');
  screen.getByText('Reminders come as they are due.');
});

test('the tray leads to the field itself', async () => {
  const { app, field } = await start();
  expect(document.activeElement).not.toBe(field);
  app.navigation.go({ place: 'settings', field: 'pause' });
  app.navigation.start()();
  await expect.poll(() => document.activeElement).toBe(field);
});
