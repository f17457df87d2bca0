import { existsSync } from 'node:fs';
import type { Message, MessageBus } from 'dbus-next';

/** What a signal brings. */
export type SignalBody = readonly unknown[];

/** Whether there is a session bus to speak to; synchronous, because Notification.isSupported is. */
export function hasSessionBus(): boolean {
  return Boolean(process.env.DBUS_SESSION_BUS_ADDRESS);
}

/** Whether there is a system bus. */
export function hasSystemBus(): boolean {
  return Boolean(process.env.DBUS_SYSTEM_BUS_ADDRESS) || existsSync('/run/dbus/system_bus_socket');
}

/**
 * A new connection to a bus; rejects when there is none. The library is loaded here and not before:
 * an app that shows no tray and no notification at start shall not wait for it.
 */
export async function connectToBus(kind: 'session' | 'system'): Promise<MessageBus> {
  const dbus = await import('dbus-next');
  const bus = kind === 'session' ? dbus.sessionBus() : dbus.systemBus();
  return new Promise((resolve, reject) => {
    bus.on('connect', () => {
      resolve(bus);
    });
    bus.on('error', reject);
  });
}

let shared: Promise<MessageBus> | undefined;

/** The one connection to the session bus for all that needs no name of its own. */
export function sessionBus(): Promise<MessageBus> {
  shared ??= connectToBus('session');
  return shared;
}

/** Calls a method and gives what it returns. */
export async function callMethod(
  bus: MessageBus,
  to: { destination: string; path: string; interface: string; member: string },
  signature = '',
  body: unknown[] = [],
): Promise<SignalBody> {
  const { Message } = await import('dbus-next');
  const reply = await bus.call(new Message({ ...to, signature, body }));
  return (reply?.body ?? []) as SignalBody;
}

/** Calls `listener` on every signal `member` of `interfaceName`. */
export async function onSignal(
  bus: MessageBus,
  interfaceName: string,
  member: string,
  listener: (body: SignalBody) => void,
): Promise<void> {
  bus.on('message', (message: Message) => {
    if (message.interface === interfaceName && message.member === member)
      listener(message.body as SignalBody);
  });
  const rule = `type='signal',interface='${interfaceName}',member='${member}'`;
  await callMethod(
    bus,
    {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
    },
    's',
    [rule],
  );
}
