import { movableClock } from '../fixtures/app/movable-clock.ts';
import type { RecordedNotification } from '../fixtures/desktop/notification-server.ts';
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
