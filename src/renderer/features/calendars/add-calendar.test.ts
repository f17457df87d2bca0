import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import { failure, success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import AddCalendar from './AddCalendar.svelte';

beforeEach(() => {
  window.location.hash = '';
});

const kept = { calendarId: 'calendar-new', name: 'New' };
const taken = success(kept);
const subscribed = success({ kind: 'subscribed' as const, ...kept });

async function open(bridge = new FakeBridge()) {
  const app = await loadedApp(bridge);
  const screen = render(AddCalendar, { context: appContext(app) });
  const press = (name: string): Promise<unknown> =>
    fireEvent.click(screen.getByRole('button', { name }));
  const address = screen.getByLabelText('Address of the calendar');
  const subscribe = async (value: string): Promise<void> => {
    await fireEvent.input(address, { target: { value } });
    await press('Subscribe');
  };
  return { bridge, screen, press, address, subscribe };
}

const placeBecomes = (hash: string): Promise<void> =>
  waitFor(() => {
    expect(window.location.hash).toBe(hash);
  });

test('an address leads on to choosing', async () => {
  const bridge = new FakeBridge().answer('calendars.subscribe', () => subscribed);
  const { subscribe } = await open(bridge);
  await subscribe('webcal://calendar.example/me.ics');
  await placeBecomes('#/calendars/calendar-new');
  expect(bridge.inputsOf('calendars.subscribe')).toEqual([
    { address: 'webcal://calendar.example/me.ics', allowsOwnNetwork: false },
  ]);
});

test('a name that leads into the user’s own network is asked about first, and read only after a yes', async () => {
  const bridge = new FakeBridge().answer('calendars.subscribe', ({ allowsOwnNetwork }) =>
    allowsOwnNetwork === true
      ? subscribed
      : success({ kind: 'asks-own-network' as const, host: 'calendar.office' }),
  );
  const { screen, subscribe, press } = await open(bridge);
  await subscribe('https://calendar.office/me.ics');
  await screen.findByRole('dialog', { name: 'Is calendar.office in your own network?' });
  await press('Cancel');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.inputsOf('calendars.subscribe')).toHaveLength(1);
  expect(window.location.hash).toBe('');
  await press('Subscribe');
  await screen.findByRole('dialog');
  await press('Yes, read it');
  await placeBecomes('#/calendars/calendar-new');
  const address = 'https://calendar.office/me.ics';
  expect(bridge.inputsOf('calendars.subscribe')).toEqual([
    { address, allowsOwnNetwork: false },
    { address, allowsOwnNetwork: false },
    { address, allowsOwnNetwork: true },
  ]);
});

test('no address is asked for, and one that fails says why; both at the field', async () => {
  const bridge = new FakeBridge().answer('calendars.subscribe', () =>
    failure('invalid', 'This is a web page, not a calendar. Nothing was added.'),
  );
  const { screen, subscribe, address } = await open(bridge);
  await subscribe('  ');
  screen.getByText('Paste the address of a calendar.');
  expect(bridge.inputsOf('calendars.subscribe')).toEqual([]);
  await subscribe('https://calendar.example');
  await screen.findByText(/This is a web page/);
  expect(document.activeElement).toBe(address);
  expect(address).toHaveProperty('value', 'https://calendar.example');
  expect(window.location.hash).toBe('');
});

test('while one is read a second press does nothing', async () => {
  const readings: (() => void)[] = [];
  const bridge = new FakeBridge().answer(
    'calendars.subscribe',
    () =>
      new Promise((resolve) => {
        readings.push(() => {
          resolve(subscribed);
        });
      }),
  );
  const { screen, subscribe, press } = await open(bridge);
  await subscribe('https://calendar.example/me.ics');
  screen.getByText('Reading the calendar…');
  await press('Subscribe');
  await press('Choose a file…');
  for (const end of readings) end();
  await placeBecomes('#/calendars/calendar-new');
  expect(bridge.inputsOf('calendars.subscribe')).toHaveLength(1);
  expect(bridge.inputsOf('calendars.importFile')).toEqual([]);
});

test('a dialog that is left changes nothing; a file that cannot be read says why', async () => {
  const bridge = new FakeBridge().answer('calendars.importFile', () => success(null));
  const { screen, press } = await open(bridge);
  await press('Choose a file…');
  await waitFor(() => {
    expect(screen.queryByText('Reading the file…')).toBeNull();
  });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(window.location.hash).toBe('');
  bridge.answer('calendars.importFile', () => failure('invalid', 'me.ics was not imported.'));
  await press('Choose a file…');
  expect((await screen.findByRole('alert')).textContent).toContain('me.ics was not imported.');
});

/** Drops on the window, as jsdom cannot by itself. */
async function drop(files: readonly File[], types: readonly string[] = ['Files']): Promise<Event> {
  const event = new Event('drop', { cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { files, types } });
  await fireEvent(window, event);
  return event;
}
const ics = (name: string): File => new File(['BEGIN:VCALENDAR'], name);

test('a file that is dropped anywhere is imported', async () => {
  const dropped: string[] = [];
  const bridge = new FakeBridge().answer('calendars.importDropped', ({ fileName, bytes }) => {
    dropped.push(`${fileName}: ${new TextDecoder().decode(bytes)}`);
    return taken;
  });
  await open(bridge);
  await drop([ics('me.ics')]);
  await placeBecomes('#/calendars/calendar-new');
  expect(dropped).toEqual(['me.ics: BEGIN:VCALENDAR']);
});

test('of two files none is imported, and dropped words are not taken for one', async () => {
  const { bridge, screen } = await open();
  await drop([ics('one.ics'), ics('two.ics')]);
  expect((await screen.findByRole('alert')).textContent).toContain('One file at a time');
  expect((await drop([], ['text/plain'])).defaultPrevented).toBe(false);
  expect(bridge.inputsOf('calendars.importDropped')).toEqual([]);
});
