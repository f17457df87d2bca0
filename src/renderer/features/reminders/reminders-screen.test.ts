import { render, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { failure, success } from '../../../ipc/result.ts';
import type { InboxReminder, InboxView } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import RemindersScreen from './RemindersScreen.svelte';

const now = '2026-11-23T09:00:00Z';

const reminder = (change: Partial<InboxReminder>): InboxReminder => ({
  ...{ id: 'series-1/2026-11-23T10:00/starting', startsAt: '2026-11-23T09:05:00Z' },
  ...{ stage: 'starting', personName: 'Sam Okafor', dueAt: '2026-11-23T08:55:00Z' },
  ...{ cameAt: '2026-11-23T08:55:00Z', fate: 'shown', snoozedUntil: null, isUnread: false },
  ...{ snoozes: [5, 'until-start'], route: '#/meetings/meeting-1' },
  ...change,
});

const shown = reminder({});
const missed = reminder({
  ...{ id: 'series-2/2026-11-20T10:00/starting', startsAt: '2026-11-20T09:00:00Z' },
  ...{ personName: 'Kim Sund', dueAt: '2026-11-20T08:50:00Z', cameAt: '2026-11-23T08:00:00Z' },
  ...{ fate: 'missed', isUnread: true, snoozes: [] },
});

async function open(view: Partial<InboxView>, bridge = new FakeBridge()) {
  const inbox = { now, reminders: [], unread: 0, pausedUntil: null, ...view };
  bridge
    .answer('reminders.inbox', () => success(inbox))
    .answer('reminders.markRead', () => success(null))
    .answer('reminders.acknowledge', () => success(null))
    .answer('reminders.pause', () => success(null));
  const app = await loadedApp(bridge);
  return { bridge, screen: render(RemindersScreen, { context: appContext(app) }) };
}

test('what was missed stands apart until it is read', async () => {
  const { bridge, screen } = await open({ reminders: [missed, shown], unread: 1 });
  const away = await screen.findByRole('region', { name: 'While you were away' });
  expect(within(away).getByText('1:1 with Kim Sund')).toBeTruthy();
  expect(within(away).getByText(/Due Fri 20 Nov, 09:50, came too late/)).toBeTruthy();
  expect(within(away).queryByText('1:1 with Sam Okafor')).toBeNull();
  within(away)
    .getByRole('button', { name: /^Mark as read for Kim Sund/ })
    .click();
  const { id, startsAt } = missed;
  await expect
    .poll(() => bridge.inputsOf('reminders.markRead'))
    .toEqual([{ reminders: [{ id, startsAt }] }]);
});

test('opening one answers it and leads to its place', async () => {
  const { bridge, screen } = await open({ reminders: [shown] });
  (await screen.findByRole('button', { name: /^Open plan for Sam Okafor/ })).click();
  await expect.poll(() => location.hash).toBe('#/meetings/meeting-1');
  expect(bridge.inputsOf('reminders.acknowledge')).toHaveLength(1);
});

test('why one cannot be put off is said', async () => {
  const bridge = new FakeBridge().answer('reminders.snooze', () =>
    failure('invalid', 'It is too late to put this reminder off. Nothing was changed.'),
  );
  const { screen } = await open({ reminders: [shown] }, bridge);
  (await screen.findByRole('button', { name: /^Snooze until start for Sam/ })).click();
  expect((await screen.findByRole('alert')).textContent).toContain('too late to put this');
  expect(bridge.inputsOf('reminders.snooze')).toMatchObject([{ choice: 'until-start' }]);
});

test('a pause is told of and can be ended', async () => {
  const { bridge, screen } = await open({ pausedUntil: '2026-11-23T13:00:00Z' });
  expect(await screen.findByText(/Reminders are paused until 14:00/)).toBeTruthy();
  screen.getByRole('button', { name: 'Resume reminders' }).click();
  await expect.poll(() => bridge.inputsOf('reminders.pause')).toEqual([{ until: null }]);
});

test('with nothing in it, it says what will be there', async () => {
  const { screen } = await open({});
  expect(await screen.findByRole('heading', { name: 'No reminders yet' })).toBeTruthy();
});
