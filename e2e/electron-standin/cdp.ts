import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;
type Command = Extract<keyof Commands & keyof Results, string>;
/** What Chromium tells about a target. */
export type TargetInfo = Protocol.Target.TargetInfo;
/** Where a window is, or how. */
export type Bounds = Protocol.Browser.Bounds;
/** One request held back by Chromium's Fetch domain. */
export type PausedRequest = Protocol.Fetch.requestPausedPayload;

interface Pending {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/**
 * The Chrome DevTools Protocol over Chromium's debugging pipe: JSON messages that end in a zero
 * byte, all targets in one connection ("flat" sessions). A pipe and not a socket because Chromium
 * leaves by itself when its other end goes away, so that a killed app leaves no browser behind.
 */
export class CdpPipe {
  /** By "session method", with the event's parameters; and "closed" when Chromium has gone. */
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly #toChromium: Writable;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  constructor(toChromium: Writable, fromChromium: Readable) {
    this.#toChromium = toChromium;
    // What is written then is lost; the other end's close says the rest.
    toChromium.on('error', () => undefined);
    fromChromium.on('close', () => this.events.emit('closed'));
    let rest = '';
    fromChromium.setEncoding('utf8').on('data', (chunk: string) => {
      rest += chunk;
      if (!chunk.includes('\0')) return;
      const messages = rest.split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message) as Message);
    });
  }

  send(message: Message & { readonly method: string }): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method: message.method, resolve, reject });
      this.#toChromium.write(JSON.stringify({ id, ...message }) + '\0');
    });
  }

  #receive({ id, method = '', params, result, error, sessionId = '' }: Message): void {
    if (id === undefined) {
      this.events.emit(`${sessionId} ${method}`, params);
      return;
    }
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) pending?.reject(new Error(`${pending.method}: ${error.message}`));
    else pending?.resolve(result);
  }
}

/** One session with Chromium: the browser's own, or one with a page, a frame or a worker. */
export class CdpSession {
  readonly id: string;
  readonly #pipe: CdpPipe;

  /** Without an id it is the browser's own. */
  constructor(pipe: CdpPipe, id = '') {
    this.#pipe = pipe;
    this.id = id;
  }

  /** Another session in the same connection. */
  session(id: string): CdpSession {
    return new CdpSession(this.#pipe, id);
  }

  /** Sends a command; rejects with Chromium's words. */
  send<Method extends Command>(
    method: Method,
    params?: Commands[Method],
  ): Promise<Results[Method]> {
    const to = this.id && { sessionId: this.id };
    return this.#pipe.send({ method, params, ...to }) as Promise<Results[Method]>;
  }
  /** Like `send`, for a target that may go away meanwhile: what fails then is of no use any more. */
  tell<Method extends Command>(method: Method, params?: Commands[Method]): void {
    this.send(method, params).catch(() => undefined);
  }
  /** Calls `listener` on every such event of this session. */
  on<Name extends Extract<keyof Events, string>>(
    name: Name,
    listener: (params: Events[Name]) => void,
  ): void {
    this.#pipe.events.on(`${this.id} ${name}`, listener);
  }
  /** Calls `listener` once, when Chromium has gone. */
  onClosed(listener: () => void): void {
    this.#pipe.events.once('closed', listener);
  }
}
