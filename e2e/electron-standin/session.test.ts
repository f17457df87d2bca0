import type { ElectronApplication, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProbePage } from './test-support.ts';
import { startProbePage } from './test-support.ts';

interface Probe {
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
}
declare const probe: Probe;

let electron: ElectronApplication;
let page: Page;
let stop: ProbePage['stop'];
beforeAll(async () => {
  ({ electron, page, stop } = await startProbePage());
});
afterAll(() => stop());

test('permissions are denied, but for those that the check handler grants', async () => {
  const state = (name: string): Promise<string> =>
    page.evaluate(
      async (asked) => (await navigator.permissions.query({ name: asked as PermissionName })).state,
      name,
    );
  expect([
    await state('notifications'),
    await state('geolocation'),
    await state('microphone'),
  ]).toEqual(['denied', 'denied', 'denied']);
  await electron.evaluate(({ session }) => {
    session.defaultSession.setPermissionCheckHandler(
      (_webContents, permission, origin) =>
        permission === 'geolocation' && origin === 'app://probe',
    );
  });
  await page.reload();
  expect([await state('notifications'), await state('geolocation')]).toEqual(['denied', 'granted']);
});

test('webRequest cancels what the app does not want', async () => {
  await electron.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
      callback({ cancel: new URL(details.url).pathname === '/cancelled' });
    });
  });
  const outcome = (path: string): Promise<string> =>
    page.evaluate(
      (asked) =>
        fetch(asked).then(
          () => 'answered',
          () => 'failed',
        ),
      path,
    );
  expect([await outcome('/cancelled'), await outcome('/answer.js')]).toEqual([
    'failed',
    'answered',
  ]);
  await electron.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
  });
});

test('after its document has gone, a message has no sender frame', async () => {
  await page.evaluate(() => void probe.invoke('late-sender'));
  await expect
    .poll(() =>
      electron.evaluate(() => (globalThis as unknown as { lateSender: unknown }).lateSender),
    )
    .toBe(null);
});

test('an API that is not there throws an error that names it', async () => {
  const messageOf = (run: Parameters<ElectronApplication['evaluate']>[0]): Promise<string> =>
    electron.evaluate(run).then(
      () => 'no error',
      (error: unknown) => String(error),
    );
  expect(await messageOf(({ app }) => app.getGPUInfo('basic'))).toContain(
    'electron-standin: app.getGPUInfo is not implemented',
  );
  expect(await messageOf(({ net }) => net.isOnline())).toContain(
    'electron-standin: net.isOnline is not implemented',
  );
  expect(
    await messageOf(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setOpacity(0.5);
    }),
  ).toContain('electron-standin: BrowserWindow.setOpacity is not implemented');
  expect(
    await messageOf(
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } }),
    ),
  ).toContain('webPreferences.sandbox: false is not implemented');
  expect(
    await messageOf(
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
    ),
  ).toContain('webPreferences.nodeIntegration: true');
});

test('Playwright types, takes pictures, emulates colours and finds the window', async () => {
  await page.fill('#name', '');
  await page.focus('#name');
  await page.keyboard.type('Sam');
  expect(await page.inputValue('#name')).toBe('Sam');
  expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG');
  const isDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await isDark()).toBe(true);
  await page.emulateMedia({ colorScheme: null });
  const own = await electron.browserWindow(page);
  const isVisible = await own.evaluate((window: Electron.BrowserWindow) => window.isVisible());
  const size = await page.evaluate(() => [window.outerWidth, window.outerHeight]);
  expect([isVisible, size]).toEqual([true, [640, 480]]);
});

test('nativeTheme reaches the pages', async () => {
  const set = (source: 'dark' | 'light' | 'system'): Promise<boolean> =>
    electron.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted;
      return nativeTheme.shouldUseDarkColors;
    }, source);
  const isDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await set('dark')).toBe(true);
  await expect.poll(isDark).toBe(true);
  expect(await set('system')).toBe(false);
  await expect.poll(isDark).toBe(false);
});

test('the clipboard keeps text', async () => {
  const text = await electron.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('prose “quoted”');
    return clipboard.readText();
  });
  expect(text).toBe('prose “quoted”');
});

test('a page that does not load rejects loadURL and emits did-fail-load', async () => {
  const seen = await electron.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const failed = new Promise<unknown[]>((resolve) =>
      window.webContents.once('did-fail-load', (_event, code, description, url) => {
        resolve([code, description, url]);
      }),
    );
    const message = await window.loadURL('http://127.0.0.1:9/').then(
      () => 'loaded',
      (error: unknown) => String(error),
    );
    const told = await failed;
    const isVisible = window.isVisible();
    window.destroy();
    return { message, told, isVisible, isDestroyed: window.isDestroyed() };
  });
  expect(seen).toEqual({
    message: expect.stringMatching(
      /^Error: ERR_\w+ \(-\d+\) loading 'http:\/\/127.0.0.1:9\/'/,
    ) as string,
    told: [expect.any(Number), expect.stringMatching(/^ERR_/), 'http://127.0.0.1:9/'],
    isVisible: false,
    isDestroyed: true,
  });
});

test('a page whose process dies is told of, and can be loaded anew', async () => {
  const seen = await electron.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('app://probe/');
    const gone = new Promise<string>((resolve) => {
      window.webContents.once('render-process-gone', (_event, { reason }) => {
        resolve(reason);
      });
    });
    window.loadURL('chrome://crash').catch(() => undefined);
    const reason = await gone;
    await window.loadURL('app://probe/second.html');
    const url = window.webContents.getURL();
    window.destroy();
    return [reason, url];
  });
  expect(seen).toEqual(['crashed', 'app://probe/second.html']);
});

test('windows open one after the other, on nothing and on data too', async () => {
  const seen = await electron.evaluate(async ({ BrowserWindow }) => {
    const urls: string[] = [];
    for (const url of ['about:blank', 'data:text/html,<title>Data</title>']) {
      const window = new BrowserWindow({ show: false });
      const closed = new Promise<void>((resolve) => {
        window.once('closed', () => {
          resolve();
        });
      });
      await window.loadURL(url);
      urls.push(window.webContents.getURL());
      window.close();
      await closed;
    }
    return urls;
  });
  expect(seen).toEqual(['about:blank', 'data:text/html,<title>Data</title>']);
});
