import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../domain/documents/settings.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import { createSettingsService } from '../services/settings.ts';
import type { TemporaryStore } from '../test-support/temporary-store.ts';
import { temporaryStore, testClock } from '../test-support/temporary-store.ts';
import { changeTopics } from './change-topics.ts';
import { publishChanges } from './publish-changes.ts';

let temporary: TemporaryStore;

beforeEach(async () => {
  temporary = await temporaryStore(testClock('2026-11-23T08:00:00Z'));
});
afterEach(() => temporary.dispose());

test('each topic is named once, whatever number of documents was touched', () => {
  const ids = ['one', 'other'];
  expect(changeTopics(ids.map((id) => ({ kind: 'meeting', id })))).toEqual(['meetings']);
  expect(
    changeTopics([
      { kind: 'person', id: 'one' },
      { kind: 'series', id: 'other' },
    ]),
  ).toEqual(['people', 'series']);
});

test('what is written and what is noticed is told, until it is stopped', async () => {
  const told: unknown[] = [];
  let tellOfReminders = (): void => undefined;
  const notices = createNoticeBoard();
  const stop = publishChanges({
    store: temporary.store,
    notices,
    captures: { onChange: () => () => undefined },
    reminders: {
      onChange: (listener) => {
        tellOfReminders = listener;
        return () => undefined;
      },
    },
    send: (name, event) => told.push([name, event]),
  });
  const settings = createSettingsService(temporary.store);
  await settings['settings.change']({ theme: 'dark' });
  notices.add({ id: 'no-tray', severity: 'information', message: 'No tray.' });
  tellOfReminders();
  expect(told).toEqual([
    ['changed', { topics: ['settings'] }],
    ['changed', { topics: ['notices'] }],
    ['changed', { topics: ['reminders'] }],
  ]);
  stop();
  await settings['settings.change']({ theme: defaultSettings.theme });
  expect(told).toHaveLength(3);
});
