import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

const unknown = {
  id: 'series-1/2026-11-23T10:00/starting',
  startsAt: '2026-11-23T09:00:00Z',
} as const;

test('an inbox with nothing in it', async () => {
  expect(valueOf(await services.call['reminders.inbox'](undefined))).toEqual({
    ...{ now: '2026-11-23T08:00:00Z', reminders: [], unread: 0, pausedUntil: null },
  });
  expect(valueOf(await services.call['today.read'](undefined)).missed).toEqual([]);
});

test('what is not there cannot be put off, and nothing comes of answering it', async () => {
  const snoozed = await services.call['reminders.snooze']({ ...unknown, choice: 5 });
  expect(errorOf(snoozed)).toBe('not-found');
  expect(errorOf(await services.call['reminders.acknowledge'](unknown))).toBe('none');
  expect(errorOf(await services.call['reminders.markRead']({ reminders: null }))).toBe('none');
});

test('a pause is kept with the settings', async () => {
  const until = '2026-11-23T10:00:00Z';
  valueOf(await services.call['reminders.pause']({ until }));
  expect(valueOf(await services.call['settings.read'](undefined)).remindersPausedUntil).toBe(until);
  expect(valueOf(await services.call['reminders.inbox'](undefined)).pausedUntil).toBe(until);
  valueOf(await services.call['reminders.pause']({ until: null }));
  expect(valueOf(await services.call['reminders.inbox'](undefined)).pausedUntil).toBeNull();
});
