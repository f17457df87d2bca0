import type { Codec, LiveValues } from './codec.ts';

/** One half of the bridge between the page's own world and the preload's. */
export interface Peer {
  /** Hands `api` to the other half, to be defined as `window[key]` there. */
  readonly expose: (key: string, api: unknown) => void;
}

type CallOutcome = readonly [ok: boolean, value: unknown];

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
): Peer {
  const target = document;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- taken to be applied to the document below
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const NativeEvent = CustomEvent;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- taken to be applied to events below
  const getDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  const { apply, ownKeys, get: getProperty } = Reflect;
  const { freeze } = Object;

  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const ids = new WeakMap<object, string>();
  const proxies = new Map<string, (...args: unknown[]) => unknown>();
  const promises = new Map<string, PromiseWithResolvers<unknown>>();
  const outcomes: CallOutcome[] = [];
  let lastId = 0;

  const post = (message: unknown): void => {
    const event = new NativeEvent(outgoing, { detail: codec.encode(message) });
    apply(dispatchEvent, target, [event]);
  };

  const idOf = (value: object): string => {
    const id = ids.get(value) ?? String(++lastId);
    ids.set(value, id);
    return id;
  };

  // An error crosses as its message alone, as contextBridge has it: custom properties and the
  // other world's stack stay behind.
  const messageOf = (error: unknown): string =>
    error instanceof Error ? error.message : 'An unknown exception was thrown in bridged function';

  const codec = createCodec({
    encode: (value) => {
      if (typeof value === 'function') {
        const id = idOf(value);
        functions.set(id, value as (...args: unknown[]) => unknown);
        return ['function', id];
      }
      if (!(value instanceof Promise)) return undefined;
      const id = idOf(value);
      value.then(
        (result: unknown) => {
          settle(id, true, result);
        },
        (error: unknown) => {
          settle(id, false, messageOf(error));
        },
      );
      return ['promise', id];
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

  const settle = (id: string, ok: boolean, value: unknown): void => {
    try {
      post(['settle', id, ok, value]);
    } catch (error) {
      post(['settle', id, false, messageOf(error)]);
    }
  };

  const call = (id: string, args: unknown[]): unknown => {
    post(['call', id, args]);
    const outcome = outcomes.pop();
    if (!outcome) throw new Error('The other side of the bridge is gone');
    if (!outcome[0]) throw new Error(String(outcome[1]));
    return outcome[1];
  };

  const run = (id: string, args: unknown[]): void => {
    let outcome: CallOutcome;
    try {
      outcome = [true, functions.get(id)?.(...args)];
      post(['return', ...outcome]);
    } catch (error) {
      outcome = [false, messageOf(error)];
      post(['return', ...outcome]);
    }
  };

  const deepFreeze = (value: unknown): void => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    if (ArrayBuffer.isView(value)) return;
    freeze(value);
    for (const key of ownKeys(value)) {
      const item: unknown = getProperty(value, key);
      if (item !== null && typeof item === 'object' && !Object.isFrozen(item)) deepFreeze(item);
    }
  };

  const receive = (message: readonly unknown[]): void => {
    const [operation, first, second, third] = message;
    if (operation === 'return') outcomes.push([first as boolean, second]);
    else if (operation === 'call') run(first as string, second as unknown[]);
    else if (operation === 'expose') {
      deepFreeze(second);
      define(first as string, second);
    } else if (operation === 'settle') {
      const pending = promises.get(first as string);
      promises.delete(first as string);
      if (second === true) pending?.resolve(third);
      else pending?.reject(new Error(String(third)));
    }
  };

  apply(addEventListener, target, [
    incoming,
    (event: CustomEvent<string>) => {
      receive(codec.decode(apply(getDetail ?? refuseGetter, event, []) as string) as unknown[]);
    },
  ]);
  function refuseGetter(): never {
    throw new Error('electron-standin: CustomEvent has no detail here');
  }

  return {
    expose: (key, api) => {
      post(['expose', key, api]);
    },
  };
}
