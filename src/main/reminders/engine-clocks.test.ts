import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { ReminderBench, TestScreen } from '../test-support/reminder-bench.ts';
import { reminderBench, testScreen } from '../test-support/reminder-bench.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';

// Reminders in the nights in which the clocks change: in Berlin two o'clock is skipped on 29 March 2026,
// at 1:00 UTC, and comes twice on 25 October, at 0:00 and at 1:00 UTC.

let services: TestServices;
let screen: TestScreen;
let app: ReminderBench;

beforeEach(async () => {
  services = await startServices();
  screen = testScreen();
});
afterEach(() => services.temporary.dispose());

function start(): void {
  const { store, folder } = services.temporary;
  const notices = createNoticeBoard();
  app = reminderBench({ ...{ store, folder, notices, screen }, clock: services.clock });
}

/** A weekly 1:1 of half an hour in Berlin, planned on the Monday before. */
async function planAt(startLocal: string): Promise<void> {
  const date = Temporal.PlainDate.from(startLocal.slice(0, 10)).subtract({ days: 6 });
  services.clock.set(`${date.toString()}T08:00:00Z`);
  const person = valueOf(
    await services.call['people.add']({ name: 'Sam', relationship: 'report' }),
  );
  valueOf(
    await services.call['series.add']({
      ...{ personId: person.id, startLocal, timeZone: 'Europe/Berlin' },
      ...{ durationMinutes: 30, rule: 'FREQ=WEEKLY', place: '' },
    }),
  );
  start();
  await app.beat(services.clock.now());
}

/** Lives minute by minute, as the engine does at most, and tells what came when. */
async function live(from: string, to: string): Promise<readonly string[]> {
  const told: string[] = [];
  const end = Date.parse(to);
  for (let at = Date.parse(from); at <= end; at += 60_000) {
    const instant = new Date(at).toISOString().replace('.000Z', 'Z');
    services.clock.set(instant);
    const before = screen.shown.length;
    await app.beat(services.clock.now());
    for (const { title } of screen.shown.slice(before)) told.push(`${instant} ${title}`);
  }
  return told;
}

const starting = (told: readonly string[]): readonly string[] =>
  told.filter((line) => line.includes('Z 1:1 '));

async function snooze(choice: 5 | 'until-start'): Promise<void> {
  const { reminders } = await app.desk.inbox();
  const reminder = reminders.find(({ stage }) => stage === 'starting');
  if (reminder === undefined) throw new Error('The inbox is empty.');
  expect(await app.desk.snooze(reminder, choice)).toBe('snoozed');
}

test('a 1:1 in the hour that spring skips is reminded of once, before the hour it takes place', async () => {
  await planAt('2026-03-29T02:30');
  expect(starting(await live('2026-03-28T23:00:00Z', '2026-03-29T03:00:00Z'))).toEqual([
    '2026-03-29T01:20:00Z 1:1 with Sam in 10 minutes',
  ]);
  expect(screen.shown.at(-1)?.body).toContain('03:30 to 04:00');
});

test('a 1:1 in the hour that autumn repeats is reminded of once, the first time round', async () => {
  await planAt('2026-10-25T02:30');
  expect(starting(await live('2026-10-24T23:00:00Z', '2026-10-25T03:00:00Z'))).toEqual([
    '2026-10-25T00:20:00Z 1:1 with Sam in 10 minutes',
  ]);
});

test.each([
  ['spring', '2026-03-29T03:03', '2026-03-29T00:53:00Z'],
  ['autumn', '2026-10-25T02:03', '2026-10-24T23:53:00Z'],
])(
  'five minutes of snooze are five over the change in %s, and after a restart',
  async (_name, startLocal, due) => {
    await planAt(startLocal);
    const after = (minutes: number): string =>
      Temporal.Instant.from(due).add({ minutes }).toString();
    expect(starting(await live(after(-60), due))).toEqual([`${due} 1:1 with Sam in 10 minutes`]);
    services.clock.set(after(3));
    await snooze(5);
    start();
    expect(starting(await live(after(4), after(60)))).toEqual([
      `${after(8)} 1:1 with Sam in 2 minutes`,
    ]);
  },
);

test('put off until the start, a 1:1 in the skipped hour comes when it takes place', async () => {
  await planAt('2026-03-29T02:30');
  await live('2026-03-29T01:00:00Z', '2026-03-29T01:20:00Z');
  await snooze('until-start');
  expect(starting(await live('2026-03-29T01:21:00Z', '2026-03-29T02:30:00Z'))).toEqual([
    '2026-03-29T01:30:00Z 1:1 with Sam now',
  ]);
});

test.each([
  ['is skipped', '2026-03-30T10:00', '2026-03-29T01:30:00Z'],
  ['comes twice', '2026-10-26T10:00', '2026-10-25T00:30:00Z'],
])('to prepare at an hour that %s comes once', async (_name, startLocal, due) => {
  valueOf(
    await services.call['settings.change']({
      prepareAt: '02:30',
      ...{ workingDays: [1, 2, 3, 4, 5, 6, 7], quietHours: null },
    }),
  );
  await planAt(startLocal);
  const day = Temporal.PlainDate.from(due.slice(0, 10)).subtract({ days: 1 });
  expect(await live(`${day.toString()}T23:00:00Z`, `${due.slice(0, 10)}T04:00:00Z`)).toEqual([
    `${due} Prepare your 1:1 with Sam`,
  ]);
});

test('quiet hours that end in the skipped hour are over with it', async () => {
  const quietHours = { from: '22:00', until: '02:30' };
  valueOf(await services.call['settings.change']({ quietHours }));
  await planAt('2026-03-29T03:35');
  expect(starting(await live('2026-03-28T22:00:00Z', '2026-03-29T02:30:00Z'))).toEqual([
    '2026-03-29T01:25:00Z 1:1 with Sam in 10 minutes',
  ]);
});
