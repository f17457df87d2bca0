import { createEvent } from './events.ts';
import { isMappedScheme, toAppUrl, toChromiumUrl } from './url-map.ts';
import type { WebContentsStandin } from './web-contents.ts';
import type { WebFrameStandin } from './web-frame.ts';

/** Asks the app, by Electron's events, where a page may go. */
export class NavigationGate {
  readonly #page: WebContentsStandin;
  /** The page itself asked to go elsewhere, and the request has not been sent yet. */
  #isGoingByItself = false;

  constructor(page: WebContentsStandin) {
    this.#page = page;
  }

  /**
   * A link, a form or a script asks for `chromiumUrl`. What Chromium will not make a request for is
   * asked about here and goes nowhere, but for the app's own scheme, which is loaded if it may be.
   */
  requested(frame: WebFrameStandin, chromiumUrl: string): void {
    this.#isGoingByItself = true;
    const scheme = new URL(chromiumUrl).protocol.slice(0, -1);
    if (['http', 'https', 'about', 'blob', 'data', 'javascript'].includes(scheme)) return;
    const url = toAppUrl(chromiumUrl);
    const mayIt = this.mayNavigate(frame, url, false);
    this.#page.tell('Page.stopLoading');
    if (mayIt && isMappedScheme(scheme)) this.#page.navigate(toChromiumUrl(url));
  }

  /** Another document is there. */
  arrived(): void {
    this.#isGoingByItself = false;
  }

  /** Whether a document may be asked for. */
  mayNavigate(frame: WebFrameStandin, url: string, isRedirect: boolean): boolean {
    const isMainFrame = frame.parentFrame === null;
    const initiator = frame.asElectron;
    const params = { url, isSameDocument: false, isMainFrame, frame: initiator, initiator };
    const ask = (name: string): boolean => {
      const event = createEvent(params);
      this.#page.emit(name, event);
      return !event.defaultPrevented;
    };
    if (isRedirect) return ask('will-redirect');
    // What the app, or Playwright, makes the page load is not asked about, as in Electron.
    if (isMainFrame && !this.#isGoingByItself) return true;
    if (isMainFrame) this.#isGoingByItself = false;
    return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'));
  }
}
