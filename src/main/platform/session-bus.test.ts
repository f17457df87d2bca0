import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasSessionBus } from './session-bus.ts';

let folder = '';
let bus: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-bus-'));
  bus = createServer();
  await new Promise<void>((resolve) => bus.listen(join(folder, 'bus'), resolve));
});
afterAll(async () => {
  await new Promise((resolve) => bus.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['a bus that answers', () => ({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/bus` }), true],
  [
    'a bus with an identity',
    () => ({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/bus,guid=0123` }),
    true,
  ],
  [
    'the second of two',
    () => ({ DBUS_SESSION_BUS_ADDRESS: `unix:path=/nowhere;unix:path=${folder}/bus` }),
    true,
  ],
  ['the usual place', () => ({ XDG_RUNTIME_DIR: folder }), true],
  [
    'an address that a session left behind',
    () => ({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }),
    false,
  ],
  [
    'an address that goes before the usual place',
    () => ({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', XDG_RUNTIME_DIR: folder }),
    false,
  ],
  ['an address that is nonsense', () => ({ DBUS_SESSION_BUS_ADDRESS: 'unix:' }), false],
  ['nothing set', () => ({}), false],
  [
    'everything set to nothing',
    () => ({ DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '' }),
    false,
  ],
])('on Linux %s: %s', async (_name, environment, isThere) => {
  expect(await hasSessionBus('linux', environment())).toBe(isThere);
});

test.each(['darwin', 'win32'] as const)('%s needs no bus', async (platform) => {
  expect(await hasSessionBus(platform, {})).toBe(true);
});
