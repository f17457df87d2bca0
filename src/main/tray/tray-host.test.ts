import type { MessageBus } from 'dbus-next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectToBus } from '../../../e2e/fixtures/desktop/bus-connection.ts';
import { startSessionBus } from '../../../e2e/fixtures/desktop/session-bus.ts';
import type { SessionBus } from '../../../e2e/fixtures/desktop/session-bus.ts';
import { watchTrayHost } from './tray-host.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

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

  test('a bus that goes away is survived, and says of no host that it has come', async () => {
    const stop = await watchTrayHost('linux', tell);
    await bus.stop();
    stop();
    expect(told).toEqual([false]);
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
