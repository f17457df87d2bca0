import type { Members } from './events.ts';
import { refusingAbsent } from './absent.ts';
import { toAppOrigin, toAppUrl } from './url-map.ts';

let lastId = 0;

/** One frame of a page, as `webContents.mainFrame` and `event.senderFrame` give it. */
export class WebFrameStandin implements Members<Electron.WebFrameMain> {
  readonly frameToken: string;
  readonly frameTreeNodeId = ++lastId;
  readonly processId: number;
  readonly children = new Set<WebFrameStandin>();
  readonly parentFrame: WebFrameStandin | null;
  /** This frame as the app sees it: what is not implemented names itself. */
  readonly asElectron: Electron.WebFrameMain;
  readonly #sendToPreload: (channel: string, args: unknown[]) => void;
  #chromiumUrl = '';
  #name = '';
  #detached = false;
  /** Counts the frame's documents: an event of an earlier one no longer has a sender frame. */
  #documentSerial = 0;

  constructor(
    frameId: string,
    processId: number,
    parent: WebFrameStandin | null,
    sendToPreload: (channel: string, args: unknown[]) => void,
  ) {
    this.frameToken = frameId;
    this.processId = processId;
    this.parentFrame = parent;
    this.#sendToPreload = sendToPreload;
    parent?.children.add(this);
    this.asElectron = refusingAbsent(
      'WebFrameMain',
      this as Members<Electron.WebFrameMain>,
    ) as Electron.WebFrameMain;
  }

  get url(): string {
    return toAppUrl(this.#chromiumUrl);
  }
  get origin(): string {
    return toAppOrigin(this.#chromiumUrl);
  }
  get name(): string {
    return this.#name;
  }
  get parent(): Electron.WebFrameMain | null {
    return this.parentFrame?.asElectron ?? null;
  }
  get top(): Electron.WebFrameMain | null {
    return this.parentFrame ? this.parentFrame.top : this.asElectron;
  }
  get frames(): Electron.WebFrameMain[] {
    return Array.from(this.children, (child) => child.asElectron);
  }
  get routingId(): number {
    return this.frameTreeNodeId;
  }
  get detached(): boolean {
    return this.#detached;
  }
  get documentSerial(): number {
    return this.#documentSerial;
  }

  isDestroyed(): boolean {
    return this.#detached;
  }

  /** Sends to this frame's preload. Frames inside a page have none, so that nothing would hear it. */
  send(channel: string, ...args: unknown[]): void {
    if (this.parentFrame)
      throw new Error('electron-standin: WebFrameMain.send to a sub-frame is not implemented');
    this.#sendToPreload(channel, args);
  }

  navigated(chromiumUrl: string, name: string, isNewDocument: boolean): void {
    this.#chromiumUrl = chromiumUrl;
    this.#name = name;
    if (isNewDocument) this.#documentSerial++;
  }

  detach(): void {
    this.#detached = true;
    this.parentFrame?.children.delete(this);
    for (const child of [...this.children]) child.detach();
  }
}
