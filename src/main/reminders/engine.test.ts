import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Settings } from '../../domain/documents/settings.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Beat } from '../platform/heartbeat.ts';
import type { ReminderBench, TestScreen } from '../test-support/reminder-bench.ts';
import { reminderBench, testScreen } from '../test-support/reminder-bench.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';

// The engine on a real store, from nine o'clock on a Monday in Berlin, which is eight UTC.

let services: TestServices;
let notices: NoticeBoard;
let screen: TestScreen;
let routes: string[];
let problems: unknown[];

beforeEach(async () => {
  services = await startServices();
  notices = createNoticeBoard();
  screen = testScreen();
  [routes, problems] = [[], []];
});
afterEach(() => services.temporary.dispose());

/** What a start of the app makes; the ledger is where the test says. */
function start(folder = services.temporary.folder): ReminderBench {
  const { clock } = services;
  const { store } = services.temporary;
  return reminderBench({ store, clock, notices, folder, screen, routes, problems });
}

function beatAt({ beat }: { readonly beat: Beat }, instant: string): ReturnType<Beat> {
  services.clock.set(instant);
  return beat(services.clock.now());
}

async function choose(change: Partial<Settings>): Promise<void> {
  const { theme, ...rest } = change;
  valueOf(await services.call['settings.change']({ ...rest, ...(theme && { theme }) }));
}

/** Somebody with a weekly 1:1 on Mondays at a time in Berlin, of half an hour. */
async function addPerson(name: string, time: string): Promise<string> {
  const person = valueOf(await services.call['people.add']({ name, relationship: 'report' }));
  const series = valueOf(
    await services.call['series.add']({
      personId: person.id,
      startLocal: `2026-11-23T${time}`,
      timeZone: 'Europe/Berlin',
      durationMinutes: 30,
      rule: 'FREQ=WEEKLY',
      place: '',
    }),
  );
  return series.id;
}

const titles = (): string[] => screen.shown.map(({ title }) => title);

test('with nothing planned there is nothing to wait for', async () => {
  expect(await beatAt(start(), '2026-11-23T08:00:00Z')).toBeNull();
});

test('ten minutes before, and not before that, the reminder comes, once', async () => {
  await services.addSam();
  const app = start();
  expect(await beatAt(app, '2026-11-23T08:00:00Z')).toBe(Date.parse('2026-11-23T08:50:00Z'));
  await beatAt(app, '2026-11-23T08:49:59Z');
  expect(screen.shown).toEqual([]);
  await beatAt(app, '2026-11-23T08:50:00Z');
  expect(screen.shown).toMatchObject([
    {
      title: '1:1 with Sam Okafor in 10 minutes',
      body: '10:00 to 10:30. Open the plan to prepare.',
    },
  ]);
  await beatAt(app, '2026-11-23T08:50:00Z');
  await beatAt(app, '2026-11-23T08:51:00Z');
  expect(screen.shown).toHaveLength(1);
});

test('each stage has its words and leads to its place', async () => {
  const { seriesId } = await services.addSam();
  const app = start();
  const first = { seriesId, originalLocal: '2026-11-30T10:00' };
  await beatAt(app, '2026-11-27T15:00:00Z');
  const { meeting } = valueOf(await services.call['meetings.plan'](first));
  await services.call['meetings.addPoint']({
    ...{ meetingId: meeting.id, text: 'Hiring', addedBy: 'me', visibility: 'shared' },
  });
  await beatAt(app, '2026-11-30T08:50:00Z');
  await beatAt(app, '2026-11-30T09:35:00Z');
  expect(screen.shown.slice(-3)).toMatchObject([
    { title: 'Prepare your 1:1 with Sam Okafor', body: 'Monday 30 November, 10:00 to 10:30.' },
    { title: '1:1 with Sam Okafor in 10 minutes' },
    {
      title: 'Wrap up your 1:1 with Sam Okafor',
      body: 'It ended at 10:30. Something is still open, and a minute is enough.',
    },
  ]);
  for (const message of screen.shown.slice(-3)) message.open();
  expect(routes).toEqual([
    `#/plan/${seriesId}/2026-11-30T10%3A00`,
    `#/meetings/${meeting.id}`,
    `#/meetings/${meeting.id}/wrap-up`,
  ]);
  // Opening is the answer.
  const fates = async () => (await app.desk.inbox()).reminders.map(({ fate }) => fate);
  await expect.poll(async () => (await fates()).slice(0, 3)).toEqual(Array(3).fill('answered'));
});

test('a restart does not remind again', async () => {
  await services.addSam();
  await beatAt(start(), '2026-11-23T08:50:00Z');
  await beatAt(start(), '2026-11-23T08:52:00Z');
  expect(screen.shown).toHaveLength(1);
});

test('it is shown before it is noted: a crash between shows it again under the same id', async () => {
  await services.addSam();
  const { folder } = services.temporary;
  await beatAt(start(), '2026-11-23T08:40:00Z');
  const crashed = join(folder, 'crashed');
  await mkdir(crashed);
  let noted = '';
  screen.whenShowing = async () => {
    noted = await readFile(join(folder, 'reminders.json'), 'utf8');
    await copyFile(join(folder, 'reminders.json'), join(crashed, 'reminders.json'));
  };
  await beatAt(start(), '2026-11-23T08:50:00Z');
  expect(noted).not.toContain('starting');
  expect(await readFile(join(folder, 'reminders.json'), 'utf8')).toContain('starting');
  screen.whenShowing = () => Promise.resolve();
  await beatAt(start(crashed), '2026-11-23T08:51:00Z');
  const [first, second] = screen.shown;
  expect(second?.id).toBe(first?.id);
  expect(screen.shown).toHaveLength(2);
});

test('due while the computer slept (super-productivity#5602): it is shown, with how late', async () => {
  await services.addSam();
  const app = start();
  await beatAt(app, '2026-11-23T08:00:00Z');
  await beatAt(app, '2026-11-23T09:10:00Z');
  expect(screen.shown).toMatchObject([
    {
      title: '1:1 with Sam Okafor has begun',
      body: '10:00 to 10:30. Open the plan to prepare. It was due 20 minutes ago.',
    },
  ]);
});

test('what was missed is listed once, and told by one notification (tasknotes#1740)', async () => {
  await services.addSam();
  const app = start();
  await beatAt(app, '2026-11-23T08:00:00Z');
  await beatAt(app, '2026-11-23T12:00:00Z');
  await beatAt(app, '2026-11-23T12:01:00Z');
  expect(screen.shown).toMatchObject([
    {
      title: 'While you were away',
      body: 'A reminder came too late: Sam Okafor, Mon 23 Nov, 10:00.',
    },
  ]);
  expect(await app.desk.inbox()).toMatchObject({
    unread: 1,
    reminders: [{ fate: 'missed', personName: 'Sam Okafor', isUnread: true }],
  });
  screen.shown[0]?.open();
  expect(routes).toEqual(['#/reminders']);
});

test('no flood after waking (badger#42): what waits comes as one, what was missed as one', async () => {
  for (const [name, time] of [
    ['Ada', '09:30'],
    ['Kim', '11:00'],
    ['Ola', '14:00'],
    ['Sam', '15:00'],
  ] as const) {
    await addPerson(name, time);
  }
  const app = start();
  await beatAt(app, '2026-11-27T14:59:00Z');
  const before = screen.shown.length;
  await beatAt(app, '2026-11-30T09:51:00Z');
  expect(screen.shown.slice(before)).toMatchObject([
    { title: '1:1 with Kim in 9 minutes' },
    {
      title: '3 reminders',
      body: 'prepare Kim, Mon 30 Nov, 11:00; prepare Ola, Mon 30 Nov, 14:00; prepare Sam, Mon 30 Nov, 15:00.',
    },
    { title: 'While you were away' },
  ]);
});

test('nothing days old is replayed (alarm-clock#155): it is listed', async () => {
  await services.addSam();
  const app = start();
  await beatAt(app, '2026-11-23T08:00:00Z');
  await beatAt(app, '2026-12-16T08:00:00Z');
  expect(titles()).toEqual(['While you were away']);
  expect((await app.desk.inbox()).unread).toBeGreaterThan(2);
});

test('no window opens by itself on waking (MeetingBar#541)', async () => {
  await services.addSam();
  const app = start();
  await beatAt(app, '2026-11-23T08:00:00Z');
  await beatAt(app, '2026-11-23T09:05:00Z');
  await beatAt(app, '2026-12-01T09:05:00Z');
  expect(screen.shown.length).toBeGreaterThan(1);
  expect(routes).toEqual([]);
});

test('two 1:1s three minutes apart are both reminded of (MeetingBar#769)', async () => {
  await addPerson('Sam', '10:00');
  await addPerson('Kim', '10:03');
  const app = start();
  await beatAt(app, '2026-11-23T08:50:00Z');
  await beatAt(app, '2026-11-23T08:53:00Z');
  expect(titles()).toEqual(['1:1 with Sam in 10 minutes', '1:1 with Kim in 10 minutes']);
});

test('two reminders at once are two notifications', async () => {
  await addPerson('Sam', '10:00');
  await addPerson('Kim', '10:00');
  await beatAt(start(), '2026-11-23T08:50:00Z');
  expect(titles().sort()).toEqual(['1:1 with Kim in 10 minutes', '1:1 with Sam in 10 minutes']);
});

test('names stay out of it when the user wants that, of all kinds of messages', async () => {
  await choose({ hidesTitles: true });
  await services.addSam();
  for (const time of ['14:00', '15:00', '16:00']) await addPerson(`Kim ${time}`, time);
  const app = start();
  await beatAt(app, '2026-11-23T08:50:00Z');
  await beatAt(app, '2026-11-27T15:00:00Z');
  expect(titles()).toContain('Your next 1:1 is in 10 minutes');
  expect(titles()).toContain('4 reminders');
  expect(titles()).toContain('While you were away');
  expect(JSON.stringify(screen.shown)).not.toMatch(/Sam|Kim/);
});

test('nothing comes while reminders are paused; what is still of use comes afterwards', async () => {
  await services.addSam();
  const app = start();
  await beatAt(app, '2026-11-23T08:00:00Z');
  await app.desk.pauseUntil('2026-11-23T09:05:00Z');
  await beatAt(app, '2026-11-23T08:50:00Z');
  expect(screen.shown).toEqual([]);
  expect((await app.desk.inbox()).pausedUntil).toBe('2026-11-23T09:05:00Z');
  await beatAt(app, '2026-11-23T09:05:00Z');
  expect(titles()).toEqual(['1:1 with Sam Okafor has begun']);
});

test('a cancelled or archived 1:1 is not reminded of', async () => {
  const { seriesId, personId } = await services.addSam();
  const app = start();
  await services.call['series.cancelOne']({ seriesId, originalLocal: '2026-11-23T10:00' });
  await beatAt(app, '2026-11-23T08:55:00Z');
  await services.call['people.archive']({ personId });
  await beatAt(app, '2026-11-30T08:55:00Z');
  expect(screen.shown).toEqual([]);
});

test('a minute that brings nothing asks nothing of the disk', async () => {
  await services.addSam();
  const asked: string[] = [];
  const { store } = services.temporary;
  const app = reminderBench({
    ...{ clock: services.clock, notices, folder: services.temporary.folder, screen },
    store: new Proxy(store, {
      get: (target, name) => {
        asked.push(String(name));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    }),
  });
  await beatAt(app, '2026-11-23T08:10:00Z');
  expect(asked).toContain('summaries');
  asked.length = 0;
  await beatAt(app, '2026-11-23T08:11:00Z');
  await beatAt(app, '2026-11-23T08:12:00Z');
  expect(asked).toEqual([]);
  await choose({ startingLeadMinutes: [45] });
  await beatAt(app, '2026-11-23T08:15:00Z');
  expect(titles()).toEqual(['1:1 with Sam Okafor in 45 minutes']);
});
