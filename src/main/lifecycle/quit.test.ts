import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { registerQuit } from './quit.ts';

/** Goes through Electron's order of events on quitting, as far as they matter here. */
class FakeApp extends EventEmitter {
  hasGone = false;

  quit(): void {
    this.emit('before-quit', { preventDefault: () => undefined });
    let isPrevented = false;
    this.emit('will-quit', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    this.hasGone = !isPrevented;
  }
}

const setUp = (flush: () => Promise<void>, deadlineMilliseconds = 1000) => {
  const app = new FakeApp();
  const problems: unknown[] = [];
  const quit = registerQuit({
    app,
    flush,
    deadlineMilliseconds,
    report: (problem) => problems.push(problem),
  });
  return { app, quit, problems };
};

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('the app goes only when everything is written', async () => {
  let finish: () => void = () => undefined;
  const { app } = setUp(() => new Promise((resolve) => (finish = resolve)));
  app.quit();
  await soon();
  expect(app.hasGone).toBe(false);
  finish();
  await soon();
  expect(app.hasGone).toBe(true);
});

test('windows hide while it runs and close once it quits', () => {
  const { app, quit } = setUp(() => Promise.resolve());
  expect(quit.isRunning()).toBe(true);
  app.quit();
  expect(quit.isRunning()).toBe(false);
});

test('asking twice writes once', async () => {
  let flushes = 0;
  const { app } = setUp(async () => {
    flushes += 1;
    await soon();
  });
  app.quit();
  app.quit();
  await soon();
  await soon();
  expect(flushes).toBe(1);
  expect(app.hasGone).toBe(true);
});

test('a disk that hangs does not keep the app, and the problem is told', async () => {
  const { app, problems } = setUp(() => new Promise(() => undefined), 10);
  app.quit();
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(app.hasGone).toBe(true);
  expect(String(problems[0])).toContain('longer than 10 ms');
});

test('a flush that fails is told, and the app goes', async () => {
  const { app, problems } = setUp(() => Promise.reject(new Error('disk full')));
  app.quit();
  await soon();
  expect(app.hasGone).toBe(true);
  expect(String(problems[0])).toContain('disk full');
});
