import type { ElectronApplication, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProbePage } from './test-support.ts';
import { startProbePage } from './test-support.ts';

interface Probe {
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  readonly invokeFunction: () => Promise<unknown>;
  readonly onPong: (listener: (value: unknown) => void) => () => void;
  readonly ping: (value: unknown) => void;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly throws: () => void;
  readonly later: (value: unknown) => Promise<unknown>;
  readonly emitted: (value: unknown) => Promise<unknown>;
  readonly callBack: (callback: (value: number) => number) => number;
  readonly missing: () => void;
}
declare const probe: Probe;

let electron: ElectronApplication;
let page: Page;
let stop: ProbePage['stop'];
beforeAll(async () => {
  ({ electron, page, stop } = await startProbePage());
});
afterAll(() => stop());

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
    modules: ['fs', 'node:fs', 'path', './other.cjs', 'node:electron'].map(
      (name) => `module not found: ${name}`,
    ),
    sandboxed: true,
    argv: ['--from-main'],
  });
  expect(
    await failureOf(() => {
      probe.missing();
    }),
  ).toContain('electron-standin: ipcRenderer.sendSync is not implemented');
});

test('a preload may require events, timers and url', async () => {
  expect(await page.evaluate(() => probe.facts.host)).toBe('probe');
  expect(await page.evaluate(() => probe.emitted('x'))).toBe('x');
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

test('a page becomes a PDF, on the paper that it asks for', async () => {
  const pdf = await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const data = await window?.webContents.printToPDF({ preferCSSPageSize: true });
    return { start: data?.toString('latin1', 0, 5), bytes: data?.length ?? 0 };
  });
  expect(pdf.start).toBe('%PDF-');
  expect(pdf.bytes).toBeGreaterThan(500);
});
