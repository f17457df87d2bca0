import type { Page } from '@playwright/test';
import { hideByKey } from '../fixtures/app/hide-by-key.ts';
import { movableClock } from '../fixtures/app/movable-clock.ts';
import type { LoginManager } from '../fixtures/desktop/login-manager.ts';
import type {
  NotificationServer,
  RecordedNotification,
} from '../fixtures/desktop/notification-server.ts';
import { expect, test } from '../fixtures/test.ts';
import { twoOnMonday } from './reminder-data.ts';

// Reminders as a user meets them: on the desktop, in the window, and after the computer slept.

test.use({ loginManager: true });

/** Sam and Kim are met at ten. */
const tenTo = '2026-11-23T09:50:00Z';
const whatCame = (notifications: NotificationServer): readonly string[] =>
  notifications.all.map(({ summary }) => summary);

const about = (words: string) => (notification: RecordedNotification) =>
  notification.summary.includes(words);

/** Wakes the computer until something has happened: the app may not listen yet. */
async function wakeUntil(power: LoginManager, hasHappened: () => boolean): Promise<void> {
  await expect
    .poll(
      () => {
        power.resume();
        return hasHappened();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('two at once, each with its buttons; a click opens the plan with the window hidden @desktop-bus', async ({
  launch,
  notifications,
}) => {
  const app = await launch({ dataDir: await twoOnMonday(), now: '2026-11-23T09:49:55Z' });
  const page = await app.window();
  const sam = await notifications.waitForNotification(about('Sam Okafor'), 20_000);
  const kim = await notifications.waitForNotification(about('Kim Sund'));
  expect(sam).toMatchObject({ appName: 'Evenkeel', summary: '1:1 with Sam Okafor in 10 minutes' });
  expect(sam.actions.map(({ label }) => label).slice(1)).toEqual([
    ...['Open', 'Snooze 5 min', 'Snooze until start'],
  ]);
  await page.close();
  await notifications.waitForNotification(about('stays in the tray'));
  notifications.clickBody(kim);
  await expect(heading(await app.window(), '1:1 with Kim Sund')).toBeVisible();
  notifications.invoke(sam, 'Open');
  await expect(heading(await app.window(), '1:1 with Sam Okafor')).toBeVisible();
  expect(whatCame(notifications).filter((title) => title.includes('1:1'))).toHaveLength(2);
});

test('a second start while a reminder is up brings the window, and leaves the reminder as it was @desktop-bus', async ({
  launch,
  run,
  notifications,
}) => {
  const app = await launch({
    ...{ dataDir: await twoOnMonday(), now: '2026-11-23T09:49:55Z', args: ['--hidden'] },
  });
  const sam = await notifications.waitForNotification(about('Sam Okafor'), 20_000);
  await notifications.waitForNotification(about('Kim Sund'));
  expect(app.app.windows()).toHaveLength(0);
  const { code } = await run({ dataDir: app.dataDir });
  expect(code).toBe(0);
  const page = await app.window();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // None came anew, none went, and a click still leads where it led.
  expect(whatCame(notifications)).toHaveLength(2);
  expect(notifications.shown).toHaveLength(2);
  notifications.clickBody(sam);
  await expect(heading(page, '1:1 with Sam Okafor')).toBeVisible();
});

test('a click opens the plan where there is no window at all @desktop-bus', async ({
  launch,
  notifications,
}) => {
  const app = await launch({
    ...{ dataDir: await twoOnMonday(), now: '2026-11-23T09:49:55Z', args: ['--hidden'] },
  });
  const sam = await notifications.waitForNotification(about('Sam Okafor'), 20_000);
  expect(app.app.windows()).toHaveLength(0);
  notifications.clickBody(sam);
  await expect(heading(await app.window(), '1:1 with Sam Okafor')).toBeVisible();
});

test('a window that was let go comes back for the plan, and for the wrap-up of what is open @desktop-bus', async ({
  launch,
  notifications,
  power,
  desktopEnv,
}) => {
  test.setTimeout(120_000);
  const clock = await movableClock('2026-11-23T09:49:55Z');
  const app = await launch({ dataDir: await twoOnMonday(), now: clock.path });
  const openPages = (): number => app.app.windows().filter((page) => !page.isClosed()).length;
  const letGo = async (fiveMinutesOn: string): Promise<void> => {
    await hideByKey(app, desktopEnv);
    await notifications.waitForNotification(about('stays in the tray'));
    await clock.set(fiveMinutesOn);
    await wakeUntil(power, () => openPages() === 0);
  };
  await app.window();
  const sam = await notifications.waitForNotification(about('Sam Okafor'), 20_000);

  await test.step('its notification, up since before, brings the plan', async () => {
    await letGo('2026-11-23T09:57:00Z');
    notifications.clickBody(sam);
    const page = await app.window();
    await expect(heading(page, '1:1 with Sam Okafor')).toBeVisible();
    await page.getByLabel('Add a talking point').fill('Holiday cover');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Discussed: Holiday cover' })).toBeEnabled();
  });

  await test.step('after the end, of the one in which something is open', async () => {
    await clock.set('2026-11-23T10:36:00Z');
    await wakeUntil(power, () => notifications.all.some(about('Wrap up')));
    const wrapUps = whatCame(notifications).filter((title) => title.includes('Wrap up'));
    expect(wrapUps).toEqual(['Wrap up your 1:1 with Sam Okafor']);
  });

  await test.step('a click on it brings the wrap-up, with the window let go once more', async () => {
    await letGo('2026-11-23T10:45:00Z');
    notifications.clickBody(await notifications.waitForNotification(about('Wrap up')));
    const page = await app.window();
    await expect(heading(page, 'Wrap up the 1:1 with Sam Okafor')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Holiday cover' })).toBeVisible();
  });
});

test('a snooze comes back after a restart, once, and when it was asked for @desktop-bus', async ({
  launch,
  notifications,
  power,
}) => {
  const clock = await movableClock(tenTo);
  const first = await launch({ dataDir: await twoOnMonday(), now: clock.path });
  const page = await first.window();
  notifications.invoke(
    await notifications.waitForNotification(about('Sam Okafor'), 20_000),
    'Snooze 5 min',
  );
  await page.getByRole('link', { name: 'Reminders' }).click();
  await expect(page.getByText(/Comes again 09:55/)).toBeVisible();
  await clock.set('2026-11-23T09:52:00Z');
  const second = await first.restart();
  await second.window();
  await clock.set('2026-11-23T09:55:30Z');
  const ofSam = (): readonly string[] =>
    whatCame(notifications).filter((title) => title.includes('Sam'));
  await wakeUntil(power, () => ofSam().length > 1);
  expect(ofSam()).toEqual([
    ...['1:1 with Sam Okafor in 10 minutes', '1:1 with Sam Okafor in 5 minutes'],
  ]);
});

test('after sleep, what was missed comes as one message, and is listed until it is read @desktop-bus', async ({
  launch,
  notifications,
  power,
  tray,
  visit,
}) => {
  test.setTimeout(120_000);
  const clock = await movableClock('2026-11-23T09:30:00Z');
  const app = await launch({ dataDir: await twoOnMonday(), now: clock.path });
  const page = await app.window();

  await test.step('asleep over both, the computer wakes up', async () => {
    await tray.waitForEntry(/in \d+ minutes$/);
    power.suspend();
    await clock.set('2026-11-23T12:00:00Z');
    await wakeUntil(power, () => notifications.all.length > 0);
    const [message] = notifications.all;
    expect(message?.summary).toBe('While you were away');
    expect(message?.body).toContain('2 reminders came too late');
    power.resume();
  });

  await test.step('Today tells of it, the rail in words as well', async () => {
    const section = page.getByRole('region', { name: 'While you were away' });
    await expect(section.getByRole('listitem')).toHaveCount(2);
    await expect(page.getByRole('link', { name: 'Today 2 missed reminders' })).toBeVisible();
    await visit(page, 'today, with missed reminders');
    await section.getByRole('button', { name: 'Mark as read for Kim Sund' }).click();
    await expect(section.getByRole('listitem')).toHaveCount(1);
  });

  await test.step('a click on the message leads to all of them', async () => {
    notifications.clickBody(await notifications.waitForNotification(about('While you were away')));
    await expect(heading(page, 'Reminders')).toBeVisible();
    await visit(page, 'reminders');
    await page.getByRole('button', { name: 'Open plan for Sam Okafor' }).click();
    await expect(heading(page, '1:1 with Sam Okafor')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Today', exact: true })).toBeVisible();
  });

  await test.step('the next ones come as if nothing had been', async () => {
    await clock.set('2026-11-27T16:00:00Z');
    await wakeUntil(power, () => notifications.shown.some(about('Prepare')));
    expect(whatCame(notifications)[0]).toBe('While you were away');
    const prepare = await notifications.waitForNotification(about('Prepare your 1:1 with Sam'));
    expect(prepare.body).toBe('Monday 30 November, 10:00 to 10:30.');
    notifications.clickBody(prepare);
    await expect(page.getByText(/30 November/).first()).toBeVisible();
  });
});

test.describe('without a notification area', () => {
  test.use({ notificationServer: false });

  test('the window says what no notification can @desktop-bus', async ({ launch }) => {
    const clock = await movableClock(tenTo);
    const app = await launch({ dataDir: await twoOnMonday(), now: clock.path });
    const page = await app.window();
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices.getByText(/1:1 with Sam Okafor in 10 minutes\./)).toBeVisible();
    await expect(notices.getByText(/1:1 with Kim Sund in 10 minutes\./)).toBeVisible();
    await notices.getByRole('link', { name: 'See more' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /^1:1 with/ })).toBeVisible();
  });
});

test('a desktop whose notifications have no buttons: the reminder is in the inbox @desktop-bus', async ({
  launch,
  notifications,
}) => {
  notifications.refuseActions();
  const app = await launch({ dataDir: await twoOnMonday(), now: '2026-11-23T09:49:58Z' });
  const page = await app.window();
  const sam = await notifications.waitForNotification(about('Sam Okafor'), 20_000);
  expect(sam.actions).toEqual([]);
  await page.getByRole('link', { name: 'Reminders' }).click();
  await page.getByRole('button', { name: 'Snooze until start for Sam Okafor' }).click();
  await expect(page.getByText(/Comes again 10:00/)).toBeVisible();
  await expect.poll(() => notifications.shown.some(about('Sam Okafor'))).toBe(false);
});
