import type { Codec, LiveValues } from './codec.ts';

/** Hands `api` to the other half, to be defined as `window[key]` there. */
export type Expose = (key: string, api: unknown) => void;
type AnyFunction = (...args: unknown[]) => unknown;

/**
 * Makes one half of the bridge. The halves live in two JavaScript worlds of the same document and
 * share nothing but that document: a DOM event dispatched in one is heard in the other before
 * `dispatchEvent` returns, so a call can give its result back at once, as contextBridge's do.
 * Only text crosses (the event's `detail`). The events' names are random and stay in closures, and
 * every built-in that a name passes through is taken before the page's first script runs, so that
 * a page can neither listen in nor speak.
 *
 * Runs as text in both worlds: uses nothing from outside itself.
 */
export function createPeer(
  outgoing: string,
  incoming: string,
  createCodec: (live?: LiveValues) => Codec,
  define: (key: string, api: unknown) => void,
): Expose {
  const target = document;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- taken to be applied to the document below
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const NativeEvent = CustomEvent;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- taken to be applied to events below
  const getDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  const { apply } = Reflect;
  const { freeze, values } = Object;

  const functions = new Map<string, AnyFunction>();
  const ids = new WeakMap<object, string>();
  const proxies = new Map<string, AnyFunction>();
  const promises = new Map<string, PromiseWithResolvers<unknown>>();
  const outcomes: [isDone: boolean, value: unknown][] = [];
  let lastId = 0;

  const post = (...message: unknown[]): void => {
    const event = new NativeEvent(outgoing, { detail: codec.encode(message) });
    apply(dispatchEvent, target, [event]);
  };

  // An error crosses as its message alone, as contextBridge has it: custom properties and the
  // other world's stack stay behind.
  const messageOf = (error: unknown): string =>
    error instanceof Error ? error.message : 'An unknown exception was thrown in bridged function';

  const postOutcome = (kind: string, id: string, find: () => unknown): void => {
    try {
      post(kind, id, true, find());
    } catch (error) {
      post(kind, id, false, messageOf(error));
    }
  };

  const settle = (id: string, promise: Promise<unknown>): void => {
    promise.then(
      (result) => {
        postOutcome('settle', id, () => result);
      },
      (error: unknown) => {
        post('settle', id, false, messageOf(error));
      },
    );
  };

  const call = (id: string, args: unknown[]): unknown => {
    post('call', id, args);
    const [isDone, value] = outcomes.pop() ?? [false, 'The other side of the bridge is gone'];
    if (!isDone) throw new Error(String(value));
    return value;
  };

  const codec = createCodec({
    encode: (value) => {
      if (typeof value !== 'function' && !(value instanceof Promise)) return undefined;
      const id = ids.get(value) ?? String(++lastId);
      ids.set(value, id);
      if (value instanceof Promise) settle(id, value);
      else functions.set(id, value as AnyFunction);
      return [typeof value === 'function' ? 'function' : 'promise', id];
    },
    decode: (kind, id) => {
      if (kind === 'promise') {
        const pending = Promise.withResolvers<unknown>();
        promises.set(id, pending);
        return pending.promise;
      }
      const proxy = proxies.get(id) ?? ((...args: unknown[]) => call(id, args));
      proxies.set(id, proxy);
      return proxy;
    },
  });

  const deepFreeze = (value: unknown): void => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
    for (const item of values(freeze(value))) deepFreeze(item);
  };

  const receive = (kind: string, id: string, second: unknown, third: unknown): void => {
    if (kind === 'call')
      postOutcome('return', id, () => functions.get(id)?.(...(second as unknown[])));
    else if (kind === 'return') outcomes.push([second === true, third]);
    else if (kind === 'expose') {
      deepFreeze(second);
      define(id, second);
    } else {
      const pending = promises.get(id);
      promises.delete(id);
      if (second === true) pending?.resolve(third);
      else pending?.reject(new Error(String(third)));
    }
  };

  const listener = (event: CustomEvent<string>): void => {
    const text = getDetail && (apply(getDetail, event, []) as string);
    if (text) receive(...(codec.decode(text) as Parameters<typeof receive>));
  };
  apply(addEventListener, target, [incoming, listener]);

  return (key, api) => {
    post('expose', key, api);
  };
}
