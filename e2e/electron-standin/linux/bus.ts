import type { Message, MessageBus } from 'dbus-next';

/** What a signal or an answer brings. */
export type Body = readonly unknown[];

/** The object and the interface that a method is called on. */
export interface Callee {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

/** Whether there is a session bus to speak to; synchronous, because Notification.isSupported is. */
export function hasSessionBus(): boolean {
  return Boolean(process.env.DBUS_SESSION_BUS_ADDRESS);
}

/** A new connection to a bus; rejects when there is none. The library is loaded when first used. */
export async function connectToBus(kind: 'session' | 'system'): Promise<MessageBus> {
  const dbus = await import('dbus-next');
  const bus = kind === 'session' ? dbus.sessionBus() : dbus.systemBus();
  const { promise, resolve, reject } = Promise.withResolvers<MessageBus>();
  bus.on('connect', () => {
    resolve(bus);
  });
  bus.on('error', reject);
  return promise;
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
  to: Callee & { readonly member: string },
  signature: string,
  body: unknown[],
): Promise<Body> {
  const { Message } = await import('dbus-next');
  const reply = await bus.call(new Message({ ...to, signature, body }));
  return (reply?.body ?? []) as Body;
}

/** Calls `listener` on every signal `member` of `interfaceName`. */
export async function onSignal(
  bus: MessageBus,
  interfaceName: string,
  member: string,
  listener: (body: Body) => void,
): Promise<void> {
  bus.on('message', (message: Message) => {
    if (message.interface === interfaceName && message.member === member)
      listener(message.body as Body);
  });
  const name = 'org.freedesktop.DBus';
  const to = { destination: name, path: '/', interface: name, member: 'AddMatch' };
  const rule = `type='signal',interface='${interfaceName}',member='${member}'`;
  await callMethod(bus, to, 's', [rule]);
}
