import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNotifier } from './notifier.ts';
import type { LeftOverMessages, Message, Notifier } from './notifier.ts';

/** What a desktop has on its screen, told what the user does. */
class Shown extends EventEmitter {
  readonly options: NotificationConstructorOptions;
  isClosed = false;

  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }

  show(): void {
    this.emit('asked');
  }

  close(): void {
    this.isClosed = true;
    this.emit('close', { reason: 'applicationHidden' });
  }
}

let screen: Shown[];
let notifier: Notifier;
let happened: string[];
let problems: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  screen = [];
  happened = [];
  problems = [];
  notifier = notifierOn('darwin');
});
afterEach(() => vi.useRealTimers());

function notifierOn(platform: NodeJS.Platform, leftOver?: LeftOverMessages): Notifier {
  return createNotifier({
    platform,
    ...(leftOver === undefined ? {} : { leftOver }),
    make: (options) => {
      const shown = new Shown(options);
      screen.push(shown);
      return shown;
    },
    report: (problem) => {
      problems.push(problem);
    },
  });
}

const note = (what: string) => () => {
  happened.push(what);
};

const message: Message = {
  id: 'sam',
  title: '1:1 with Sam',
  body: 'in 10 minutes',
  open: note('opened'),
  buttons: [
    { label: 'Open', press: note('opened by button') },
    { label: 'Snooze', press: note('snoozed') },
  ],
  dismissed: note('dismissed'),
  failed: note('failed'),
};

function only(): Shown {
  const [shown] = screen;
  if (shown === undefined) throw new Error('Nothing was shown.');
  return shown;
}

test('a message is shown with its buttons', async () => {
  const showing = notifier.show(message);
  only().emit('show');
  await showing;
  expect(happened).toEqual([]);
  expect(only().options).toEqual({
    id: 'sam',
    title: '1:1 with Sam',
    body: 'in 10 minutes',
    actions: [
      { type: 'button', text: 'Open' },
      { type: 'button', text: 'Snooze' },
    ],
  });
});

test.each([
  ['linux', 'Sam ＆ Kim ‹b›, 10:00'],
  ['win32', 'Sam & Kim <b>, 10:00'],
] as const)('on %s a name is never markup (MATE, Xfce show nothing then)', (platform, shown) => {
  void notifierOn(platform).show({ ...message, body: 'Sam & Kim <b>, 10:00' });
  expect(only().options).toMatchObject({ title: message.title, body: shown });
});

test('on Windows a click on one of an earlier start opens what is left; on one of this start it is its own', () => {
  const windows = new EventEmitter();
  const click = (words: string): boolean => windows.emit('click', words);
  const leftOver = {
    onActivation: (hear: (words: string) => void) => {
      windows.on('click', hear);
    },
    open: note('opened what is left'),
  };
  const ofWindows = notifierOn('win32', leftOver);
  void ofWindows.show(message);
  click('type=click&tag=sam');
  only().emit('click');
  expect(happened).toEqual(['opened']);
  // It has been answered, and lies in the list all the same.
  click('type=action&action=1&tag=sam');
  click('type=click&tag=kim');
  click('type=click');
  expect(happened.slice(1)).toEqual(Array.from({ length: 3 }, () => 'opened what is left'));
});

test('a desktop that says that it failed is believed', async () => {
  const showing = notifier.show(message);
  only().emit('failed', {}, 'no');
  await showing;
  expect(happened).toEqual(['failed']);
});

test('a desktop that throws has failed, and why is not lost', async () => {
  const refusal = new Error('No bus.');
  await createNotifier({
    platform: 'linux',
    make: () => {
      throw refusal;
    },
    report: (problem) => {
      problems.push(problem);
    },
  }).show(message);
  expect([happened, problems]).toEqual([['failed'], [refusal]]);
});

test('a desktop that says nothing has shown it', async () => {
  const showing = notifier.show(message);
  await vi.advanceTimersByTimeAsync(10_000);
  await showing;
  expect(happened).toEqual([]);
});

test('one that says later that it failed is believed as well, once', async () => {
  const showing = notifier.show(message);
  await vi.advanceTimersByTimeAsync(10_000);
  await showing;
  only().emit('failed', {}, 'no');
  only().emit('failed', {}, 'no');
  only().emit('click');
  expect(happened).toEqual(['failed']);
});

test('what was answered, taken away or replaced before fails no more', () => {
  void notifier.show(message);
  only().emit('click');
  only().emit('failed', {}, 'no');
  void notifier.show({ ...message, id: 'kim' });
  notifier.withdraw('kim');
  screen[1]?.emit('failed', {}, 'no');
  void notifier.show({ ...message, id: 'robin' });
  void notifier.show({ ...message, id: 'robin' });
  screen[2]?.emit('failed', {}, 'no');
  expect(happened).toEqual(['opened']);
});

test('a click on the body opens, and what closes it afterwards is no answer', () => {
  void notifier.show(message);
  only().emit('click');
  only().emit('close', { reason: 'userCanceled' });
  expect(happened).toEqual(['opened']);
});

test('each button does its own', () => {
  void notifier.show(message);
  only().emit('action', { actionIndex: 1 });
  expect(happened).toEqual(['snoozed']);
});

test('putting it away is an answer, running out of time is none', () => {
  void notifier.show(message);
  only().emit('close', { reason: 'timedOut' });
  only().emit('close', {});
  expect(happened).toEqual([]);
  only().emit('close', { reason: 'userCanceled' });
  expect(happened).toEqual(['dismissed']);
});

test('a click in the list of what was shown still works (electron#24524)', () => {
  void notifier.show(message);
  only().emit('close', { reason: 'timedOut' });
  only().emit('click');
  expect(happened).toEqual(['opened']);
});

test('the same message again takes the place of the first, whose buttons are dead then', () => {
  void notifier.show(message);
  void notifier.show({ ...message, open: note('opened the second') });
  const [first, second] = screen;
  expect([first?.isClosed, second?.isClosed]).toEqual([true, false]);
  first?.emit('click');
  second?.emit('click');
  expect(happened).toEqual(['opened the second']);
});

test('what is withdrawn goes, and nobody is told that it was put away', () => {
  void notifier.show(message);
  notifier.withdraw('sam');
  notifier.withdraw('kim');
  expect(only().isClosed).toBe(true);
  expect(happened).toEqual([]);
});

test('a reminder is held until it is gone, so that its click is not lost (electron#16922)', () => {
  void notifier.show(message);
  vi.advanceTimersByTime(23 * 60 * 60 * 1000);
  only().emit('click');
  expect(happened).toEqual(['opened']);
});
