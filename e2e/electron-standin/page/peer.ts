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

  const deepFreeze = (value: unknown): void => {
    if (Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
    for (const item of Object.values(Object.freeze(value as object))) deepFreeze(item);
  };
  /** What the other half may call, by place. The first is how it exposes something here. */
  const functions: AnyFunction[] = [
    (key, api) => {
      deepFreeze(api);
      define(String(key), api);
    },
  ];
  /** What the last call came to. Not a place of a function: its message. */
  const outcomePlace = -1;
  let outcome: unknown[] = [];

  // An error crosses as its message alone, as contextBridge has it: custom properties and the
  // other world's stack stay behind.
  const messageOf = (error: unknown): string =>
    error instanceof Error ? error.message : 'An unknown exception was thrown in bridged function';

  const codec = createCodec({
    encode: (value) => {
      if (typeof value === 'function')
        return ['function', functions.push(value as AnyFunction) - 1];
      if (!(value instanceof Promise)) return undefined;
      // A promise is to the other half a function that takes what to call once it is settled.
      const settle: AnyFunction = (resolve, reject) => {
        const rejected = (error: unknown): unknown => (reject as AnyFunction)(messageOf(error));
        value.then(resolve as AnyFunction).catch(rejected);
      };
      return ['promise', functions.push(settle) - 1];
    },
    decode: (kind, place) => {
      const proxy: AnyFunction = (...args) => call(place, args);
      if (kind === 'function') return proxy;
      return new Promise((resolve, reject) => {
        proxy(resolve, (message: string) => {
          reject(new Error(message));
        });
      });
    },
  });

  const post = (place: number, content: unknown[]): void => {
    const event = new NativeEvent(outgoing, { detail: codec.encode([place, content]) });
    apply(dispatchEvent, target, [event]);
  };

  const call = (place: number, args: unknown[]): unknown => {
    outcome = [false, 'The other side of the bridge is gone'];
    post(place, args);
    const [isDone, value] = outcome;
    if (isDone !== true) throw new Error(String(value));
    return value;
  };

  const answer = (place: number, args: unknown[]): void => {
    try {
      post(outcomePlace, [true, functions[place]?.(...args)]);
    } catch (error) {
      post(outcomePlace, [false, messageOf(error)]);
    }
  };

  const listener = (event: CustomEvent<string>): void => {
    const text = getDetail && (apply(getDetail, event, []) as string);
    if (!text) return;
    const [place, content] = codec.decode(text) as [number, unknown[]];
    if (place === outcomePlace) outcome = content;
    else answer(place, content);
  };
  apply(addEventListener, target, [incoming, listener]);

  return (key, api) => {
    call(0, [key, api]);
  };
}
