import { once } from 'node:events';
import type { Message, MessageBus } from 'dbus-next';
import * as v from 'valibot';

const watcher = 'org.kde.StatusNotifierWatcher';
const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/**
 * Watches whether this desktop shows tray icons: on Linux a service does, which comes and goes.
 * Electron does not tell; its icon waits unseen until there is one.
 * @param tell called with how it is, and again whenever that changes
 * @returns what ends the watch
 */
export async function watchTrayHost(
  platform: NodeJS.Platform,
  tell: (isThere: boolean) => void,
): Promise<() => void> {
  if (platform !== 'linux') return () => undefined;
  // Loaded where it is needed: no other system has it, and no start waits for it.
  const { default: dbus } = await import('dbus-next');
  const session = dbus.sessionBus();
  await connected(session);
  const call = async (member: string, argument: string): Promise<unknown> => {
    const message = new dbus.Message({ ...bus, member, signature: 's', body: [argument] });
    const reply = await session.call(message);
    return valuesOf(reply)[0];
  };
  session.on('message', (message) => {
    const [name, , owner] = valuesOf(message);
    if (message.member === 'NameOwnerChanged' && name === watcher) tell(owner !== '');
  });
  const events = `sender='${bus.destination}',member='NameOwnerChanged',arg0='${watcher}'`;
  await call('AddMatch', `type='signal',${events}`);
  tell((await call('NameHasOwner', watcher)) === true);
  return () => {
    session.disconnect();
  };
}

/** What a message carries. */
const valuesOf = (message: Message | null): readonly unknown[] =>
  v.parse(v.array(v.unknown()), message?.body ?? []);

/** A bus that goes away later is like one without a host: nothing more is heard. */
async function connected(session: MessageBus): Promise<void> {
  await once(session, 'connect');
  session.on('error', () => undefined);
}
