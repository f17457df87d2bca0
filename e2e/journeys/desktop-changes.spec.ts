import { movableClock } from '../fixtures/app/movable-clock.ts';
import type { RecordedNotification } from '../fixtures/desktop/notification-server.ts';
import { NotificationServer } from '../fixtures/desktop/notification-server.ts';
import { expect, test } from '../fixtures/test.ts';
import { twoOnMonday } from './reminder-data.ts';

// What becomes of reminders when the desktop around the app changes. Its own timer looks at them once
// a minute, so what comes within seconds came because of what happened.

test.use({ loginManager: true });

const seconds = 15_000;

const about = (words: string) => (notification: RecordedNotification) =>
  notification.summary.includes(words);

test('unlocking the screen, and starting it once more, look at once at what is due @desktop-bus', async ({
  launch,
  run,
  notifications,
  power,
  tray,
}) => {
  const clock = await movableClock('2026-11-23T09:30:05Z');
  const app = await launch({
    ...{ dataDir: await twoOnMonday(), now: clock.path, args: ['--hidden'] },
  });
  await tray.waitForEntry(/in 30 minutes$/);

  await test.step('the screen is unlocked', async () => {
    await clock.set('2026-11-23T09:50:00Z');
    await expect
      .poll(
        () => {
          // The app may not listen yet.
          power.unlock();
          return notifications.shown.some(about('1:1 with Sam Okafor in 10 minutes'));
        },
        { timeout: seconds },
      )
      .toBe(true);
  });

  await test.step('it is started a second time', async () => {
    await clock.set('2026-11-27T16:00:00Z');
    await run({ dataDir: app.dataDir, now: clock.path, args: ['--hidden'] });
    await notifications.waitForNotification(about('Prepare your 1:1 with Sam'), seconds);
    expect(app.app.windows()).toHaveLength(0);
  });
});

test('notifications that stop being shown go to the window, and back to the desktop once it can @desktop-bus', async ({
  launch,
  run,
  desktop,
  notifications,
  tray,
}) => {
  const clock = await movableClock('2026-11-23T09:30:05Z');
  const app = await launch({ dataDir: await twoOnMonday(), now: clock.path });
  const page = await app.window();
  const lookAt = async (instant: string): Promise<void> => {
    await clock.set(instant);
    await run({ dataDir: app.dataDir, now: clock.path, args: ['--hidden'] });
  };
  const notices = page.getByRole('region', { name: 'Notices' });
  await tray.waitForEntry(/in 30 minutes$/);

  await test.step('nobody shows them', async () => {
    notifications.stop();
    await lookAt('2026-11-23T09:50:00Z');
    await expect(notices.getByText(/1:1 with Sam Okafor in 10 minutes\./)).toBeVisible();
    await tray.waitForEntry('Snooze: 1:1 with Sam Okafor');
    await notices.getByRole('link', { name: 'See more' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /^1:1 with/ })).toBeVisible();
  });

  await test.step('somebody does again', async () => {
    const later = await NotificationServer.start(desktop?.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    await lookAt('2026-11-27T16:00:00Z');
    const prepare = await later.waitForNotification(about('Prepare your 1:1 with Sam'), seconds);
    later.clickBody(prepare);
    await expect(page.getByText(/30 November/).first()).toBeVisible();
    later.stop();
  });
});

test('a session bus that ends takes the app with it, and nothing that was written; it is whole without one @desktop-bus', async ({
  launch,
  desktop,
  tray,
}) => {
  const clock = await movableClock('2026-11-23T09:30:05Z');
  const first = await launch({ dataDir: await twoOnMonday(), now: clock.path });
  const page = await first.window();

  await test.step('it ends while a thought has just been noted', async () => {
    await tray.click('Prepare for Kim Sund');
    await page.getByLabel('Add a talking point').fill('Holiday cover');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Discussed: Holiday cover' })).toBeEnabled();
    await desktop?.endBus();
    await expect.poll(() => first.hasEnded).toBe(true);
  });

  await test.step('it starts without one, says so, and reminds in the window', async () => {
    await clock.set('2026-11-23T09:50:00Z');
    const second = await launch({ dataDir: first.dataDir, now: clock.path });
    const again = await second.window();
    const notices = again.getByRole('region', { name: 'Notices' });
    await expect(notices.getByText(/This session has no D-Bus/)).toBeVisible();
    await expect(notices.getByText(/1:1 with Kim Sund in 10 minutes/)).toBeVisible();
    await notices.getByRole('link', { name: 'See more' }).first().click();
    await expect(again.getByRole('checkbox', { name: 'Discussed: Holiday cover' })).toBeVisible();
    await again.close();
    await expect.poll(() => second.hasEnded).toBe(true);
  });
});
