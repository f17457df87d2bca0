import { expect, test } from 'vitest';
import { parseCommandLine } from './command-line.ts';
import type { CommandLineParts } from './command-line.ts';

const start = (flags: readonly string[], more: Partial<CommandLineParts> = {}) =>
  parseCommandLine({
    argv: ['/usr/lib/electron', '.', ...flags],
    environment: {},
    isPackaged: false,
    currentFolder: '/home/sam',
    ...more,
  });

const sentenceOf = (parsed: ReturnType<typeof start>): string =>
  parsed.ok ? 'understood' : parsed.sentence;

test('without flags the app starts in the usual place, with its window', () => {
  expect(start([])).toEqual({
    ok: true,
    value: { dataFolder: null, isHidden: false, now: null, calendarFile: null, capture: null },
  });
});

test.each([
  [['--data-dir', 'notes'], '/home/sam/notes'],
  [['--data-dir=notes'], '/home/sam/notes'],
  [['--data-dir=/srv/a=b'], '/srv/a=b'],
  [['--data-dir', '/srv/notes/../plans'], '/srv/plans'],
])('%j means the folder %s', (flags, folder) => {
  expect(start(flags)).toMatchObject({ ok: true, value: { dataFolder: folder } });
});

test('--hidden asks for a start in the tray', () => {
  expect(start(['--hidden'])).toMatchObject({ ok: true, value: { isHidden: true } });
});

test.each([
  [['--capture', 'Holiday cover', '--person', 'Sam'], { text: 'Holiday cover', person: 'Sam' }],
  [['--person=Sam', '--capture=--why?'], { text: '--why?', person: 'Sam' }],
  [['--capture', 'Holiday cover'], { text: 'Holiday cover', person: null }],
  [['--capture', '--hidden'], { text: '', person: null }],
  [['--capture'], { text: '', person: null }],
])('%j notes a thought', (flags, capture) => {
  expect(start(flags)).toMatchObject({ ok: true, value: { capture } });
});

test('a person without a thought, or a flag without the person, is refused with a sentence', () => {
  expect(sentenceOf(start(['--person', 'Sam']))).toMatch(/^--person goes with --capture/);
  expect(sentenceOf(start(['--capture', 'x', '--person']))).toMatch(/^--person needs a name/);
});

test.each([['--data-dir'], ['--data-dir='], ['--data-dir', '--hidden']])(
  '%j lacks its folder',
  (...flags) => {
    expect(sentenceOf(start(flags))).toMatch(/^--data-dir needs the path of a folder/);
  },
);

test.each(['--frobnicate', '--no-such-flag', '--data-folder=x', '--hiden', '-h', 'notes.md'])(
  '%s is not known, and the sentence names it',
  (argument) => {
    expect(sentenceOf(start([argument]))).toContain(`does not know ${argument}.`);
  },
);

test('a flag of ours that is given a value it does not take is refused', () => {
  expect(sentenceOf(start(['--hidden=yes']))).toBe('--hidden takes no value.');
});

test('names that every object has are not flags', () => {
  expect(sentenceOf(start(['--constructor']))).toContain('does not know --constructor.');
  expect(sentenceOf(start(['--__proto__']))).toContain('does not know --__proto__.');
});

test('switches of Chromium, Node and the operating system pass', () => {
  const flags = [
    '--no-sandbox',
    '--inspect=0',
    '--remote-debugging-port=0',
    '--ozone-platform=wayland',
    '--force-device-scale-factor=2',
    '--disable-gpu',
    '-psn_0_12345',
  ];
  expect(start(flags)).toMatchObject({ ok: true });
});

test('the app path is found behind switches, as a driver of browsers puts it', () => {
  const argv = ['/usr/lib/electron', '--no-sandbox', '--inspect=0', '/srv/app', '--hidden'];
  expect(start([], { argv })).toMatchObject({ ok: true, value: { isHidden: true } });
});

test('a packaged app has no path of its own on the command line', () => {
  const parsed = start([], { argv: ['/opt/evenkeel', 'notes.md'], isPackaged: true });
  expect(sentenceOf(parsed)).toContain('does not know notes.md.');
});

test('the environment is read while developing, and the command line goes before it', () => {
  const environment = {
    EVENKEEL_DATA_DIR: '/srv/data',
    EVENKEEL_NOW: '2026-11-23T08:50:00+01:00',
  };
  expect(start([], { environment })).toMatchObject({
    ok: true,
    value: { dataFolder: '/srv/data', now: '2026-11-23T07:50:00Z' },
  });
  expect(start(['--data-dir', '/srv/other'], { environment })).toMatchObject({
    value: { dataFolder: '/srv/other' },
  });
});

test('a test clock may be told by a file', () => {
  const parsed = start([], { environment: { EVENKEEL_NOW: '/tmp/clock' } });
  expect(parsed).toMatchObject({ ok: true, value: { now: '/tmp/clock' } });
});

test('a packaged app does not read the environment', () => {
  const parsed = start([], {
    argv: ['/opt/evenkeel'],
    isPackaged: true,
    environment: { EVENKEEL_DATA_DIR: '/srv/data', EVENKEEL_NOW: 'tomorrow' },
  });
  expect(parsed).toMatchObject({ ok: true, value: { dataFolder: null, now: null } });
});

test.each(['tomorrow', '2026-11-23', '2026-13-45T00:00:00Z'])(
  'a test clock that begins at %s is refused with a sentence',
  (now) => {
    const parsed = start([], { environment: { EVENKEEL_NOW: now } });
    expect(sentenceOf(parsed)).toContain(`and is ${now}.`);
  },
);

test.each([
  [['team.ics'], '/home/sam/team.ics'],
  [['--hidden', '/srv/Team Calendar.ICS'], '/srv/Team Calendar.ICS'],
  [['file:///srv/Team%20Calendar.ics'], '/srv/Team Calendar.ics'],
])('%j imports the calendar %s', (flags, calendarFile) => {
  expect(start(flags)).toMatchObject({ ok: true, value: { calendarFile } });
});
