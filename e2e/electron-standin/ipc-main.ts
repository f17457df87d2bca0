import { EventEmitter } from 'node:events';
import { createEvent } from './events.ts';
import type { WebFrameStandin } from './web-frame.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** Where a message came from: the page, and its frame when it was sent. */
export interface Sender {
  readonly webContents: Electron.WebContents;
  readonly frame: WebFrameStandin;
  readonly reply: (channel: string, args: unknown[]) => void;
}

function senderProperties({ webContents, frame }: Sender): object {
  const { documentSerial } = frame;
  return {
    type: 'frame' as const,
    sender: webContents,
    processId: frame.processId,
    frameId: frame.routingId,
    // Read late, as in Electron: null once the frame has gone or shows another document.
    get senderFrame(): Electron.WebFrameMain | null {
      return frame.detached || frame.documentSerial !== documentSerial ? null : frame.asElectron;
    },
  };
}

/** `ipcMain`. */
export class IpcMainStandin
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Delivers what a preload sent by `ipcRenderer.send`. */
  deliver(sender: Sender, channel: string, args: unknown[]): void {
    const event = Object.assign(createEvent(senderProperties(sender)), {
      reply: (replyChannel: string, ...replyArgs: unknown[]) => {
        sender.reply(replyChannel, replyArgs);
      },
      ports: [],
    });
    this.emit(channel, event, ...args);
  }

  /** Answers what a preload asked by `ipcRenderer.invoke`; rejects with what the handler threw. */
  async answer(sender: Sender, channel: string, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = createEvent(senderProperties(sender)) as Electron.IpcMainInvokeEvent;
    return await handler(event, ...args);
  }
}

/** The one `ipcMain` of the app. */
export const ipcMain = new IpcMainStandin().setMaxListeners(0);
