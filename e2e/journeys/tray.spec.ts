import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { hideByKey } from '../fixtures/app/hide-by-key.ts';
import { movableClock } from '../fixtures/app/movable-clock.ts';
import type { RunningApp } from '../fixtures/app/running-app.ts';
import { closeByKey } from '../fixtures/desktop/close-by-key.ts';
import { StatusNotifierHost } from '../fixtures/desktop/status-notifier-host.ts';
import { expect, test } from '../fixtures/test.ts';

// What of the app is there while its window is not: the tray, thoughts from anywhere, the start at login.

async function meetSam(page: Page, time = '10:00'): Promise<void> {
  await page.getByLabel('Name').fill('Sam Okafor');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('First date').fill('2026-11-23');
  await page.getByLabel('Time', { exact: true }).fill(time);
  await page.getByLabel('Time zone').fill('Europe/London');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('You meet Sam Okafor on Monday')).toBeVisible();
}

const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();

const captureDialog = (page: Page) => page.getByRole('dialog', { name: 'Capture a thought' });

/** The pages that there are: each is a process of its own. */
const openPages = ({ app }: RunningApp): number =>
  app.windows().filter((page) => !page.isClosed()).length;

test('the tray prepares, captures, pauses, snoozes and quits @desktop-bus', async ({
  launch,
  run,
  visit,
  tray,
  notifications,
}) => {
  const clock = await movableClock('2026-11-23T09:35:00Z');
  const app = await launch({ now: clock.path });
  const page = await app.window();
  await meetSam(page);

  await test.step('what is next can be prepared from its menu', async () => {
    await tray.click('Prepare for Sam Okafor');
    await expect(page.getByRole('heading', { name: '1:1 with Sam Okafor' })).toBeVisible();
  });

  await test.step('a thought is captured over whatever the window shows, by keyboard', async () => {
    await goTo(page, 'Guide');
    await tray.click('Capture a thought…');
    const dialog = captureDialog(page);
    await expect(dialog).toBeVisible();
    await page.keyboard.type('oka');
    await expect(dialog.getByRole('option', { name: 'Sam Okafor' })).toBeVisible();
    await visit(page, 'capture');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Holiday cover');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(
      page.getByText('On the agenda of your 1:1 with Sam Okafor, Mon 23 Nov, 10:00'),
    ).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText(/^Taken back: On the agenda/)).toBeVisible();
  });

  await test.step('Escape keeps what was typed for the next time', async () => {
    await page.getByRole('button', { name: 'Capture…' }).click();
    const dialog = captureDialog(page);
    await dialog.getByLabel('Talking point').fill('On-call in December');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await tray.click('Capture a thought…');
    await expect(dialog.getByLabel('Talking point')).toHaveValue('On-call in December');
    await dialog.getByLabel('For').fill('Sam Okafor');
    await dialog.getByRole('button', { name: 'Add to the agenda' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('reminders are paused and resumed, and it says until when', async () => {
    await tray.click('For half an hour');
    await tray.waitForEntry('Reminders are paused until 10:05');
    expect((await tray.item()).toolTip).toContain('reminders paused until 10:05');
    await tray.click('Resume reminders');
    await tray.waitForEntry('Pause reminders');
    await tray.click('Until another time…');
    await expect(page.getByLabel('No reminders until')).toBeFocused();
    await visit(page, 'settings');
  });

  await test.step('a reminder that is up is put off from the menu', async () => {
    await clock.set('2026-11-23T09:50:00Z');
    // Its own timer looks once a minute; started a second time it looks at once.
    await run({ dataDir: app.dataDir, now: clock.path, args: ['--hidden'] });
    const first = await notifications.waitForNotification(
      ({ summary }) => summary === '1:1 with Sam Okafor in 10 minutes',
    );
    await tray.waitForEntry('Snooze: 1:1 with Sam Okafor');
    await tray.click('For 5 minutes');
    await expect.poll(() => notifications.shown.some(({ id }) => id === first.id)).toBe(false);
  });

  await test.step('Quit ends it', async () => {
    await tray.click('Quit (reminders stop)');
    await expect.poll(() => app.hasEnded).toBe(true);
  });
});

test('closing hides in the tray and says so once (super-productivity#5602); after five minutes the window goes, and comes back where it was @desktop-bus', async ({
  launch,
  run,
  tray,
  notifications,
  desktopEnv,
}) => {
  test.setTimeout(120_000);
  const clock = await movableClock('2026-11-23T09:00:00Z');
  const app = await launch({ now: clock.path });
  const page = await app.window();
  await meetSam(page, '16:00');
  await goTo(page, 'Templates');
  await expect(page.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();
  // The list comes after the heading.
  const scrolled = (): Promise<number> =>
    page.evaluate(() => {
      window.scrollTo(0, 300);
      return window.scrollY;
    });
  await expect.poll(scrolled).toBe(300);
  await tray.waitForEntry('Open Evenkeel');
  await hideByKey(app, desktopEnv);
  await notifications.waitForNotification(
    ({ summary }) => summary === 'Evenkeel stays in the tray',
  );

  await test.step('while it is hidden for less than that, it stays', async () => {
    await clock.set('2026-11-23T09:04:30Z');
    await run({ dataDir: app.dataDir, now: clock.path, args: ['--hidden'] });
    expect(openPages(app)).toBe(1);
  });

  await test.step('then it is gone, and the app is not', async () => {
    await clock.set('2026-11-23T09:10:00Z');
    await run({ dataDir: app.dataDir, now: clock.path, args: ['--hidden'] });
    await expect.poll(() => openPages(app)).toBe(0);
    await tray.waitForEntry('Open Evenkeel');
  });

  await test.step('it comes back at its place, as far down as it was', async () => {
    await tray.click('Open Evenkeel');
    const again = await app.window();
    await expect(again.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();
    await expect.poll(() => again.evaluate(() => Math.round(window.scrollY))).toBe(300);
    await closeByKey(desktopEnv);
    await pause(1000);
    expect(
      notifications.all.filter(({ summary }) => summary === 'Evenkeel stays in the tray'),
    ).toHaveLength(1);
  });
});

test('a window that holds what is not saved is not let go @desktop-bus', async ({
  launch,
  run,
  tray,
  notifications,
  desktopEnv,
}) => {
  test.setTimeout(120_000);
  const clock = await movableClock('2026-11-23T09:00:00Z');
  const app = await launch({ now: clock.path });
  await meetSam(await app.window(), '16:00');
  await tray.waitForEntry('Open Evenkeel');
  const hidden = await hideByKey(app, desktopEnv);
  await notifications.waitForNotification(
    ({ summary }) => summary === 'Evenkeel stays in the tray',
  );
  // Typed while it is hidden: all that matters is that the page holds it.
  await goTo(hidden, 'People');
  await hidden.getByRole('button', { name: 'Add a person' }).first().click();
  await hidden.getByLabel('Name').fill('Half a na');
  await clock.set('2026-11-23T09:06:00Z');
  await run({ dataDir: app.dataDir, now: clock.path, args: ['--hidden'] });
  await hidden.waitForTimeout(1500);
  await tray.click('Open Evenkeel');
  await expect(hidden.getByLabel('Name')).toHaveValue('Half a na');
});

test('--hidden starts without any window, and captures from the command line @desktop-bus', async ({
  launch,
  run,
  tray,
  notifications,
}) => {
  test.setTimeout(150_000);
  const now = '2026-11-23T09:00:00Z';
  const first = await launch({ now });
  await meetSam(await first.window(), '16:00');
  await first.quit();

  await test.step('not running: it notes the thought, says where, and ends', async () => {
    const args = ['--capture', 'Holiday cover', '--person', 'sam'];
    const { code, output } = await run({ dataDir: first.dataDir, now, args });
    expect(output).toContain('On the agenda of your 1:1 with Sam Okafor, Mon 23 Nov, 16:00');
    expect(code).toBe(0);
  });

  const app = await launch({ dataDir: first.dataDir, now, args: ['--hidden'] });
  await test.step('hidden, it has no window and no page', async () => {
    await tray.waitForEntry('Sam Okafor at 16:00');
    expect(openPages(app)).toBe(0);
  });

  await test.step('running: the running one notes it, says so, and stays hidden', async () => {
    const args = ['--capture', 'On-call', '--person', 'Sam Okafor'];
    const { output } = await run({ dataDir: app.dataDir, now, args });
    expect(output).toContain('Evenkeel is running, so it takes care of this');
    const noted = await notifications.waitForNotification(({ summary }) => summary === 'Noted');
    expect(noted.body).toContain('Sam Okafor, Mon 23 Nov, 16:00');
    expect(openPages(app)).toBe(0);
    notifications.clickBody(noted);
    const page = await app.window();
    for (const text of ['Holiday cover', 'On-call'])
      await expect(page.getByRole('checkbox', { name: `Discussed: ${text}` })).toHaveCount(1);
  });

  await test.step('nobody of that name: the dialog asks, and has the text', async () => {
    const args = ['--capture', 'Whose idea was this?', '--person', 'robin'];
    await run({ dataDir: app.dataDir, now, args });
    const dialog = captureDialog(await app.window());
    await expect(dialog.getByText('You meet nobody called robin.')).toBeVisible();
    await expect(dialog.getByLabel('Talking point')).toHaveValue('Whose idea was this?');
  });

  await test.step('killed meanwhile, it still has it', async () => {
    await app.kill9();
    const again = await launch({ dataDir: app.dataDir, now });
    const dialog = captureDialog(await again.window());
    await expect(dialog.getByLabel('Talking point')).toHaveValue('Whose idea was this?');
  });
});

test('start at login and the shortcut are off until asked, and show what really is @desktop-bus', async ({
  launch,
  desktop,
}) => {
  const app = await launch({ now: '2026-11-23T09:00:00Z' });
  const page = await app.window();
  await meetSam(page);
  await goTo(page, 'Settings');
  const file = join(desktop?.env.XDG_CONFIG_HOME ?? '', 'autostart', 'evenkeel.desktop');
  const login = page.getByRole('checkbox', { name: 'Start Evenkeel when I log in' });
  await expect(login).not.toBeChecked();
  await expect(access(file)).rejects.toThrow();
  await login.check();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"--hidden"');
  await login.uncheck();
  await expect
    .poll(() =>
      access(file).then(
        () => true,
        () => false,
      ),
    )
    .toBe(false);

  const keys = page.getByLabel('Shortcut for capturing a thought');
  await expect(keys).toHaveValue('none');
  await keys.selectOption('Control+Alt+Space');
  // Where the runtime has no shortcuts to give, it says so; where it has, they are taken.
  const isTaken = page.getByRole('region', { name: 'Always at hand' }).getByText(/^Saved$/);
  const isRefused = page.getByText(
    /does not let Evenkeel take Ctrl\+Alt\+Space.*evenkeel --capture/,
  );
  await expect(isTaken.or(isRefused)).toBeVisible();
  if (await isRefused.isVisible()) await expect(keys).toHaveValue('none');
});

test.describe('without a tray', () => {
  test.use({ trayHost: false });

  test('it says so, is whole, and closing quits; a tray that comes later is used @desktop-bus', async ({
    launch,
    desktop,
    notifications,
  }) => {
    test.setTimeout(90_000);
    const app = await launch({ now: '2026-11-23T09:00:00Z' });
    const page = await app.window();
    await meetSam(page);
    const notice = page.getByText(/This desktop shows no tray icons/);
    await expect(notice).toBeVisible();
    const bus = desktop?.env.DBUS_SESSION_BUS_ADDRESS ?? '';
    const later = await StatusNotifierHost.start(bus);
    await later.waitForEntry('Prepare for Sam Okafor');
    await expect(notice).toBeHidden();
    await page.close();
    await notifications.waitForNotification(
      ({ summary }) => summary === 'Evenkeel stays in the tray',
    );
    await later.click('Open Evenkeel');
    const back = await app.window();
    later.stop();
    await expect(back.getByText(/This desktop shows no tray icons/)).toBeVisible();
    await back.close();
    await expect.poll(() => app.hasEnded).toBe(true);
  });
});
