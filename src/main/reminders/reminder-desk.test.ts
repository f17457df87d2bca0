import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InboxReminder } from '../../ipc/views.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Message } from './notifier.ts';
import type { ReminderBench, TestScreen } from '../test-support/reminder-bench.ts';
import { reminderBench, testScreen } from '../test-support/reminder-bench.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';

// What the user does with a reminder of Sam's 1:1, Monday at ten in Berlin, which is nine UTC.

let services: TestServices;
let notices: NoticeBoard;
let screen: TestScreen;
let routes: string[];
let app: ReminderBench;

beforeEach(async () => {
  services = await startServices();
  notices = createNoticeBoard();
  screen = testScreen();
  routes = [];
  app = start();
  await services.addSam();
});
afterEach(() => services.temporary.dispose());

function start(): ReminderBench {
  const { clock } = services;
  const { store, folder } = services.temporary;
  return reminderBench({ store, clock, notices, folder, screen, routes });
}

async function beatAt(instant: string, bench = app): Promise<void> {
  services.clock.set(instant);
  await bench.beat(services.clock.now());
}

const titles = (): string[] => screen.shown.map(({ title }) => title);

async function latest(bench = app): Promise<InboxReminder> {
  const [reminder] = (await bench.desk.inbox()).reminders;
  if (reminder === undefined) throw new Error('The inbox is empty.');
  return reminder;
}

function press(label: string): void {
  const message: Message | undefined = screen.shown.at(-1);
  const button = message?.buttons.find((one) => one.label === label);
  if (button === undefined) throw new Error(`There is no button ${label}.`);
  button.press();
}

const fateBecomes = (fate: InboxReminder['fate']): Promise<void> =>
  expect.poll(async () => (await latest()).fate).toBe(fate);

test('a reminder offers to be opened and put off', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  expect(screen.shown[0]?.buttons.map(({ label }) => label)).toEqual([
    ...['Open', 'Snooze 5 min', 'Snooze until start'],
  ]);
});

test('to put off until the start is offered only before the start', async () => {
  await beatAt('2026-11-23T09:05:00Z');
  expect(screen.shown[0]?.buttons.map(({ label }) => label)).toEqual(['Open', 'Snooze 5 min']);
});

test('a snooze is kept as an instant and survives a restart (super-productivity#153)', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  expect(await app.desk.snooze(await latest(), 5)).toBe('snoozed');
  const restarted = start();
  expect((await latest(restarted)).snoozedUntil).toBe('2026-11-23T08:55:00Z');
  await beatAt('2026-11-23T08:50:10Z', restarted);
  await beatAt('2026-11-23T08:54:59Z', restarted);
  expect(titles()).toHaveLength(1);
  await beatAt('2026-11-23T08:55:00Z', restarted);
  await beatAt('2026-11-23T08:56:00Z', restarted);
  expect(titles()).toEqual([
    '1:1 with Sam Okafor in 10 minutes',
    '1:1 with Sam Okafor in 5 minutes',
  ]);
});

test('put off until the start it comes at the start', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  press('Snooze until start');
  await fateBecomes('snoozed');
  await beatAt('2026-11-23T08:59:59Z');
  expect(titles()).toHaveLength(1);
  await beatAt('2026-11-23T09:00:00Z');
  expect(titles()[1]).toBe('1:1 with Sam Okafor now');
});

test('the button puts it off as well', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  press('Snooze 5 min');
  await fateBecomes('snoozed');
});

test('a button that comes too late opens the plan instead', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  services.clock.set('2026-11-23T09:01:00Z');
  press('Snooze until start');
  await expect.poll(() => routes).toHaveLength(1);
  await fateBecomes('answered');
});

test('repeating goes on until it is answered, under one id (MeetingBar#305)', async () => {
  await services.call['settings.change']({ repeatsUntilAcknowledged: true });
  await beatAt('2026-11-23T08:50:00Z');
  await beatAt('2026-11-23T08:52:00Z');
  await beatAt('2026-11-23T08:54:00Z');
  expect(new Set(screen.shown.map(({ id }) => id)).size).toBe(1);
  expect(screen.shown).toHaveLength(3);
  screen.shown[2]?.dismissed?.();
  await fateBecomes('answered');
  await beatAt('2026-11-23T08:56:00Z');
  expect(screen.shown).toHaveLength(3);
});

test('what is answered in the window leaves the screen, and is told of', async () => {
  let changes = 0;
  app.desk.onChange(() => (changes += 1));
  await beatAt('2026-11-23T08:50:00Z');
  expect(changes).toBe(1);
  await app.desk.acknowledge([await latest()]);
  expect(screen.standing()).toEqual([]);
  expect(changes).toBe(2);
  await fateBecomes('answered');
});

test('what is put off in the window leaves the screen', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  expect(await app.desk.snooze(await latest(), 5)).toBe('snoozed');
  expect(screen.standing()).toEqual([]);
});

test('what is not known, or too late, cannot be put off', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  const reminder = await latest();
  const unknown = { ...reminder, startsAt: '2026-11-24T09:00:00Z' };
  expect(await app.desk.snooze(unknown, 5)).toBe('unknown');
  services.clock.set('2026-11-23T09:29:00Z');
  expect(await app.desk.snooze(reminder, 5)).toBe('too-late');
});

test('where no notification can be shown, window and tray say it until it is answered', async () => {
  screen.canShow = false;
  await beatAt('2026-11-23T08:50:00Z');
  const { route } = await latest();
  expect(notices.list()).toMatchObject([
    {
      message: '1:1 with Sam Okafor in 10 minutes. 10:00 to 10:30. Open the plan to prepare.',
      route,
    },
  ]);
  expect(await app.desk.unshown()).toMatchObject([{ personName: 'Sam Okafor', stage: 'starting' }]);
  await app.desk.acknowledge([await latest()]);
  expect(notices.list()).toEqual([]);
  expect(await app.desk.unshown()).toEqual([]);
});

test('to put the line in the window away is an answer as well', async () => {
  screen.canShow = false;
  await beatAt('2026-11-23T08:50:00Z');
  notices.dismiss(notices.list()[0]?.id ?? '');
  await fateBecomes('answered');
  expect(await app.desk.unshown()).toEqual([]);
});

test('a desktop that says later that it could not: then window and tray say it, and are told so', async () => {
  await beatAt('2026-11-23T08:50:00Z');
  let changes = 0;
  app.desk.onChange(() => (changes += 1));
  screen.shown[0]?.failed();
  expect(notices.list()).toMatchObject([{ route: (await latest()).route }]);
  expect(await app.desk.unshown()).toMatchObject([{ personName: 'Sam Okafor', stage: 'starting' }]);
  expect(changes).toBe(1);
  await app.desk.acknowledge([await latest()]);
  expect(notices.list()).toEqual([]);
  expect(await app.desk.unshown()).toEqual([]);
});

test('missed ones are news until they are read; of people who are gone nothing is listed', async () => {
  await beatAt('2026-11-23T08:00:00Z');
  await beatAt('2026-11-23T12:00:00Z');
  expect(await app.desk.inbox()).toMatchObject({ unread: 1, reminders: [{ snoozes: [] }] });
  await app.desk.markRead([await latest()]);
  expect(await app.desk.inbox()).toMatchObject({ unread: 0, reminders: [{ fate: 'missed' }] });
  const [person] = valueOf(await services.call['people.list'](undefined));
  await services.call['people.deleteAll']({
    personId: person?.id ?? '',
    typedName: 'Sam Okafor',
  });
  expect((await app.desk.inbox()).reminders).toEqual([]);
});

test('all missed ones are read at once', async () => {
  await beatAt('2026-11-23T08:00:00Z');
  await beatAt('2026-12-09T12:00:00Z');
  expect((await app.desk.inbox()).unread).toBeGreaterThan(1);
  await app.desk.markRead(null);
  expect((await app.desk.inbox()).unread).toBe(0);
});
