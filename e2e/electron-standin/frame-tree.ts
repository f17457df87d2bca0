import { WebFrameStandin } from './web-frame.ts';

/** The frames of one page, by Chromium's ids. */
export class FrameTree {
  readonly #frames = new Map<string, WebFrameStandin>();
  readonly #send: (channel: string, args: unknown[]) => void;
  #processId = 0;
  #main: WebFrameStandin | undefined;

  /** @param send sends to the preload of the page */
  constructor(send: (channel: string, args: unknown[]) => void) {
    this.#send = send;
  }

  get main(): WebFrameStandin {
    if (!this.#main) throw new Error('electron-standin: a page without a frame');
    return this.#main;
  }

  /** Starts anew with a main frame alone. */
  begin(frameId: string, processId: number): void {
    this.#frames.clear();
    this.#processId = processId;
    this.#main = this.#create(frameId, null);
  }

  find(frameId: string): WebFrameStandin | undefined {
    return this.#frames.get(frameId);
  }

  add(frameId: string, parentFrameId: string): void {
    if (!this.#frames.has(frameId)) this.#create(frameId, this.find(parentFrameId) ?? this.main);
  }

  remove(frameId: string): void {
    this.#frames.get(frameId)?.detach();
    this.#frames.delete(frameId);
  }

  #create(frameId: string, parent: WebFrameStandin | null): WebFrameStandin {
    const frame = new WebFrameStandin(frameId, this.#processId, parent, this.#send);
    this.#frames.set(frameId, frame);
    return frame;
  }
}
