import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { failure, success } from '../../../ipc/result.ts';
import type { CalendarFreshness, CalendarSummary } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, testNow } from '../../test-support/fake-bridge.ts';
import CalendarsScreen from './CalendarsScreen.svelte';

type Subscription = Extract<CalendarFreshness, { kind: 'subscription' }>;

const fresh: Subscription = {
  ...{ kind: 'subscription', host: 'calendar.example', isReading: false, problem: null },
  ...{ goodAt: '2026-11-23T08:35:00Z', nextTryAt: '2026-11-23T09:35:00Z', asksOwnNetwork: false },
};
const stale: Subscription = {
  ...{ ...fresh, problem: 'The server took too long to answer.' },
  ...{ goodAt: '2026-11-20T08:00:00Z', nextTryAt: '2026-11-23T08:50:00Z' },
};
const work: CalendarSummary = {
  ...{ id: 'calendar-work', name: 'Work', freshness: fresh, oneToOnes: 4 },
  counts: { taken: 4, updated: 0, unchanged: 0, cancelled: 0, skipped: 60, undecided: 2 },
};

async function open(calendars: readonly CalendarSummary[], bridge = new FakeBridge()) {
  bridge.answer('calendars.list', () => success({ now: testNow, calendars }));
  const app = await loadedApp(bridge);
  const screen = render(CalendarsScreen, { context: appContext(app) });
  await waitFor(() => {
    expect(screen.queryByText('Loading…')).toBeNull();
  });
  const press = (name: string): Promise<unknown> =>
    fireEvent.click(screen.getByRole('button', { name }));
  return { bridge, screen, press };
}

test('with no calendar it says what will stand there', async () => {
  const { screen } = await open([]);
  screen.getByRole('heading', { name: 'No calendar yet' });
});

test('a subscription says where it is from, how fresh it is, and what came of it', async () => {
  const { screen } = await open([work]);
  const row = within(screen.getByRole('listitem'));
  row.getByText(/From calendar\.example · Up to date, read 5 minutes ago/);
  row.getByText(/^4 events are 1:1s,\s+2 more could be$/);
  expect(row.getByRole('link', { name: 'Choose 1:1s: Work' }).getAttribute('href')).toBe(
    '#/calendars/calendar-work',
  );
});

test('one that cannot be read says why, since when, and when it is tried again', async () => {
  const { screen } = await open([
    { ...work, freshness: stale },
    { ...work, id: 'calendar-2', name: 'Never', freshness: { ...stale, goodAt: null } },
  ]);
  const [known, never] = screen.getAllByRole('listitem');
  if (known === undefined || never === undefined) throw new Error('There are not two calendars.');
  within(known).getByText(/Not up to date/);
  within(known).getByText(
    /took too long to answer\.\s+Not read since .*20 Nov.*09:00.* stay as they were then\. .* again in 10 minutes\./,
  );
  within(never).getByText(/Not read on this computer yet/);
  within(never).getByText(/could not be read on this computer yet\. .* again in 10 minutes\./);
});

test('a file has nothing to be read anew, and says when it was imported', async () => {
  const { screen } = await open([
    { ...work, freshness: { kind: 'file', importedAt: '2026-11-20T08:00:00Z' }, counts: null },
    { ...work, id: 'calendar-2', name: 'Far', freshness: { kind: 'file', importedAt: null } },
  ]);
  screen.getByText(/^A file, imported .*20 Nov.*09:00/);
  screen.getByText('A file that was imported on another computer');
  expect(screen.queryByRole('button', { name: /^Read now/ })).toBeNull();
});

test('a calendar that is read shows so; one that fails says it at its row', async () => {
  const bridge = new FakeBridge().answer('calendars.refresh', () =>
    failure('not-found', 'This calendar is not in your data any more.'),
  );
  const { screen, press } = await open([work], bridge);
  await press('Read now: Work');
  expect((await screen.findByRole('alert')).textContent).toContain('not in your data any more');
  const reading: CalendarSummary = { ...work, freshness: { ...stale, isReading: true } };
  bridge.answer('calendars.list', () => success({ now: testNow, calendars: [reading] }));
  bridge.send('changed', { topics: ['calendars'] });
  await screen.findByText('Being read…');
  const button = screen.getByRole('button', { name: 'Read now: Work' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.queryByText(/took too long/)).toBeNull();
});

test('a calendar gets another name; an empty one leaves it as it is', async () => {
  const bridge = new FakeBridge().answer('calendars.rename', () => success(null));
  const { screen, press } = await open([work], bridge);
  for (const value of ['Team', ' ']) {
    await press('Rename: Work');
    const field = screen.getByLabelText('Name of the calendar');
    expect(field).toHaveProperty('value', 'Work');
    await fireEvent.input(field, { target: { value } });
    await press('Save');
    await waitFor(() => {
      expect(screen.queryByLabelText('Name of the calendar')).toBeNull();
    });
  }
  const id = { calendarId: 'calendar-work' };
  expect(bridge.inputsOf('calendars.rename')).toEqual([
    { ...id, name: 'Team' },
    { ...id, name: 'Work' },
  ]);
});

test('a name that is not taken stays in its field, with the reason', async () => {
  const bridge = new FakeBridge().answer('calendars.rename', () =>
    failure('not-saved', 'The disk is full.'),
  );
  const { screen, press } = await open([work], bridge);
  await press('Rename: Work');
  await fireEvent.input(screen.getByLabelText('Name of the calendar'), {
    target: { value: 'Team' },
  });
  await press('Save');
  await screen.findByText('The disk is full.');
  expect(screen.getByLabelText('Name of the calendar')).toHaveProperty('value', 'Team');
});

test('before a calendar goes it is asked what becomes of its dates, which stay unless told', async () => {
  const undo = { id: 'undo-1', label: 'Remove the calendar Work' };
  const bridge = new FakeBridge().answer('calendars.remove', () => success({ value: null, undo }));
  const { screen, press } = await open([work], bridge);
  const inDialog = () => within(screen.getByRole('dialog', { name: /^Remove the calendar Work/ }));
  await press('Remove…: Work');
  await fireEvent.click(inDialog().getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.inputsOf('calendars.remove')).toEqual([]);
  for (const choice of [null, 'Remove their dates']) {
    await press('Remove…: Work');
    if (choice !== null) await fireEvent.click(inDialog().getByRole('radio', { name: choice }));
    await fireEvent.click(inDialog().getByRole('button', { name: 'Remove calendar' }));
  }
  const id = { calendarId: 'calendar-work' };
  expect(bridge.inputsOf('calendars.remove')).toEqual([
    { ...id, series: 'keep' },
    { ...id, series: 'remove' },
  ]);
});
