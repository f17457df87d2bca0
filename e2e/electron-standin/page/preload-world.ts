import type { EventEmitter } from 'node:events';
import type { refusingAbsent } from '../absent.ts';
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
  | { readonly channel: string; readonly args: unknown[]; readonly id?: number }
  | { readonly preloadError: Error };

/** From the main process to the preload's world. */
export type ToPreload =
  | { readonly channel: string; readonly args: unknown[] }
  | { readonly id: number; readonly result?: unknown; readonly error?: string };

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
  events: typeof EventEmitter,
  refuseAbsent: typeof refusingAbsent,
  preload: PreloadFunction,
): void {
  const codec = createCodec();
  const send = Reflect.get(globalThis, settings.bindingName) as (text: string) => void;
  const sendToMain = (message: FromPreload): void => {
    send(codec.encode(message));
  };
  const answers = new Map<number, (message: { result?: unknown; error?: string }) => void>();
  let lastId = 0;

  const ipcRenderer = Object.assign(new events.EventEmitter(), {
    send(channel: string, ...args: unknown[]): void {
      sendToMain({ channel, args });
    },
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId;
      sendToMain({ channel, args, id });
      const { promise, resolve } = Promise.withResolvers<{ result?: unknown; error?: string }>();
      answers.set(id, resolve);
      const { result, error } = await promise;
      answers.delete(id);
      if (error === undefined) return result;
      throw new Error(`Error invoking remote method '${channel}': ${error}`);
    },
  });

  const receive = (text: string): void => {
    const message = codec.decode(text) as ToPreload;
    if ('id' in message) answers.get(message.id)?.(message);
    else ipcRenderer.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...message.args);
  };
  Object.defineProperty(globalThis, settings.receiverName, { value: receive });

  const exposedKeys = new Set<string>();
  const { secret } = settings;
  const toPage = [`${secret}-to-page`, `${secret}-to-preload`] as const;
  const expose = makePeer(...toPage, createCodec, () => undefined);
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (exposedKeys.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposedKeys.add(key);
      expose(key, api);
    },
  };

  const electron = refuseAbsent('electron', {
    contextBridge: refuseAbsent('contextBridge', contextBridge),
    ipcRenderer: refuseAbsent('ipcRenderer', ipcRenderer),
  });
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const modules = new Map<string, unknown>([
    ...['electron', 'electron/renderer', 'electron/common'].map(
      (name) => [name, electron] as const,
    ),
    ['events', events],
    ['timers', { setTimeout, clearTimeout, setInterval, clearInterval }],
    ['url', { URL, URLSearchParams }],
  ]);
  const requireModule = (name: string): unknown => {
    const found = modules.get(name.replace(/^node:(?=events|timers|url)/, ''));
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };

  const module = { exports: {} };
  try {
    preload(requireModule, module, module.exports, refuseAbsent('process', settings.process));
  } catch (error) {
    sendToMain({ preloadError: error instanceof Error ? error : new Error(String(error)) });
  }
}
