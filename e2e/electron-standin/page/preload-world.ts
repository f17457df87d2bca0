import type { Codec } from './codec.ts';
import type { createPeer } from './peer.ts';

/** What one window's preload is told. All of it is JSON. */
export interface PreloadSettings {
  /** Random; the names of the events between the two worlds. Never told to the page. */
  readonly secret: string;
  /** The names of the functions in the preload's world to and from the main process. */
  readonly bindingName: string;
  readonly receiverName: string;
  /** Its `process`. */
  readonly process: object;
}

/** From the preload's world to the main process. `id` asks for an answer (`invoke`). */
export type FromPreload =
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'invoke'; readonly id: number; channel: string; readonly args: unknown[] }
  | { readonly kind: 'preload-error'; readonly error: Error };

/** From the main process to the preload's world. */
export type ToPreload =
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'reply'; readonly id: number; result?: unknown; readonly error?: string };

type Listener = (...args: unknown[]) => void;
type PreloadFunction = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

/** Electron's renderer modules, and the preload run on them. Runs as text: uses nothing from outside. */
export function runPreload(
  settings: PreloadSettings,
  createCodec: () => Codec,
  makePeer: typeof createPeer,
  preload: PreloadFunction,
): void {
  const codec = createCodec();
  const send = Reflect.get(globalThis, settings.bindingName) as (text: string) => void;
  const sendToMain = (message: FromPreload): void => {
    send(codec.encode(message));
  };
  const replies = new Map<number, { channel: string; answer: PromiseWithResolvers<unknown> }>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

  const ipcRenderer = {
    on(channel: string, listener: Listener): object {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener): object {
      const kept = [...(listeners.get(channel) ?? [])];
      const index = kept.lastIndexOf(listener);
      if (index >= 0) kept.splice(index, 1);
      listeners.set(channel, kept);
      return ipcRenderer;
    },
    send(channel: string, ...args: unknown[]): void {
      sendToMain({ kind: 'send', channel, args });
    },
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId;
      sendToMain({ kind: 'invoke', id, channel, args });
      const answer = Promise.withResolvers<unknown>();
      replies.set(id, { channel, answer });
      return answer.promise;
    },
  };

  const receive = (text: string): void => {
    const message = codec.decode(text) as ToPreload;
    if (message.kind === 'send') {
      const event = { sender: ipcRenderer, ports: [] };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args);
      return;
    }
    const { channel = '', answer } = replies.get(message.id) ?? {};
    replies.delete(message.id);
    const { error, result } = message;
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(`Error invoking remote method '${channel}': ${error}`));
  };
  Object.defineProperty(globalThis, settings.receiverName, { value: receive });

  const exposedKeys = new Set<string>();
  const { secret } = settings;
  const expose = makePeer(
    `${secret}-to-page`,
    `${secret}-to-preload`,
    createCodec,
    () => undefined,
  );
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposedKeys.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposedKeys.add(key);
      expose(key, api);
    },
  };

  const refusingAbsent = (name: string, known: object): object =>
    new Proxy(known, {
      get(target, property): unknown {
        if (typeof property === 'symbol' || property in target)
          return Reflect.get(target, property);
        if (['then', 'toJSON', '__esModule', 'default'].includes(property)) return undefined;
        throw new Error(`electron-standin: ${name}.${property} is not implemented`);
      },
    });
  const electron = refusingAbsent('electron', {
    contextBridge: refusingAbsent('contextBridge', contextBridge),
    ipcRenderer: refusingAbsent('ipcRenderer', ipcRenderer),
  });
  const requireModule = (name: string): unknown => {
    if (/^electron(\/(renderer|common))?$/.test(name)) return electron;
    if (/^(node:)?(events|timers|url)$/.test(name))
      throw new Error(`electron-standin: require('${name}') in a preload is not implemented`);
    throw new Error(`module not found: ${name}`);
  };

  const module = { exports: {} };
  try {
    preload(requireModule, module, module.exports, refusingAbsent('process', settings.process));
  } catch (error) {
    const reported = error instanceof Error ? error : new Error(String(error));
    sendToMain({ kind: 'preload-error', error: reported });
  }
}
