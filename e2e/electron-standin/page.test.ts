import type { ElectronApplication, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchProbe, startBench } from './test-support.ts';
import type { Bench } from './test-support.ts';

interface Probe {
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  readonly invokeFunction: () => Promise<unknown>;
  readonly onPong: (listener: (value: unknown) => void) => () => void;
  readonly ping: (value: unknown) => void;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly throws: () => void;
  readonly later: (value: unknown) => Promise<unknown>;
  readonly callBack: (callback: (value: number) => number) => number;
  readonly missing: () => void;
}
declare const probe: Probe;

let bench: Bench;
let electron: ElectronApplication;
let page: Page;
beforeAll(async () => {
  bench = await startBench();
  electron = await launchProbe(bench);
  page = await electron.firstWindow();
  await page.waitForFunction(() => document.querySelector('#worker')?.textContent !== '');
});
afterAll(async () => {
  await electron.close();
  await bench.stop();
});

/** The message of what a call in the page fails with. */
function failureOf(run: () => unknown): Promise<string> {
  return page.evaluate(
    async (source) => {
      try {
        // eslint-disable-next-line no-eval -- the source is this test's own
        await (0, eval)(`(${source})()`);
        return 'no error';
      } catch (error) {
        return String(error);
      }
    },
    // Playwright evaluates past the page's policy; the source is this test's own.
    run.toString(),
  );
}

test('what crosses to a handler and back is what structured clone keeps', async () => {
  const kept = await page.evaluate(async () => {
    const cyclic: Record<string, unknown> = { name: 'cyclic' };
    cyclic.self = cyclic;
    const sent = {
      date: new Date(5),
      map: new Map([[1, new Set(['x'])]]),
      bytes: new Uint16Array([1, 65535]),
      big: 7n,
      nothing: undefined,
      nan: Number.NaN,
      zero: -0,
      regexp: /a/g,
      error: new RangeError('r'),
      cyclic,
    };
    const got = (await probe.invoke('echo', sent)) as typeof sent;
    return [
      got.date instanceof Date && got.date.getTime() === 5,
      got.map instanceof Map && got.map.get(1) instanceof Set && got.map.get(1)?.has('x'),
      got.bytes instanceof Uint16Array && got.bytes[1] === 65535,
      got.big === 7n,
      Object.entries(got).some(([key, value]) => key === 'nothing' && value === undefined),
      Number.isNaN(got.nan),
      Object.is(got.zero, -0),
      got.regexp.flags === 'g',
      got.error instanceof RangeError && got.error.message === 'r',
      (got.cyclic.self as Record<string, unknown>).self === got.cyclic.self,
    ];
  });
  expect(kept).toEqual(Array.from({ length: 10 }, () => true));
});

test('what cannot be cloned is refused in both directions, in the words of Electron', async () => {
  expect(await failureOf(() => probe.invokeFunction())).toBe(
    'Error: An object could not be cloned.',
  );
  expect(await failureOf(() => probe.invoke('uncloneable'))).toBe(
    "Error: Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
  );
});

test('an error of a handler, and a channel without one, are worded as in Electron', async () => {
  expect(await failureOf(() => probe.invoke('fail'))).toBe(
    "Error: Error invoking remote method 'fail': TypeError: it broke",
  );
  expect(await failureOf(() => probe.invoke('nobody'))).toBe(
    "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test("a handler knows its sender, by the app's own address", async () => {
  expect(await page.evaluate(() => probe.invoke('sender'))).toEqual({
    isWindow: true,
    url: 'app://probe/',
    origin: 'app://probe',
    isMain: true,
    parent: null,
  });
});

test('a bridge gives values, results, promises, callbacks and an unsubscribe at once', async () => {
  const seen = await page.evaluate(async () => {
    const pongs: unknown[] = [];
    const next = Promise.withResolvers<undefined>();
    const unsubscribe = probe.onPong((value) => {
      pongs.push(value);
      next.resolve(undefined);
    });
    probe.ping('one');
    await next.promise;
    unsubscribe();
    probe.ping('two');
    await probe.invoke('echo', 0);
    const { when, list } = probe.facts as {
      when: Date;
      list: [number, { deep: Map<string, bigint> }];
    };
    return {
      pongs,
      type: typeof unsubscribe,
      called: probe.callBack((value) => value * 2),
      later: await probe.later({ a: [1] }),
      when: when.getTime(),
      deep: list[1].deep.get('a') === 1n,
    };
  });
  expect(seen).toEqual({
    pongs: ['one'],
    type: 'function',
    called: 41,
    later: { a: [1] },
    when: 0,
    deep: true,
  });
});

test('what a bridge exposes is a frozen copy, and is exposed once', async () => {
  const seen = await page.evaluate(() => ({
    isFrozen: Object.isFrozen(probe) && Object.isFrozen(probe.facts),
    isReplaceable: Object.getOwnPropertyDescriptor(globalThis, 'probe')?.writable,
    second: (globalThis as unknown as { secondExposure: string }).secondExposure,
  }));
  expect(seen).toEqual({
    isFrozen: true,
    isReplaceable: false,
    second: 'Cannot bind an API on top of an existing property on the window object',
  });
});

test('an error crosses a bridge as its message alone', async () => {
  const seen = await page.evaluate(() => {
    try {
      probe.throws();
      return undefined;
    } catch (error) {
      return {
        isOurs: error instanceof Error,
        name: (error as Error).name,
        message: (error as Error).message,
        keys: Object.keys(error as Error),
      };
    }
  });
  expect(seen).toEqual({ isOurs: true, name: 'Error', message: 'from the preload', keys: [] });
});

test('a preload is sandboxed: no Node, few modules, and what is missing names itself', async () => {
  const facts = await page.evaluate(() => probe.facts);
  expect(facts).toMatchObject({
    fs: 'module not found: fs',
    sandboxed: true,
    argv: ['--from-main'],
    hasEmitter: true,
    host: 'probe',
  });
  expect(
    await failureOf(() => {
      probe.missing();
    }),
  ).toContain('electron-standin: ipcRenderer.sendSync is not implemented');
});

test('a page reaches nothing of the preload that was not handed to it', async () => {
  const reached = await page.evaluate(() => {
    const found: string[] = [];
    for (const name of [
      'require',
      'process',
      'module',
      'ipcRenderer',
      'preloadSecret',
      '__electronStandinSend',
      '__electronStandinReceive',
      'createPeer',
      'createCodec',
    ])
      if (name in globalThis) found.push(name);
    // The constructor of whatever is handed over must be the page's own.
    const { constructor } = probe.invoke as unknown as { constructor: unknown };
    if (constructor !== Function) found.push('a foreign Function');
    const heard: string[] = [];
    // eslint-disable-next-line @typescript-eslint/unbound-method -- applied to what it is called on
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      heard.push(event.type);
      return dispatchEvent.call(this, event);
    };
    probe.callBack((value) => value);
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    return [...found, ...heard];
  });
  expect(reached).toEqual([]);
});

test('a frame inside the page has no bridge', async () => {
  const inner = page.frames().find((frame) => frame.url().endsWith('/inner.html'));
  expect(
    await inner?.evaluate(() => [
      'probe' in globalThis,
      '__electronStandinSend' in globalThis,
      document.title,
    ]),
  ).toEqual([false, false, 'Inner']);
});

test("the policy in the response's header is in force, trusted types too", async () => {
  const seen = await page.evaluate(() => {
    const attempt = (act: () => void): string => {
      try {
        act();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      inline: 'inlineRan' in globalThis,
      html: attempt(() => {
        document.createElement('p').innerHTML = '<b>x</b>';
      }),
      other: attempt(() => trustedTypes.createPolicy('other', {})),
      own: attempt(() => trustedTypes.createPolicy('probe', {})),
    };
  });
  expect(seen).toEqual({ inline: false, html: 'TypeError', other: 'TypeError', own: 'done' });
});
declare const trustedTypes: { createPolicy: (name: string, rules: object) => unknown };

test('a module worker of the scheme loads, imports, posts and is answered', async () => {
  expect(await page.textContent('#worker')).toBe('42 posted POST');
});

test("the handler is asked by the app's own addresses, and its 404 is one", async () => {
  expect(await page.evaluate(async () => (await fetch('/nowhere')).status)).toBe(404);
  const requests = await electron.evaluate(
    () => (globalThis as unknown as { requests: string[] }).requests,
  );
  expect(requests).toContain('app://probe/nowhere');
  expect(requests.every((url) => url.startsWith('app://probe/'))).toBe(true);
  expect(requests).not.toContain('app://probe/favicon.ico');
});

test('a navigation and a window that the app denies do not happen', async () => {
  await page.click('#away');
  expect(await page.evaluate(() => window.open('https://example.invalid/window'))).toBe(null);
  await page.evaluate(() => probe.invoke('echo', 0));
  const seen = await electron.evaluate(({ BrowserWindow }) => {
    const { navigations, opened } = globalThis as unknown as Record<string, string[]>;
    return { navigations, opened, url: BrowserWindow.getAllWindows()[0]?.webContents.getURL() };
  });
  expect(seen).toEqual({
    navigations: ['https://example.invalid/'],
    opened: ['https://example.invalid/window'],
    url: 'app://probe/',
  });
  expect(await page.evaluate(() => typeof probe)).toBe('object');
});

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

test('webRequest cancels, redirects and changes headers', async () => {
  await electron.evaluate(({ session }) => {
    const { webRequest } = session.defaultSession;
    webRequest.onBeforeRequest((details, callback) => {
      const { pathname } = new URL(details.url);
      if (pathname === '/cancelled') callback({ cancel: true });
      else if (pathname === '/moved') callback({ redirectURL: 'app://probe/answer.js' });
      else callback({});
    });
    webRequest.onHeadersReceived({ urls: ['app://probe/answer.js'] }, (details, callback) => {
      callback({ responseHeaders: { ...details.responseHeaders, 'x-added': ['yes'] } });
    });
  });
  expect(
    await page.evaluate(async () =>
      fetch('/cancelled').then(
        () => 'answered',
        () => 'failed',
      ),
    ),
  ).toBe('failed');
  const seen = await page.evaluate(async () => {
    const response = await fetch('/moved');
    return [response.headers.get('x-added'), await response.text()];
  });
  expect(seen).toEqual(['yes', 'export const answer = 42;\n']);
  await electron.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    session.defaultSession.webRequest.onHeadersReceived(null);
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
  const window = await electron.browserWindow(page);
  expect(
    await window.evaluate((own: Electron.BrowserWindow) => [
      own.getTitle(),
      own.isVisible(),
      own.getSize(),
    ]),
  ).toEqual(['Probe', true, [640, 480]]);
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
