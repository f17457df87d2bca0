import { asElectron } from './absent.ts';
import type { Members } from './events.ts';
import { toAppOrigin, toAppUrl } from './url-map.ts';

/** One frame of a page, as `webContents.mainFrame` and `event.senderFrame` give it. */
export class WebFrameStandin implements Members<Electron.WebFrameMain> {
  readonly parentFrame: WebFrameStandin | null;
  /** This frame as the app sees it: what is not implemented names itself. */
  readonly asElectron: Electron.WebFrameMain;
  detached = false;
  /** Counts the frame's documents: an event of an earlier one no longer has a sender frame. */
  documentSerial = 0;
  #chromiumUrl = '';

  constructor(parentFrame: WebFrameStandin | null) {
    this.parentFrame = parentFrame;
    this.asElectron = asElectron<Electron.WebFrameMain>('WebFrameMain', this);
  }

  get url(): string {
    return toAppUrl(this.#chromiumUrl);
  }
  get origin(): string {
    return toAppOrigin(this.#chromiumUrl);
  }
  get parent(): Electron.WebFrameMain | null {
    return this.parentFrame?.asElectron ?? null;
  }

  navigated(chromiumUrl: string, isNewDocument: boolean): void {
    this.#chromiumUrl = chromiumUrl;
    if (isNewDocument) this.documentSerial++;
  }
}
