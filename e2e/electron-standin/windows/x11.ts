import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'node:net';

/** What the user or the window manager did to a watched window. */
export type WindowChange = 'moved' | 'focused' | 'blurred' | 'state';

const opcode = {
  changeAttributes: 2,
  getAttributes: 3,
  map: 8,
  unmap: 10,
  configure: 12,
  internAtom: 16,
  queryTree: 15,
  changeProperty: 18,
  getProperty: 20,
  sendEvent: 25,
  setInputFocus: 42,
};
const eventType = {
  focusIn: 9,
  focusOut: 10,
  unmap: 18,
  map: 19,
  configure: 22,
  property: 28,
  clientMessage: 33,
  generic: 35,
};
const structureFocusAndPropertyEvents = 0x20000 | 0x200000 | 0x400000;
const substructureEvents = 0x180000;
const atomType = { cardinal: 6 };

/**
 * The little of the X protocol that hides, shows and activates another process's windows: what a
 * window manager's client such as wmctrl does. Written out here because it is a dozen fixed
 * messages, and because every X library for Node is larger than all of the stand-in.
 */
export class Display {
  readonly screenSize: Electron.Size;
  readonly #socket: Socket;
  readonly #root: number;
  readonly #atoms = new Map<string, Promise<number>>();
  readonly #waiting = new Map<number, (reply: Buffer | undefined) => void>();
  readonly #watchers = new Map<number, (change: WindowChange) => void>();
  readonly #mapped = new Map<number, () => void>();
  #sequence = 0;
  #rest: Buffer;

  constructor(socket: Socket, setup: Buffer, rest: Buffer) {
    this.#socket = socket;
    this.#rest = rest;
    const screen = 40 + Math.ceil(setup.readUInt16LE(24) / 4) * 4 + setup.readUInt8(29) * 8;
    this.#root = setup.readUInt32LE(screen);
    this.screenSize = {
      width: setup.readUInt16LE(screen + 20),
      height: setup.readUInt16LE(screen + 22),
    };
    socket.on('data', (chunk) => {
      this.#rest = Buffer.concat([this.#rest, chunk]);
      this.#readMessages();
    });
    socket.on('error', () => socket.destroy());
    // The app's life does not hang on this connection.
    socket.unref();
  }

  /** The windows of process `processId` that a window manager would manage. */
  async windowsOf(processId: number): Promise<number[]> {
    const top = await this.#childrenOf(this.#root);
    const inFrames = await Promise.all(top.map((window) => this.#childrenOf(window)));
    const all = [...top, ...inFrames.flat()];
    const owners = await Promise.all(all.map((window) => this.#cardinal(window, '_NET_WM_PID')));
    const types = await Promise.all(all.map((window) => this.#cardinal(window, 'WM_PROTOCOLS')));
    return all.filter(
      (_window, index) => owners[index] === processId && types[index] !== undefined,
    );
  }

  /** Waits until `window` is on the screen (a second at most), then takes it off as ICCCM says. */
  async withdraw(window: number): Promise<void> {
    if (!(await this.#isMapped(window))) {
      await new Promise<void>((resolve) => {
        this.#mapped.set(window, resolve);
        this.#listenTo(window);
        setTimeout(resolve, 1000).unref();
      });
      this.#mapped.delete(window);
    }
    this.#request(opcode.unmap, 0, [window]);
    const event = Buffer.alloc(32);
    event.writeUInt8(eventType.unmap, 0);
    event.writeUInt32LE(this.#root, 4);
    event.writeUInt32LE(window, 8);
    this.#sendToRoot(event);
  }

  map(window: number): void {
    this.#request(opcode.map, 0, [window]);
  }

  /** Brings `window` to the front and gives it the keyboard: by the window manager if there is one. */
  async activate(window: number): Promise<void> {
    if ((await this.#cardinal(this.#root, '_NET_SUPPORTING_WM_CHECK')) === undefined) {
      this.#request(opcode.configure, 0, [window, 0x40, 0]);
      this.#request(opcode.setInputFocus, 2, [window, 0]);
      return;
    }
    const event = Buffer.alloc(32);
    event.writeUInt8(eventType.clientMessage, 0);
    event.writeUInt8(32, 1);
    event.writeUInt32LE(window, 4);
    event.writeUInt32LE(await this.#atom('_NET_ACTIVE_WINDOW'), 8);
    event.writeUInt32LE(2, 12);
    this.#sendToRoot(event);
  }

  /** Takes the keyboard from whatever window has it. */
  focusNothing(): void {
    this.#request(opcode.setInputFocus, 1, [1, 0]);
  }

  async setTitle(window: number, title: string): Promise<void> {
    await this.#changeProperty(
      window,
      '_NET_WM_NAME',
      await this.#atom('UTF8_STRING'),
      8,
      Buffer.from(title),
    );
  }

  /** `bitmap` is BGRA, four bytes a pixel. */
  async setIcon(window: number, { width, height }: Electron.Size, bitmap: Buffer): Promise<void> {
    const size = Buffer.alloc(8);
    size.writeUInt32LE(width, 0);
    size.writeUInt32LE(height, 4);
    await this.#changeProperty(
      window,
      '_NET_WM_ICON',
      atomType.cardinal,
      32,
      Buffer.concat([size, bitmap]),
    );
  }

  /** Calls `listener` on what happens to `window`. */
  watch(window: number, listener: (change: WindowChange) => void): void {
    this.#watchers.set(window, listener);
    this.#listenTo(window);
  }

  #listenTo(window: number): void {
    this.#request(opcode.changeAttributes, 0, [window, 0x800, structureFocusAndPropertyEvents]);
  }

  async #isMapped(window: number): Promise<boolean> {
    const reply = await this.#ask(opcode.getAttributes, 0, [window]);
    return reply !== undefined && reply.readUInt8(26) !== 0;
  }

  async #childrenOf(window: number): Promise<number[]> {
    const reply = await this.#ask(opcode.queryTree, 0, [window]);
    if (!reply) return [];
    return Array.from({ length: reply.readUInt16LE(16) }, (_item, index) =>
      reply.readUInt32LE(32 + index * 4),
    );
  }

  /** The first number of a property; undefined when the window has none of that name. */
  async #cardinal(window: number, name: string): Promise<number | undefined> {
    const reply = await this.#ask(opcode.getProperty, 0, [window, await this.#atom(name), 0, 0, 1]);
    return reply && reply.length >= 36 && reply.readUInt32LE(16) > 0
      ? reply.readUInt32LE(32)
      : undefined;
  }

  async #changeProperty(
    window: number,
    name: string,
    type: number,
    format: 8 | 32,
    data: Buffer,
  ): Promise<void> {
    const atom = await this.#atom(name);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    const units = data.length / (format / 8);
    // A larger request than the protocol can carry without extension is not worth one for an icon.
    if (padded.length > 250_000) return;
    this.#request(opcode.changeProperty, 0, [window, atom, type, format, units], padded);
  }

  #atom(name: string): Promise<number> {
    const known = this.#atoms.get(name);
    if (known) return known;
    const bytes = Buffer.from(name);
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    const atom = this.#ask(opcode.internAtom, 0, [bytes.length], padded).then(
      (reply) => reply?.readUInt32LE(8) ?? 0,
    );
    this.#atoms.set(name, atom);
    return atom;
  }

  #sendToRoot(event: Buffer): void {
    this.#request(opcode.sendEvent, 0, [this.#root, substructureEvents], event);
  }

  #request(
    code: number,
    detail: number,
    words: readonly number[],
    data: Buffer = Buffer.alloc(0),
  ): number {
    const head = Buffer.alloc(4 + words.length * 4);
    head.writeUInt8(code, 0);
    head.writeUInt8(detail, 1);
    head.writeUInt16LE((head.length + data.length) / 4, 2);
    words.forEach((word, index) => head.writeUInt32LE(word, 4 + index * 4));
    this.#socket.write(Buffer.concat([head, data]));
    this.#sequence = (this.#sequence + 1) & 0xffff;
    return this.#sequence;
  }

  #ask(
    code: number,
    detail: number,
    words: readonly number[],
    data?: Buffer,
  ): Promise<Buffer | undefined> {
    return new Promise((resolve) => {
      this.#waiting.set(this.#request(code, detail, words, data), resolve);
    });
  }

  #readMessages(): void {
    while (this.#rest.length >= 32) {
      const type = this.#rest.readUInt8(0) & 0x7f;
      const hasMore = type === 1 || type === eventType.generic;
      const length = 32 + (hasMore ? this.#rest.readUInt32LE(4) * 4 : 0);
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      if (type > 1) this.#event(type, message);
      else {
        const sequence = message.readUInt16LE(2);
        // An error of a request that has no reply concerns a window that has just gone.
        this.#waiting.get(sequence)?.(type === 1 ? message : undefined);
        this.#waiting.delete(sequence);
      }
    }
  }

  #event(type: number, message: Buffer): void {
    const window = message.readUInt32LE(4);
    if (type === eventType.map) this.#mapped.get(window)?.();
    const changes: Record<number, WindowChange> = {
      [eventType.focusIn]: 'focused',
      [eventType.focusOut]: 'blurred',
      [eventType.configure]: 'moved',
      [eventType.property]: 'state',
    };
    const change = changes[type];
    // Focus that moves between a window's own parts (detail 2) or follows the pointer (5) is no change.
    if (
      (type === eventType.focusIn || type === eventType.focusOut) &&
      [2, 5].includes(message.readUInt8(1))
    )
      return;
    if (change === 'state') void this.#stateChanged(window, message.readUInt32LE(8));
    else if (change) this.#watchers.get(window)?.(change);
  }

  async #stateChanged(window: number, atom: number): Promise<void> {
    if (atom === (await this.#atom('WM_STATE'))) this.#watchers.get(window)?.('state');
  }
}

/** Connects to the display that `name` (":0", ":77.0") names; undefined when that cannot be done. */
export async function connectToDisplay(name: string): Promise<Display | undefined> {
  const number = /^(?:unix)?:(\d+)/.exec(name)?.[1];
  if (number === undefined) return undefined;
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  try {
    await once(socket, 'connect');
    const { protocol, cookie } = readCookie(number);
    const head = Buffer.alloc(12);
    head.write('l');
    head.writeUInt16LE(11, 2);
    head.writeUInt16LE(protocol.length, 6);
    head.writeUInt16LE(cookie.length, 8);
    const pad = (data: Buffer): Buffer =>
      Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    socket.write(Buffer.concat([head, pad(protocol), pad(cookie)]));
    let received = Buffer.alloc(0);
    while (received.length < 8 || received.length < 8 + received.readUInt16LE(6) * 4) {
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      received = Buffer.concat([received, chunk]);
    }
    if (received.readUInt8(0) !== 1) throw new Error('The X server refused the connection');
    const length = 8 + received.readUInt16LE(6) * 4;
    return new Display(socket, received.subarray(0, length), received.subarray(length));
  } catch {
    socket.destroy();
    return undefined;
  }
}

/** The display's secret from the user's Xauthority file; empty where none is needed. */
function readCookie(displayNumber: string): { protocol: Buffer; cookie: Buffer } {
  const none = { protocol: Buffer.alloc(0), cookie: Buffer.alloc(0) };
  let file: Buffer;
  try {
    file = readFileSync(process.env.XAUTHORITY ?? join(homedir(), '.Xauthority'));
  } catch {
    return none;
  }
  let at = 0;
  const field = (): Buffer => {
    const length = file.readUInt16BE(at);
    at += 2 + length;
    return file.subarray(at - length, at);
  };
  while (at + 2 <= file.length) {
    at += 2;
    const [address, number, protocol, cookie] = [field(), field(), field(), field()];
    const isOurs = address.length === 0 || address.toString() === hostname();
    if (isOurs && ['', displayNumber].includes(number.toString())) return { protocol, cookie };
  }
  return none;
}
