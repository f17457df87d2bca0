import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

test('reads what Playwright starts Electron with, and what the app is given', () => {
  const read = readCommandLine([
    '-r',
    '/loader.js',
    '--no-sandbox',
    '--inspect=0',
    '--remote-debugging-port=0',
    '.',
    '--hidden',
    'file',
  ]);
  expect(read).toMatchObject({
    preloads: ['/loader.js'],
    inspectPort: 0,
    appPath: '.',
    isVersionAsked: false,
  });
  expect([...read.chromiumSwitches]).toEqual([
    ['no-sandbox', ''],
    ['remote-debugging-port', '0'],
  ]);
});
