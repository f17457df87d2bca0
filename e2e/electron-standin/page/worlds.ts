import { createCodec } from './codec.ts';
import { createPeer } from './peer.ts';
import type { Codec } from './codec.ts';
import type { Peer } from './peer.ts';

/** The preload's world, by the name that Electron gives it. */
export const preloadWorldName = 'Electron Isolated Context';
/** The function through which the preload's world, and no other, speaks to the main process. */
export const bindingName = '__electronStandinSend';
/** The function in the preload's world through which the main process speaks to it. */
export const receiverName = '__electronStandinReceive';

/** What one window's preload is told. All of it is JSON. */
export interface PreloadSettings {
  /** Random; the names of the events between the two worlds. Never told to the page. */
  readonly secret: string;
  readonly argv: readonly string[];
  readonly platform: string;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly bindingName: string;
  readonly receiverName: string;
}

/** From the preload's world to the main process. `id` asks for an answer (`invoke`). */
export type FromPreload =
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: unknown[];
    }
  | { readonly kind: 'preload-error'; readonly error: Error };

/** From the main process to the preload's world. */
export type ToPreload =
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | {
      readonly kind: 'reply';
      readonly id: number;
      readonly result?: unknown;
      readonly error?: string;
    };

/** The page's half: waits for what the preload exposes, and defines it before any script of the page. */
export function mainWorldScript(secret: string): string {
  // Wrapped in a function, lest a declaration become a property of `window`.
  return `(() => {
    (${denyWindowOpen.toString()})();
    if (window.parent === window) {
      ${createCodec.toString()}
      ${createPeer.toString()}
      createPeer('${secret}-to-preload', '${secret}-to-page', createCodec, (key, api) => {
        Object.defineProperty(window, key, { value: api, enumerable: true });
      });
    }
  })()`;
}

/**
 * The preload's half: Electron's renderer modules, and around them the preload script itself, as a
 * CommonJS module. In a frame inside the page nothing of it runs.
 */
export function preloadWorldScript(settings: PreloadSettings, preloadSource: string): string {
  return `if (window.parent === window) (() => {
    ${createCodec.toString()}
    ${createPeer.toString()}
    (${runPreload.toString()})(${JSON.stringify(settings)}, createCodec, createPeer,
      function (require, module, exports, process, global, setImmediate, clearImmediate) {
${preloadSource}
      });
  })()`;
}

/** Windows are denied before they open, and `window.open` then gives null, as in Electron. */
function denyWindowOpen(): void {
  const open = window.open.bind(window);
  window.open = (...args) => {
    open(...args)?.close();
    return null;
  };
}

type Listener = (...args: unknown[]) => void;
type PreloadFunction = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
  global: typeof globalThis,
  setImmediate: (callback: Listener, ...args: unknown[]) => unknown,
  clearImmediate: (handle: number) => void,
) => void;

/** Runs as text in the preload's world: uses nothing from outside itself. */
function runPreload(
  settings: PreloadSettings,
  makeCodec: () => Codec,
  makePeer: typeof createPeer,
  preload: PreloadFunction,
): void {
  class EventEmitter {
    #listeners = new Map<string, { readonly listener: Listener; readonly isOnce: boolean }[]>();
    #add(name: string, listener: Listener, isOnce: boolean): this {
      if (typeof listener !== 'function')
        throw new TypeError('The "listener" argument must be of type function.');
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, isOnce }]);
      return this;
    }
    on(name: string, listener: Listener): this {
      return this.#add(name, listener, false);
    }
    addListener(name: string, listener: Listener): this {
      return this.#add(name, listener, false);
    }
    once(name: string, listener: Listener): this {
      return this.#add(name, listener, true);
    }
    off(name: string, listener: Listener): this {
      const kept = [...(this.#listeners.get(name) ?? [])];
      const index = kept.findLastIndex((entry) => entry.listener === listener);
      if (index >= 0) kept.splice(index, 1);
      this.#listeners.set(name, kept);
      return this;
    }
    removeListener(name: string, listener: Listener): this {
      return this.off(name, listener);
    }
    removeAllListeners(name?: string): this {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }
    listenerCount(name: string): number {
      return this.#listeners.get(name)?.length ?? 0;
    }
    emit(name: string, ...args: unknown[]): boolean {
      const entries = this.#listeners.get(name) ?? [];
      for (const { listener, isOnce } of entries) {
        if (isOnce) this.off(name, listener);
        listener.apply(this, args);
      }
      return entries.length > 0;
    }
  }

  const codec = makeCodec();
  const send = Reflect.get(globalThis, settings.bindingName) as (text: string) => void;
  const sendToMain = (message: FromPreload): void => {
    send(codec.encode(message));
  };
  const replies = new Map<number, { channel: string; answer: PromiseWithResolvers<unknown> }>();
  let lastId = 0;

  class IpcRenderer extends EventEmitter {
    send(channel: string, ...args: unknown[]): void {
      sendToMain({ kind: 'send', channel, args });
    }

    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId;
      sendToMain({ kind: 'invoke', id, channel, args });
      const answer = Promise.withResolvers<unknown>();
      replies.set(id, { channel, answer });
      return answer.promise;
    }
  }
  const ipcRenderer = new IpcRenderer();

  const receive = (text: string): void => {
    const message = codec.decode(text) as ToPreload;
    if (message.kind === 'send') {
      ipcRenderer.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...message.args);
      return;
    }
    const waiting = replies.get(message.id);
    replies.delete(message.id);
    if (message.error === undefined) waiting?.answer.resolve(message.result);
    else
      waiting?.answer.reject(
        new Error(`Error invoking remote method '${waiting.channel}': ${message.error}`),
      );
  };
  Object.defineProperty(globalThis, settings.receiverName, { value: receive });

  const exposedKeys = new Set<string>();
  const peer: Peer = makePeer(
    `${settings.secret}-to-page`,
    `${settings.secret}-to-preload`,
    makeCodec,
    () => undefined,
  );
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposedKeys.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposedKeys.add(key);
      peer.expose(key, api);
    },
  };

  const absent = (name: string, known: object): object =>
    new Proxy(known, {
      get(target, property): unknown {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value === 'function' && property !== 'constructor') return value.bind(target);
        if (typeof property === 'symbol' || property in target) return value;
        if (['then', 'toJSON', 'constructor', '__esModule', 'default'].includes(property))
          return undefined;
        throw new Error(`electron-standin: ${name}.${property} is not implemented`);
      },
    });
  const setImmediate = (callback: Listener, ...args: unknown[]): unknown =>
    setTimeout(callback, 0, ...args);
  const clearImmediate = (handle: number): void => {
    clearTimeout(handle);
  };
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const modules: Record<string, unknown> = {
    electron: absent('electron', {
      contextBridge: absent('contextBridge', contextBridge),
      ipcRenderer: absent('ipcRenderer', ipcRenderer),
    }),
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate },
    url: { URL, URLSearchParams },
  };
  modules['electron/renderer'] = modules['electron/common'] = modules.electron;
  const requireModule = (name: string): unknown => {
    const found = modules[name.replace(/^node:/, '')];
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };

  const process = absent('process', {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    platform: settings.platform,
    arch: settings.arch,
    argv: settings.argv,
    env: settings.env,
    versions: settings.versions,
  });
  const module = { exports: {} };
  try {
    preload(
      requireModule,
      module,
      module.exports,
      process,
      globalThis,
      setImmediate,
      clearImmediate,
    );
  } catch (error) {
    const reported = error instanceof Error ? error : new Error(String(error));
    sendToMain({ kind: 'preload-error', error: reported });
  }
}
