import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { ReminderBench, TestScreen } from '../test-support/reminder-bench.ts';
import { reminderBench, testScreen } from '../test-support/reminder-bench.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices } from '../test-support/test-services.ts';

// What happens to a reminder while it is up, from nine o'clock on a Monday in Berlin, which is eight UTC.

let services: TestServices;
let notices: NoticeBoard;
let screen: TestScreen;

beforeEach(async () => {
  services = await startServices();
  notices = createNoticeBoard();
  screen = testScreen();
});
afterEach(() => services.temporary.dispose());

function start(): ReminderBench {
  const { store, folder } = services.temporary;
  return reminderBench({ ...{ store, folder, notices, screen }, clock: services.clock });
}

async function beatAt({ beat }: ReminderBench, instant: string): Promise<void> {
  services.clock.set(instant);
  await beat(services.clock.now());
}

test.each([true, false])(
  'a 1:1 that is moved while its reminder is up (notifications: %s): it goes, and comes anew in time',
  async (canShow) => {
    screen.canShow = canShow;
    const { seriesId } = await services.addSam();
    const app = start();
    const told = (): readonly string[] =>
      canShow
        ? screen.standing().map(({ title }) => title)
        : notices.list().map(({ message }) => message);
    await beatAt(app, '2026-11-23T08:50:00Z');
    await beatAt(app, '2026-11-23T08:51:00Z');
    expect(told()).toHaveLength(1);
    await services.call['series.moveOne']({
      ...{ seriesId, originalLocal: '2026-11-23T10:00', startLocal: '2026-11-23T11:00' },
      durationMinutes: 30,
    });
    await beatAt(app, '2026-11-23T08:52:00Z');
    expect(told()).toEqual([]);
    await beatAt(app, '2026-11-23T09:50:00Z');
    expect(told()).toEqual([expect.stringContaining('1:1 with Sam Okafor in 10 minutes')]);
    await services.call['series.cancelOne']({ seriesId, originalLocal: '2026-11-23T10:00' });
    await beatAt(app, '2026-11-23T09:51:00Z');
    expect(told()).toEqual([]);
    expect(await app.desk.unshown()).toEqual([]);
  },
);

test('without notifications, what is missed is said each time anew, in one line', async () => {
  screen.canShow = false;
  await services.addSam();
  const app = start();
  const lines = () => notices.list().map(({ id, message }) => ({ id, message }));
  await beatAt(app, '2026-11-23T08:00:00Z');
  await beatAt(app, '2026-11-23T12:00:00Z');
  expect(lines()).toHaveLength(1);
  notices.dismiss(lines()[0]?.id ?? '');
  await beatAt(app, '2026-11-30T12:00:00Z');
  expect(lines()).toHaveLength(1);
  await beatAt(app, '2026-12-07T12:00:00Z');
  expect(lines()).toMatchObject([{ message: expect.stringContaining('7 Dec') as string }]);
});

test('a snooze over the hour that the clocks show twice is as long as it says, also after sleep', async () => {
  services.clock.set('2026-10-20T08:00:00Z');
  await services.addSam();
  const [series] = await services.temporary.store.list('series');
  await services.call['series.change']({
    ...{ seriesId: series?.id ?? '', startLocal: '2026-10-25T03:05', timeZone: 'Europe/Berlin' },
    ...{ durationMinutes: 30, rule: 'FREQ=WEEKLY', place: '' },
  });
  const app = start();
  const starting = (): readonly string[] =>
    screen.shown.map(({ title }) => title).filter((title) => title.startsWith('1:1'));
  // Two o'clock comes twice in this night: at 0:00 and at 1:00 UTC. Three is at 2:00.
  await beatAt(app, '2026-10-24T23:00:00Z');
  await beatAt(app, '2026-10-25T00:55:00Z');
  expect(starting()).toEqual([]);
  await beatAt(app, '2026-10-25T01:56:00Z');
  expect(starting()).toEqual(['1:1 with Sam Okafor in 9 minutes']);
  const reminder = (await app.desk.inbox()).reminders.find(({ stage }) => stage === 'starting');
  if (reminder === undefined) throw new Error('The inbox is empty.');
  expect(await app.desk.snooze(reminder, 'until-start')).toBe('snoozed');
  await beatAt(app, '2026-10-25T02:04:59Z');
  expect(starting()).toHaveLength(1);
  await beatAt(app, '2026-10-25T02:05:00Z');
  expect(starting()[1]).toBe('1:1 with Sam Okafor now');
});
