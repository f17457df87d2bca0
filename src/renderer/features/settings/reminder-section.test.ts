import { fireEvent, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Settings } from '../../../domain/documents/settings.ts';
import { openSettings } from '../../test-support/open-settings.ts';

/** The screen over a main process that keeps what it is told. */
async function start(change: Partial<Settings> = {}) {
  const { screen, kept } = await openSettings(change);
  const type = async (label: string, value: string): Promise<void> => {
    await fireEvent.input(screen.getByLabelText(label), { target: { value } });
    await fireEvent.change(screen.getByLabelText(label));
  };
  const tick = (name: string): Promise<unknown> =>
    fireEvent.click(screen.getByRole('checkbox', { name }));
  return { screen, kept, type, tick };
}

test('preparing has a time, and none when it is not wanted', async () => {
  const { screen, kept, type, tick } = await start();
  await type('Time of the day', '15:30');
  await tick('Remind me to prepare');
  await waitFor(() => {
    expect(screen.queryByLabelText('Time of the day')).toBeNull();
  });
  await tick('Remind me to prepare');
  expect(kept()).toEqual([{ prepareAt: '15:30' }, { prepareAt: null }, { prepareAt: '15:30' }]);
});

test('a time that is not one is said to be missing, and not kept', async () => {
  const { screen, kept, type } = await start();
  await type('Time of the day', '');
  screen.getByText('Write a time of the day, such as 16:00.');
  expect(kept()).toEqual([]);
});

test('wrapping up has minutes, and keeps no others', async () => {
  const { screen, kept, type, tick } = await start();
  await type('Minutes after the end', '1500');
  screen.getByText('Write a whole number of minutes, from 0 to 1440.');
  await type('Minutes after the end', '15');
  await tick('Remind me to wrap up');
  expect(kept()).toEqual([{ wrapUpAfterMinutes: 15 }, { wrapUpAfterMinutes: null }]);
});

test('quiet hours are offered, changed and given up', async () => {
  const { screen, kept, type, tick } = await start();
  await tick('Keep quiet hours');
  await screen.findByLabelText('Quiet from');
  await type('Quiet until', '07:00');
  await type('Quiet until', '18:00');
  screen.getByText('Choose two different times, such as 18:00 and 08:00.');
  await tick('Keep quiet hours');
  expect(kept()).toEqual([
    { quietHours: { from: '18:00', until: '08:00' } },
    { quietHours: { from: '18:00', until: '07:00' } },
    { quietHours: null },
  ]);
});

test('working days and answers are kept as they are ticked', async () => {
  const { kept, tick } = await start();
  await tick('Friday');
  await tick('Sunday');
  await tick('Remind me again until I answer');
  await tick('Hide names in notifications');
  expect(kept()).toEqual([
    { workingDays: [1, 2, 3, 4] },
    { workingDays: [1, 2, 3, 4, 7] },
    { repeatsUntilAcknowledged: true },
    { hidesTitles: true },
  ]);
});
