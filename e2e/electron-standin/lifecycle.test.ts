import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { launchProbe, run, runProbe, startBench } from './test-support.ts';
import type { Bench, Run } from './test-support.ts';

let shared: Bench;
let bench: Bench;
beforeAll(async () => {
  shared = await startBench();
});
beforeEach(async () => {
  bench = { ...shared, data: await mkdtemp(join(shared.data, 'data-')) };
});
afterAll(() => shared.stop());

/** The process ids of Chromium that belong to the app of this process id. */
function chromiumOf(processId: number): string[] {
  const found = spawnSync('pgrep', ['-f', `electron-standin-${String(processId)}-`], {
    encoding: 'utf8',
  });
  return found.stdout.split('\n').filter(Boolean);
}

function profilesOf(processId: number): string[] {
  return readdirSync(tmpdir()).filter((name) =>
    name.startsWith(`electron-standin-${String(processId)}-`),
  );
}

/** What it said from the first of these words on. */
function after(lines: readonly string[], first: string): string[] {
  return lines.slice(lines.indexOf(first) + 1);
}

test('quitting asks, closes the windows, asks again, and leaves nothing behind', async () => {
  const app = runProbe(bench, '--quit', '--listen-all-closed');
  expect(await app.ended).toBe(0);
  expect(app.lines()[0]).toBe('ready');
  expect(after(app.lines(), 'loaded')).toEqual([
    'before-quit',
    'window close',
    'window closed',
    'will-quit',
    'quit',
  ]);
  expect([chromiumOf(app.processId), profilesOf(app.processId)]).toEqual([[], []]);
  expect(app.errors()).toBe('');
});

test('before-quit, close and will-quit can each prevent the end', async () => {
  const first = runProbe(bench, '--quit', '--prevent-before-quit');
  await first.waitFor('before-quit');
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(after(first.lines(), 'loaded')).toEqual([
    'before-quit',
    'before-quit',
    'window close',
    'window closed',
    'will-quit',
    'quit',
  ]);

  const second = runProbe(bench, '--quit', '--no-window', '--prevent-will-quit');
  await second.waitFor('will-quit');
  second.kill('SIGINT');
  expect(await second.ended).toBe(0);
  expect(after(second.lines(), 'ready')).toEqual([
    'before-quit',
    'will-quit',
    'before-quit',
    'will-quit',
    'quit',
  ]);

  const third = runProbe(bench, '--quit', '--hide-on-close');
  await third.waitFor('window hide');
  expect(after(third.lines(), 'loaded')).toEqual(['before-quit', 'window close', 'window hide']);
  third.kill('SIGKILL');
  await third.ended;
});

test('the last window closed ends the app, unless it listens', async () => {
  const quiet = runProbe(bench, '--close');
  expect(await quiet.ended).toBe(0);
  expect(after(quiet.lines(), 'loaded')).toEqual([
    'window close',
    'window closed',
    'before-quit',
    'will-quit',
    'quit',
  ]);
  const listening = runProbe(bench, '--close', '--listen-all-closed');
  await listening.waitFor('window-all-closed');
  listening.kill('SIGTERM');
  expect(await listening.ended).toBe(0);
  expect(after(listening.lines(), 'loaded')).toEqual([
    'window close',
    'window closed',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
  ]);
});

test('app.exit asks nobody and keeps its code', async () => {
  const app = runProbe(bench, '--exit', '--hide-on-close');
  expect(await app.ended).toBe(7);
  expect(after(app.lines(), 'loaded')).toEqual(['window closed', 'quit']);
});

test('a second process has no lock, tells the first, and ends; a killed owner is succeeded', async () => {
  const first = runProbe(bench, '--single', '--no-window');
  await first.waitFor('lock true');
  const second = runProbe(bench, '--single', '--no-window', '--extra');
  expect(await second.ended).toBe(0);
  expect(second.lines()).toContain('lock false');
  const told = JSON.parse(
    (await first.waitFor('second-instance ')).slice('second-instance '.length),
  ) as Record<string, unknown>;
  expect(told).toMatchObject({
    workingDirectory: process.cwd(),
    additionalData: { from: second.processId, list: [1, 2] },
  });
  expect((told.argv as string[]).at(-1)).toBe('--extra');

  first.kill('SIGKILL');
  await first.ended;
  const third = runProbe(bench, '--single', '--no-window', '--quit');
  await third.waitFor('lock true');
  expect(await third.ended).toBe(0);
});

test('a killed app leaves no Chromium, and its profile goes at the next start', async () => {
  const killed = runProbe(bench);
  await killed.waitFor('loaded');
  expect(chromiumOf(killed.processId).length).toBeGreaterThan(0);
  killed.kill('SIGKILL');
  await killed.ended;
  await expect.poll(() => chromiumOf(killed.processId)).toEqual([]);
  expect(await runProbe(bench, '--quit').ended).toBe(0);
  expect(profilesOf(killed.processId)).toEqual([]);
});

test('without a display it says so, as Electron does', async () => {
  const env = { ...bench.env };
  delete env.DISPLAY;
  const app = run(env, '.');
  expect(await app.ended).toBe(1);
  expect(app.errors()).toContain('Missing X server or $DISPLAY');
});

test('what Electron refuses before the app is ready is refused, in its words', async () => {
  const app = runProbe(bench, '--early', '--no-window', '--quit');
  expect(await app.ended).toBe(0);
  expect(app.lines().slice(0, app.lines().indexOf('ready'))).toEqual([
    'refused app.getSystemLocale() can only be called after app is ready',
    'refused Cannot create BrowserWindow before app is ready',
    'refused Cannot create Tray before app is ready',
    'refused Cannot create Notification before app is ready',
    'refused Session can only be received when app is ready',
    'refused Session can only be received when app is ready',
    'refused globalShortcut cannot be used before the app is ready',
    "refused The 'screen' module can't be used before the app 'ready' event",
    'refused dialog module can only be used after app is ready',
  ]);
});

test("an error in the main file ends it with code 1 and the error's words", async () => {
  const app = runProbe(bench, '--throw');
  expect(await app.ended).toBe(1);
  expect(app.errors()).toContain('Error: thrown on purpose');
  expect(chromiumOf(app.processId)).toEqual([]);
});

test('it tells its version, and what it cannot find', async () => {
  const version = run(bench.env, '--version');
  expect([await version.ended, version.lines()]).toEqual([0, [expect.stringMatching(/^v45\./)]]);
  const lost = run(bench.env, '/nowhere');
  expect(await lost.ended).toBe(1);
  expect(lost.errors()).toContain('Unable to find Electron app at /nowhere');
});

test('a window that hides on closing comes back with what it held', async () => {
  const electron = await launchProbe(bench, '--hide-on-close');
  const page = await electron.firstWindow();
  await page.fill('#name', 'Sam');
  const seen = await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const states: unknown[] = [];
    window?.close();
    states.push(window?.isVisible(), window?.isDestroyed());
    await new Promise((resolve) => setTimeout(resolve, 200));
    window?.show();
    states.push(window?.isVisible());
    window?.minimize();
    states.push(window?.isMinimized(), window?.isVisible());
    window?.restore();
    states.push(window?.isMinimized());
    Reflect.set(globalThis, 'mayClose', true);
    return states;
  });
  expect(seen).toEqual([false, false, true, true, true, false]);
  expect(await page.inputValue('#name')).toBe('Sam');
  await electron.close();
});

test('a window that has gone refuses to be used, and says whether it has gone', async () => {
  const electron = await launchProbe(bench, '--listen-all-closed');
  await electron.firstWindow();
  const seen = await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return [];
    const { webContents } = window;
    const closed = new Promise<void>((resolve) => {
      window.once('closed', () => {
        resolve();
      });
    });
    window.destroy();
    await closed;
    const uses = [
      () => {
        window.show();
      },
      () => window.isVisible(),
      () => window.webContents,
      () => {
        webContents.send('pong');
      },
      () => webContents.getURL(),
    ];
    const words = uses.map((use) => {
      try {
        use();
        return 'allowed';
      } catch (error) {
        return String(error);
      }
    });
    return [window.isDestroyed(), webContents.isDestroyed(), ...new Set(words)];
  });
  expect(seen).toEqual([true, true, 'TypeError: Object has been destroyed']);
  await electron.close();
});

test('a hidden window is not on the screen, a shown one is', async () => {
  const app = runProbe(bench, '--hide-on-close', '--close');
  const windowsOnScreen = (): string =>
    spawnSync('xwininfo', ['-root', '-tree'], { env: bench.env, encoding: 'utf8' }).stdout;
  await app.waitFor('window hide');
  const isMapped = (): boolean => {
    const id = /(0x[0-9a-f]+) "Probe":/.exec(windowsOnScreen())?.[1];
    return (
      id !== undefined &&
      spawnSync('xwininfo', ['-id', id], { env: bench.env, encoding: 'utf8' }).stdout.includes(
        'IsViewable',
      )
    );
  };
  await expect.poll(isMapped).toBe(false);
  app.kill('SIGKILL');
  await app.ended;
  const shown = runProbe(bench);
  await shown.waitFor('window show');
  await expect.poll(isMapped).toBe(true);
  shown.kill('SIGTERM');
  await shown.ended;
});

test('closing by the window manager asks the app, which may keep the window', async () => {
  const asked = runProbe(bench, '--hide-on-close');
  await asked.waitFor('loaded');
  /** Presses the keys until they arrive: on a busy machine the window may not be there yet. */
  const close = async (app: Run): Promise<void> => {
    const keys = ['search', '--name', '^Probe$', 'windowactivate', '--sync', 'key', 'alt+F4'];
    const isClosing = (): boolean => {
      if (app.lines().includes('window close')) return true;
      spawnSync('xdotool', keys, { env: bench.env, timeout: 1000 });
      return false;
    };
    await expect.poll(isClosing, { timeout: 20_000, interval: 300 }).toBe(true);
  };
  await close(asked);
  await asked.waitFor('window hide');
  expect(asked.lines()).not.toContain('window closed');
  asked.kill('SIGKILL');
  await asked.ended;
  const free = runProbe(bench);
  await free.waitFor('loaded');
  await close(free);
  expect(await free.ended).toBe(0);
  expect(after(free.lines(), 'loaded')).toEqual([
    ...['window close', 'window closed', 'before-quit', 'will-quit', 'quit'],
  ]);
});

test('a window that the user minimised comes back when the app shows it', async () => {
  const electron = await launchProbe(bench);
  await electron.firstWindow();
  const start = promisify(execFile);
  // Not waited for in step: this process drives the app, too.
  const ask = (program: string, ...args: string[]): Promise<string> =>
    start(program, args, { env: bench.env, timeout: 10_000 }).then(
      ({ stdout }) => stdout.trim(),
      () => '',
    );
  const find = (): Promise<string> =>
    ask('xdotool', 'search', '--onlyvisible', '--name', '^Probe$');
  await expect.poll(find, { timeout: 20_000, interval: 300 }).not.toBe('');
  const id = await find();
  const isOnScreen = async (): Promise<boolean> =>
    (await ask('xwininfo', '-id', id)).includes('IsViewable');
  await ask('xdotool', 'windowminimize', id);
  await expect.poll(isOnScreen).toBe(false);
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.show();
  });
  await expect.poll(isOnScreen).toBe(true);
  await electron.close();
});
