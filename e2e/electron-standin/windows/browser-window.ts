import { EventEmitter } from 'node:events';
import { asElectron, refusingGone } from '../absent.ts';
import { app } from '../app.ts';
import { createEvent } from '../events.ts';
import type { Members } from '../events.ts';
import { allWindows } from '../registry.ts';
import { toChromiumUrl } from '../url-map.ts';
import { WebContentsStandin } from '../web-contents.ts';
import { openDesktopWindow } from './desktop-window.ts';
import type { DesktopWindow } from './desktop-window.ts';
import { readOptions } from './window-options.ts';
import type { WindowOptions } from './window-options.ts';

/** `BrowserWindow`: one window without tabs in the running Chromium. */
export class BrowserWindowStandin extends EventEmitter implements Members<Electron.BrowserWindow> {
  readonly asElectron: Electron.BrowserWindow;
  readonly #options: WindowOptions;
  #page: WebContentsStandin;
  /** Resolves once the window is there. */
  #desktop = Promise.withResolvers<DesktopWindow>();
  #isVisible: boolean;
  #isMinimized = false;
  #isDestroyed = false;
  #isClosing = false;
  #isReadyToShow = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.setMaxListeners(0);
    app.needsReady('Cannot create BrowserWindow before app is ready');
    this.#options = readOptions(options);
    this.#isVisible = this.#options.isShown;
    this.asElectron = refusingGone(asElectron<Electron.BrowserWindow>('BrowserWindow', this));
    allWindows.add(this);
    this.#page = this.#createPage();
    return this.asElectron as Members<Electron.BrowserWindow> as this;
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return Array.from(allWindows, (window) => window.asElectron);
  }
  static fromWebContents({ id }: Electron.WebContents): Electron.BrowserWindow | null {
    return this.getAllWindows().find(({ webContents }) => webContents.id === id) ?? null;
  }

  get webContents(): Electron.WebContents {
    return this.#page.asElectron;
  }
  async loadURL(url: string): Promise<void> {
    await this.#page.loadURL(url);
  }
  reload(): void {
    this.#page.reload();
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  /** A minimised window counts as visible: so does Chromium's on X, and with it Electron's. */
  isVisible(): boolean {
    return this.#isVisible;
  }
  isMinimized(): boolean {
    return this.#isMinimized;
  }

  show(): void {
    const wasVisible = this.#isVisible;
    this.#isVisible = true;
    this.#isMinimized = false;
    this.#onDesktop((desktop) => desktop.show());
    if (!wasVisible) this.emit('show', createEvent({}));
  }
  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.#onDesktop((desktop) => desktop.hide());
    this.emit('hide', createEvent({}));
  }
  focus(): void {
    if (this.#isVisible) this.#onDesktop((desktop) => desktop.activate());
  }
  minimize(): void {
    this.#isMinimized = true;
    this.#onDesktop((desktop) => desktop.setState('minimized'));
    this.emit('minimize', createEvent({}));
  }
  restore(): void {
    this.#isMinimized = false;
    this.#onDesktop((desktop) => desktop.setState('normal'));
    this.emit('restore', createEvent({}));
  }
  setBackgroundColor(backgroundColor: string): void {
    this.#options.backgroundColor = backgroundColor;
    this.#paintBackground();
  }

  close(): void {
    if (this.#isClosing || !this.#askToClose()) return;
    this.#isClosing = true;
    // Page.close lets the page object by beforeunload, as Electron does; then the window stays.
    this.#page.tell('Page.close');
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#page.closeTarget();
    this.#isClosing = true;
    this.#page.gone();
  }

  /** Emits `close`; says whether the app lets it happen. */
  #askToClose(): boolean {
    const event = createEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) app.windowCloseCancelled();
    return !event.defaultPrevented;
  }

  #createPage(): WebContentsStandin {
    const desktop = (this.#desktop = Promise.withResolvers<DesktopWindow>());
    let isOpened = false;
    const open = (chromiumUrl: string): void => {
      if (isOpened || this.#isDestroyed) return;
      isOpened = true;
      this.#open(chromiumUrl).then(desktop.resolve, desktop.reject);
    };
    const page = new WebContentsStandin(this.#options.page, open);
    page.once('destroyed', () => {
      this.#pageGone();
    });
    // A hidden window paints nothing: there the loaded page counts.
    for (const name of ['first-paint', 'did-finish-load'])
      page.on(name, () => {
        if (!this.#isReadyToShow) this.emit('ready-to-show', createEvent({}));
        this.#isReadyToShow = true;
      });
    app.emit('web-contents-created', createEvent({}), page.asElectron);
    // What is loaded in the same breath becomes the window's first page, without a blank one before.
    setImmediate(open, toChromiumUrl('about:blank'));
    return page;
  }

  async #open(chromiumUrl: string): Promise<DesktopWindow> {
    const canBeFirst = /^(https?|data):/.test(chromiumUrl);
    const firstUrl = canBeFirst ? chromiumUrl : toChromiumUrl('about:blank');
    this.#paintBackground();
    const desktop = await openDesktopWindow(this.#page, firstUrl);
    if (this.#isDestroyed) return desktop;
    await desktop.setSize(this.#options.size);
    await (this.#isVisible ? desktop.activate() : desktop.hide());
    if (!canBeFirst) this.#page.navigate(chromiumUrl);
    return desktop;
  }

  /** The ground that a page has until it draws its own; the colour is "#rrggbb". */
  #paintBackground(): void {
    this.#page.whenAttached((session) => {
      const number = Number.parseInt(this.#options.backgroundColor.slice(1, 7), 16);
      const color = { r: (number >> 16) & 255, g: (number >> 8) & 255, b: number & 255, a: 1 };
      session.tell('Emulation.setDefaultBackgroundColorOverride', { color });
    });
  }

  #onDesktop(act: (desktop: DesktopWindow) => Promise<void>): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    this.#desktop.promise
      .then((desktop) => (this.#isDestroyed ? undefined : act(desktop)))
      // The window went while it was being told something.
      .catch(() => undefined);
  }

  /** The page's target is gone: by `close`, by the user's window manager, or by the page itself. */
  #pageGone(): void {
    if (!this.#isClosing && !this.#page.isClosedByApp && !this.#askToClose()) {
      // The user closed the window and the app said no, but Chromium does not wait for an answer. The
      // window comes back with the same page in its first state, hidden if the app hid it.
      const url = this.#page.getURL();
      this.#page = this.#createPage();
      this.#page.loadURL(url).catch(() => undefined);
      return;
    }
    this.#isDestroyed = true;
    this.#isVisible = false;
    allWindows.delete(this);
    this.emit('closed', createEvent({}));
    app.windowClosed();
  }
}
