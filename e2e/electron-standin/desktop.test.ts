import { join } from 'node:path';
import dbus from 'dbus-next';
import type { ElectronApplication } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callMethod, connectToBus } from '../fixtures/desktop/bus-connection.ts';
import { startDesktop } from '../fixtures/desktop/desktop.ts';
import type { Desktop } from '../fixtures/desktop/desktop.ts';
import { StatusNotifierHost } from '../fixtures/desktop/status-notifier-host.ts';
import { launchProbe, startBench } from './test-support.ts';
import type { Bench } from './test-support.ts';

let desktop: Desktop;
let tray: StatusNotifierHost;
let bench: Bench;
let electron: ElectronApplication;
beforeAll(async () => {
  desktop = await startDesktop({
    ...{ sessionBus: true, trayHost: false, notificationServer: true },
    loginManager: true,
  });
  tray = await StatusNotifierHost.start(busAddress());
  bench = await startBench(desktop.env);
  electron = await launchProbe(bench, '--no-window', '--listen-all-closed');
});
afterAll(async () => {
  await electron.close();
  await bench.stop();
  await desktop.stop();
});

const icon = join(import.meta.dirname, '../../resources/icons/tray-dark-22.png');

function busAddress(): string {
  return desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '';
}

/** What the app has noted since it was last told to forget. */
function noted(): Promise<unknown[]> {
  return electron.evaluate(() => (globalThis as unknown as { notes?: unknown[] }).notes ?? []);
}

async function forget(): Promise<void> {
  await electron.evaluate(() => {
    Reflect.set(globalThis, 'notes', []);
  });
}

test('a tray icon shows its title, tool tip, picture and menu, and its items are clicked', async () => {
  await electron.evaluate(({ Menu, nativeImage, Tray }, path) => {
    const note = (...words: unknown[]): void => {
      const notes = ((globalThis as unknown as { notes?: unknown[] }).notes ??= []);
      notes.push(words);
    };
    Reflect.set(globalThis, 'notes', []);
    const tray = new Tray(nativeImage.createFromPath(path));
    const menu = Menu.buildFromTemplate([
      { id: 'next', label: 'Sam && Kim in 5_minutes', enabled: false },
      { type: 'separator' },
      {
        label: 'Open',
        click: (item) => {
          note('open', item.label);
        },
      },
      {
        label: 'Pause',
        submenu: [
          {
            id: 'hour',
            label: 'For an hour',
            click: (item) => {
              note('pause', item.label);
            },
          },
          { label: 'More', submenu: [{ label: 'For a day' }] },
        ],
      },
    ]);
    tray.setToolTip('One');
    tray.setContextMenu(menu);
    tray.on('click', () => {
      note('icon');
    });
    Object.assign(globalThis, { tray, menu });
  }, icon);
  await tray.waitForEntry('Open');
  expect(await tray.item()).toMatchObject({
    id: 'Standin Probe',
    title: 'Standin Probe',
    toolTip: 'One',
    status: 'Active',
    iconSizes: [[22, 22]],
  });
  const { children } = await tray.menu();
  expect(children.map(({ label, enabled, type }) => [label, enabled, type])).toEqual([
    ['Sam & Kim in 5_minutes', false, 'standard'],
    ['', true, 'separator'],
    ['Open', true, 'standard'],
    ['Pause', true, 'standard'],
  ]);
  const submenu = children.at(-1)?.children ?? [];
  expect(submenu.map(({ label }) => label)).toEqual(['For an hour', 'More']);
  expect(submenu.at(-1)?.children.map(({ label }) => label)).toEqual(['For a day']);
  expect(
    await electron.evaluate(() => {
      const { menu } = globalThis as unknown as { menu: Electron.Menu };
      return [menu.items.at(-1)?.type, menu.getMenuItemById('hour')?.label];
    }),
  ).toEqual(['submenu', 'For an hour']);
  await tray.click('Open');
  await tray.click('For an hour');
  await tray.activate();
  await expect.poll(noted).toEqual([['open', 'Open'], ['pause', 'For an hour'], ['icon']]);
});

test('changes of items show when the menu is set again, as documented for Linux', async () => {
  const change = (isSetAgain: boolean): Promise<void> =>
    electron.evaluate((_electron, again) => {
      const { tray, menu } = globalThis as unknown as { tray: Electron.Tray; menu: Electron.Menu };
      const item = menu.getMenuItemById('next');
      if (item) item.enabled = true;
      if (again) tray.setContextMenu(menu);
      tray.setToolTip('Two');
    }, isSetAgain);
  const isEnabled = async (): Promise<boolean | undefined> =>
    (await tray.menu()).children[0]?.enabled;
  await change(false);
  await expect.poll(async () => (await tray.item()).toolTip).toBe('Two');
  expect(await isEnabled()).toBe(false);
  await change(true);
  await expect.poll(isEnabled).toBe(true);
});

test('a tray that comes later gets the icon too', async () => {
  tray.stop();
  const later = await StatusNotifierHost.start(busAddress());
  try {
    await later.waitForItemCount(1);
    expect((await later.item()).toolTip).toBe('Two');
  } finally {
    later.stop();
  }
});

test('a notification is shown, pressed, clicked and closed', async () => {
  const show = (options: Electron.NotificationConstructorOptions): Promise<void> =>
    electron.evaluate(({ Notification }, wanted) => {
      const note = (...words: unknown[]): void => {
        ((globalThis as unknown as { notes?: unknown[] }).notes ??= []).push(words);
      };
      const notification = new Notification(wanted);
      notification.on('show', () => {
        note('show');
      });
      notification.on('click', () => {
        note('click');
      });
      notification.on('action', (details, index) => {
        note('action', details.actionIndex, index);
      });
      notification.on('close', ({ reason }) => {
        note('close', reason);
      });
      notification.on('failed', (_event, error) => {
        note('failed', error);
      });
      notification.show();
    }, options);
  const server = desktop.notifications();
  await forget();
  await show({
    id: 'a',
    title: 'Sam',
    body: 'in ten minutes',
    actions: [
      { type: 'button', text: 'Open' },
      { type: 'button', text: 'Later' },
    ],
  });
  const first = await server.waitForNotification();
  expect(first).toMatchObject({
    appName: 'Standin Probe',
    summary: 'Sam',
    body: 'in ten minutes',
    hints: { 'desktop-entry': 'standin-probe' },
  });
  expect(first.actions.map(({ label }) => label)).toEqual(['View', 'Open', 'Later']);
  server.invoke(first, 'Later');
  await expect.poll(noted).toEqual([['show'], ['action', 1, 1], ['close', 'userCanceled']]);
  await forget();
  await show({ title: 'Kim' });
  server.clickBody(await server.waitForNotification(({ summary }) => summary === 'Kim'));
  await expect.poll(noted).toEqual([['show'], ['click'], ['close', 'userCanceled']]);
  expect(await electron.evaluate(({ Notification }) => Notification.isSupported())).toBe(true);
});

test('a notification that is shown again comes anew, and can be closed by the app', async () => {
  const server = desktop.notifications();
  await forget();
  const since = server.all.length;
  await electron.evaluate(({ Notification }) => {
    const notification = new Notification({ id: 'b', title: 'Ola' });
    notification.on('close', ({ reason }) => {
      (globalThis as unknown as { notes: unknown[] }).notes.push(reason);
    });
    Object.assign(globalThis, { notification });
    notification.show();
    notification.show();
  });
  await expect.poll(() => server.all.slice(since).map(({ closed }) => closed)).toHaveLength(2);
  expect(server.shown.map(({ summary }) => summary)).toEqual(['Ola']);
  await electron.evaluate(() => {
    (globalThis as unknown as { notification: Electron.Notification }).notification.close();
  });
  await expect.poll(noted).toEqual(['applicationHidden', 'applicationHidden']);
  expect(server.shown).toEqual([]);
});

test('on Linux an id replaces nothing, as documented', async () => {
  const server = desktop.notifications();
  await electron.evaluate(({ Notification }) => {
    for (const title of ['One', 'Two']) new Notification({ id: 'c', title }).show();
  });
  await server.waitForNotification(({ summary }) => summary === 'Two');
  expect(server.shown.map(({ summary }) => summary)).toEqual(['One', 'Two']);
  for (const notification of server.shown) server.dismiss(notification);
});

test('a notification area without actions is asked for neither buttons nor clicks', async () => {
  const server = desktop.notifications();
  server.refuseActions();
  await electron.evaluate(({ Notification }) => {
    new Notification({ title: 'Plain', actions: [{ type: 'button', text: 'Open' }] }).show();
  });
  const plain = await server.waitForNotification(({ summary }) => summary === 'Plain');
  expect(plain.actions).toEqual([]);
});

test('a test can put the machine to sleep and wake it', async () => {
  await forget();
  const processId = await electron.evaluate(({ powerMonitor }) => {
    for (const name of ['suspend', 'resume', 'lock-screen', 'unlock-screen'] as const)
      powerMonitor.on(name as 'suspend', () => {
        (globalThis as unknown as { notes: unknown[] }).notes.push(name);
      });
    return process.pid;
  });
  const bus = await connectToBus(busAddress());
  const call = (member: string): Promise<unknown> =>
    callMethod(bus, {
      destination: `dev.evenkeel.Standin.p${String(processId)}`,
      path: '/power',
      interface: 'dev.evenkeel.Standin.Power',
      member,
      signature: '',
      body: [],
    });
  await expect
    .poll(() =>
      call('Suspend').then(
        () => true,
        (error: unknown) => error instanceof dbus.DBusError && false,
      ),
    )
    .toBe(true);
  for (const member of ['Resume', 'LockScreen', 'UnlockScreen']) await call(member);
  bus.disconnect();
  await expect.poll(noted).toEqual(['suspend', 'resume', 'lock-screen', 'unlock-screen']);
});

test('it hears of sleep and unlocking from the login manager, as on a real desktop', async () => {
  await forget();
  const power = desktop.power();
  power.suspend();
  power.resume();
  power.unlock();
  await expect.poll(noted).toEqual(['suspend', 'resume', 'unlock-screen']);
});

test('what cannot be had says so: shortcuts, keyring, dialogs', async () => {
  const seen = await electron.evaluate(async ({ dialog, globalShortcut, safeStorage, screen }) => ({
    shortcut: [
      globalShortcut.register('Control+K', () => undefined),
      globalShortcut.isRegistered('Control+K'),
    ],
    keyring: await safeStorage.isAsyncEncryptionAvailable(),
    encrypt: await safeStorage.encryptStringAsync('x').then(String, String),
    dialog: await dialog.showMessageBox({ message: 'x' }).then(String, String),
    screen: screen.getPrimaryDisplay().workAreaSize,
  }));
  expect(seen).toMatchObject({
    shortcut: [false, false],
    keyring: false,
    encrypt: 'Error: Encryption is not available.',
    screen: { width: 1440, height: 900 },
  });
  expect(seen.dialog).toContain('zenity or kdialog');
});

test('without a session bus there is no tray and no notification, and no noise', async () => {
  const env = { ...bench.env };
  delete env.DBUS_SESSION_BUS_ADDRESS;
  const app = await launchProbe({ ...bench, env }, '--no-window', '--listen-all-closed');
  let noise = '';
  app.process().stderr?.on('data', (chunk: Buffer) => (noise += chunk.toString()));
  const seen = await app.evaluate(async ({ app: probe, nativeImage, Notification, Tray }) => {
    // It has no window whose being there would say so.
    await probe.whenReady();
    const tray = new Tray(nativeImage.createEmpty());
    tray.setContextMenu(null);
    const notification = new Notification({ title: 'x' });
    const failed = new Promise<string>((resolve) =>
      notification.on('failed', (_event, error) => {
        resolve(error);
      }),
    );
    notification.show();
    return [Notification.isSupported(), await failed];
  });
  expect(seen).toEqual([false, 'There is no D-Bus session bus']);
  expect(noise).toBe('');
  await app.close();
});
