import { setTimeout as wait } from 'node:timers/promises';
import type { Client, Connected, Query } from 'x11';

const substructureEvents = 0x180000;
const eventType = { unmap: 18, clientMessage: 33 };

/** Hides, shows and activates another process's windows, as wmctrl does: Chromium cannot be told to. */
class Display {
  readonly screenSize: Electron.Size;
  readonly #client: Client;
  readonly #root: number;

  constructor({ client, screen: [screen] }: Connected) {
    this.#client = client;
    this.#root = screen?.root ?? 0;
    this.screenSize = { width: screen?.pixel_width ?? 0, height: screen?.pixel_height ?? 0 };
    // A request to a window that has just gone.
    client.on('error', () => undefined);
    // The app's life does not hang on this connection.
    client.stream.unref();
  }

  /** The windows of process `processId` that a window manager would manage. */
  async windowsOf(processId: number): Promise<number[]> {
    const top = await this.#childrenOf(this.#root);
    const inFrames = await Promise.all(top.map((window) => this.#childrenOf(window)));
    const isOurs = async (window: number): Promise<boolean> =>
      (await this.#number(window, '_NET_WM_PID')) === processId &&
      (await this.#number(window, 'WM_PROTOCOLS')) !== undefined;
    const all = [...top, ...inFrames.flat()];
    const ours = await Promise.all(all.map(isOurs));
    return all.filter((_window, index) => ours[index]);
  }

  /** Waits until `window` is on the screen (a second at most), then takes it off as ICCCM says. */
  async withdraw(window: number): Promise<void> {
    const attributes = (): Promise<{ mapState: number } | undefined> =>
      this.#ask('GetWindowAttributes', window);
    for (let tries = 0; tries < 50 && !(await attributes())?.mapState; tries++) await wait(20);
    this.#client.UnmapWindow(window);
    this.#tellManager(eventType.unmap, [this.#root, window]);
  }

  map(window: number): void {
    this.#client.MapWindow(window);
  }

  /** Brings `window` to the front and gives it the keyboard: by the window manager if there is one. */
  async activate(window: number): Promise<void> {
    const manager = await this.#number(this.#root, '_NET_SUPPORTING_WM_CHECK');
    const message = await this.#atom('_NET_ACTIVE_WINDOW');
    if (manager !== undefined) this.#tellManager(eventType.clientMessage, [window, message, 2]);
    else {
      this.#client.RaiseWindow(window);
      this.#client.SetInputFocus(window, 2);
    }
  }

  #tellManager(type: number, words: readonly number[]): void {
    const event = Buffer.alloc(32);
    event.writeUInt8(type, 0);
    if (type === eventType.clientMessage) event.writeUInt8(32, 1);
    words.forEach((word, index) => event.writeUInt32LE(word, 4 + index * 4));
    this.#client.SendEvent(this.#root, 0, substructureEvents, event);
  }

  async #childrenOf(window: number): Promise<number[]> {
    const tree = await this.#ask<{ children: number[] }>('QueryTree', window);
    return tree?.children ?? [];
  }

  /** The first number of a property; undefined when the window has none of that name. */
  async #number(window: number, name: string): Promise<number | undefined> {
    const atom = await this.#atom(name);
    // Of any type, from its beginning, one word of it; and it stays.
    const property = await this.#ask<{ data: Buffer }>('GetProperty', 0, window, atom, 0, 0, 1);
    return property && property.data.length >= 4 ? property.data.readUInt32LE(0) : undefined;
  }

  async #atom(name: string): Promise<number> {
    return (await this.#ask<number>('InternAtom', false, name)) ?? 0;
  }

  /** The reply; undefined for an error, which concerns a window that has just gone. */
  #ask<Reply>(query: Query, ...args: unknown[]): Promise<Reply | undefined> {
    return new Promise((resolve) => {
      this.#client[query](...args, (error: Error | null, reply: Reply) => {
        resolve(error ? undefined : reply);
      });
    });
  }
}

let connected: Display | undefined;

/** Connects to the display that DISPLAY names. */
export async function connectToDisplay(): Promise<void> {
  const { default: x11 } = await import('x11');
  connected = await new Promise<Display>((resolve, reject) => {
    x11.createClient((error, reply) => {
      if (error) reject(error);
      else resolve(new Display(reply));
    });
  });
}

/** The X display; by `ready` it is there. */
export function display(): Display {
  if (!connected) throw new Error('electron-standin: the display is not connected yet');
  return connected;
}
