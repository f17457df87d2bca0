import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageBus } from 'dbus-next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectToBus } from '../../../e2e/fixtures/desktop/bus-connection.ts';
import { startSessionBus } from '../../../e2e/fixtures/desktop/session-bus.ts';
import type { SessionBus } from '../../../e2e/fixtures/desktop/session-bus.ts';
import { watchTrayHost } from './tray-host.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

/** A way to a bus that can be cut while the bus goes on, so that it says of nobody that they left. */
async function startWayTo(address: string) {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-way-'));
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    const bus = connect(/path=([^,]+)/.exec(address)?.[1] ?? '');
    socket.on('error', () => undefined);
    socket.pipe(bus).pipe(socket);
  });
  const path = join(folder, 'bus');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    address: `unix:path=${path}`,
    cut: (): void => {
      for (const socket of sockets) socket.end();
    },
    stop: async (): Promise<void> => {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

let told: boolean[];
const tell = (isThere: boolean): void => {
  told.push(isThere);
};
const toldInTheEnd = (): ReturnType<typeof expect.poll> => expect.poll(() => told);

beforeEach(() => {
  told = [];
});

describe.runIf(process.platform === 'linux')('on Linux', () => {
  let bus: SessionBus;
  let desktop: MessageBus;

  beforeEach(async () => {
    bus = await startSessionBus();
    desktop = await connectToBus(bus.address);
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus.address);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    desktop.disconnect();
    await bus.stop();
  });

  test('a host that is there is told of at once, and so is that it went and came back', async () => {
    await desktop.requestName(watcher, 0);
    const stop = await watchTrayHost('linux', tell);
    expect(told).toEqual([true]);
    await desktop.releaseName(watcher);
    await toldInTheEnd().toEqual([true, false]);
    await desktop.requestName(watcher, 0);
    await toldInTheEnd().toEqual([true, false, true]);
    stop();
  });

  test('a desktop without one is told of, until a host comes; other names say nothing', async () => {
    const stop = await watchTrayHost('linux', tell);
    expect(told).toEqual([false]);
    await desktop.requestName('org.example.Panel', 0);
    await desktop.requestName(watcher, 0);
    await toldInTheEnd().toEqual([false, true]);
    stop();
  });

  test('a host that hands over to another is there all the time', async () => {
    await desktop.requestName(watcher, 0);
    const stop = await watchTrayHost('linux', tell);
    const heir = await connectToBus(bus.address);
    await heir.requestName(watcher, 0);
    await desktop.releaseName(watcher);
    await toldInTheEnd().toEqual([true, true]);
    heir.disconnect();
    stop();
  });

  test('once the watch has ended nothing is heard', async () => {
    const stop = await watchTrayHost('linux', tell);
    const another = vi.fn();
    const stopAnother = await watchTrayHost('linux', another);
    stop();
    await desktop.requestName(watcher, 0);
    await expect.poll(() => another.mock.calls).toEqual([[false], [true]]);
    expect(told).toEqual([false]);
    stopAnother();
  });

  test('a bus that hangs up takes the host with it, which is told of once', async () => {
    const way = await startWayTo(bus.address);
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', way.address);
    await desktop.requestName(watcher, 0);
    const stop = await watchTrayHost('linux', tell);
    way.cut();
    await toldInTheEnd().toEqual([true, false]);
    stop();
    await way.stop();
    expect(told).toEqual([true, false]);
  });

  test('to end the watch says nothing of the host', async () => {
    await desktop.requestName(watcher, 0);
    const stop = await watchTrayHost('linux', tell);
    stop();
    await bus.stop();
    expect(told).toEqual([true]);
  });

  test('without a bus it fails, and says nothing of a host', async () => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere/bus');
    await expect(watchTrayHost('linux', tell)).rejects.toThrow(/nowhere|connect/i);
    expect(told).toEqual([]);
  });
});

test.each(['darwin', 'win32'] as const)(
  '%s always shows icons: nothing is asked',
  async (platform) => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere/bus');
    const stop = await watchTrayHost(platform, tell);
    stop();
    vi.unstubAllEnvs();
    expect(told).toEqual([]);
  },
);
