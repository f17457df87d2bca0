import { EventEmitter } from 'node:events';
import { createEvent } from './events.ts';
import { codec } from './page/worlds.ts';
import type { FromPreload, ToPreload } from './page/preload-world.ts';
import type { WebFrameStandin } from './web-frame.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** Where a message came from: the page, its frame when it was sent, and the way back. */
interface Sender {
  readonly webContents: Electron.WebContents;
  readonly frame: WebFrameStandin;
  readonly reply: (message: ToPreload) => void;
}

/** `ipcMain`. */
class IpcMainStandin extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Delivers what a preload sent, and gives it its answer; gives back the error that ended a preload. */
  receive(payload: string, sender: Sender): Error | undefined {
    const message = codec.decode(payload) as FromPreload;
    if ('preloadError' in message) return message.preloadError;
    const { channel, args, id } = message;
    if (id === undefined) this.emit(channel, eventFrom(sender), ...args);
    else void this.#answer(sender, id, channel, args);
    return undefined;
  }

  async #answer(sender: Sender, id: number, channel: string, args: unknown[]): Promise<void> {
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      sender.reply({ id, result: await handler(eventFrom(sender), ...args) });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      sender.reply({ id, error: String(error) });
    }
  }
}

function eventFrom({ webContents, frame }: Sender) {
  const { documentSerial } = frame;
  const event = createEvent({
    sender: webContents,
    // Read late, as in Electron: null once the frame has gone or shows another document.
    get senderFrame(): Electron.WebFrameMain | null {
      return frame.detached || frame.documentSerial !== documentSerial ? null : frame.asElectron;
    },
  });
  return event as Electron.IpcMainInvokeEvent;
}

/** The one `ipcMain` of the app. */
export const ipcMain = new IpcMainStandin().setMaxListeners(0);
