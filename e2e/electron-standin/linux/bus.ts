import { once } from 'node:events';
import type { Message, MessageBus } from 'dbus-next';

/** What a signal or an answer brings. */
type Body = readonly unknown[];
/** Members of an object by name: D-Bus's signatures, and how a property is read or a method answers. */
type Properties = Record<string, readonly [signature: string, get: () => unknown]>;
type Methods = Record<
  string,
  readonly [takes: string, gives: string, (...args: never[]) => unknown]
>;

/** Whether there is a session bus to speak to; synchronous, because Notification.isSupported is. */
export function hasSessionBus(): boolean {
  return Boolean(process.env.DBUS_SESSION_BUS_ADDRESS);
}

/** A new connection to a bus; rejects when there is none. The library is loaded when first used. */
export async function connectToBus(kind: 'session' | 'system'): Promise<MessageBus> {
  const dbus = await import('dbus-next');
  const bus = kind === 'session' ? dbus.sessionBus() : dbus.systemBus();
  // A bus that goes away later is the same as none.
  bus.on('error', () => undefined);
  await once(bus, 'connect');
  return bus;
}

let shared: Promise<MessageBus> | undefined;

/** The one connection to the session bus for all that needs no name of its own. */
export function sessionBus(): Promise<MessageBus> {
  shared ??= connectToBus('session');
  return shared;
}

/**
 * Calls a method of a service, whose interface has its name, and gives what it returns; rejects when
 * there is no answer to be had.
 */
export async function callMethod(
  bus: MessageBus,
  service: string,
  path: string,
  member: string,
  signature: string,
  body: unknown[],
): Promise<Body> {
  const { Message } = await import('dbus-next');
  const to = { destination: service, interface: service, path, member };
  // The library never answers on a connection that has ended: it tells of an error beside the call.
  const { promise: ended, reject } = Promise.withResolvers<never>();
  bus.once('error', reject);
  try {
    const reply = await Promise.race([bus.call(new Message({ ...to, signature, body })), ended]);
    return (reply?.body ?? []) as Body;
  } finally {
    bus.off('error', reject);
  }
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
  const rule = `type='signal',interface='${interfaceName}',member='${member}'`;
  await callMethod(bus, 'org.freedesktop.DBus', '/', 'AddMatch', 's', [rule]);
}

/** Puts an object on the bus; gives what sends its signals. */
export async function exportObject(
  bus: MessageBus,
  path: string,
  name: string,
  properties: Properties,
  methods: Methods,
): Promise<(member: string, signature?: string, body?: unknown[]) => void> {
  const { default: dbus } = await import('dbus-next');
  class Exported extends dbus.interface.Interface {}
  const readable: Record<string, { signature: string; access: 'read' }> = {};
  const callable: Record<string, { inSignature: string; outSignature: string }> = {};
  for (const [member, [signature, get]] of Object.entries(properties)) {
    Object.defineProperty(Exported.prototype, member, { get });
    readable[member] = { signature, access: 'read' };
  }
  for (const [member, [inSignature, outSignature, value]] of Object.entries(methods)) {
    Object.defineProperty(Exported.prototype, member, { value });
    callable[member] = { inSignature, outSignature };
  }
  Exported.configureMembers({ properties: readable, methods: callable });
  bus.export(path, new Exported(name));
  return (member, signature, body) => {
    bus.send(dbus.Message.newSignal(path, name, member, signature, body));
  };
}
