import { EventEmitter, once } from 'node:events';
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
 * @param tell called with how it is, and again whenever that changes; a session bus that ends takes
 *   the tray with it
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
  await once(session, 'connect');
  let isWatching = true;
  whenEnded(session, () => {
    if (isWatching) tell(false);
    isWatching = false;
  });
  const call = async (member: string, argument: string): Promise<unknown> => {
    const message = new dbus.Message({ ...bus, member, signature: 's', body: [argument] });
    const reply = await session.call(message);
    return valuesOf(reply)[0];
  };
  session.on('message', (message) => {
    const [name, , owner] = valuesOf(message);
    // The connection may have something under way yet when the watch has ended.
    const isOfHost = message.member === 'NameOwnerChanged' && name === watcher;
    if (isWatching && isOfHost) tell(owner !== '');
  });
  const events = `sender='${bus.destination}',member='NameOwnerChanged',arg0='${watcher}'`;
  await call('AddMatch', `type='signal',${events}`);
  tell((await call('NameHasOwner', watcher)) === true);
  return () => {
    isWatching = false;
    session.disconnect();
  };
}

/** What a message carries. */
const valuesOf = (message: Message | null): readonly unknown[] =>
  v.parse(v.array(v.unknown()), message?.body ?? []);

/**
 * Calls back when nobody answers on this bus any more. The library tells of a connection that broke;
 * of one that was closed by the other side only its connection does.
 */
function whenEnded(session: MessageBus, ended: () => void): void {
  session.on('error', ended);
  const connection: unknown = Reflect.get(session, '_connection');
  if (connection instanceof EventEmitter) connection.once('end', ended);
}
