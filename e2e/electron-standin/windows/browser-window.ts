import { refusingAbsent } from '../absent.ts';
import { app } from '../app.ts';
import { createEvent } from '../events.ts';
import type { Members } from '../events.ts';
import { NativeImageStandin } from '../native-image.ts';
import { cdp } from '../runtime.ts';
import { toChromiumUrl } from '../url-map.ts';
import { WebContentsStandin } from '../web-contents.ts';
import type { DesktopChange, DesktopWindow } from './desktop-window.ts';
import { openPageWindow, paintBackground } from './open-page-window.ts';
import { ListedWindow, listedWindows } from './listed-window.ts';
import { readOptions } from './window-options.ts';
import type { WindowOptions } from './window-options.ts';

/** `BrowserWindow`: one window without tabs in the running Chromium. */
export class BrowserWindowStandin extends ListedWindow implements Members<Electron.BrowserWindow> {
  readonly asElectron: Electron.BrowserWindow;
  readonly #options: WindowOptions;
  #page!: WebContentsStandin;
  #pageHandle!: Electron.WebContents;
  /** Resolves once the window is there. */
  #desktop!: Promise<DesktopWindow>;
  #open!: (chromiumUrl: string) => void;
  #isVisible = false;
  #isFocused = false;
  #state: 'normal' | 'minimized' | 'maximized' = 'normal';
  #isDestroyed = false;
  #isClosing = false;
  #isReadyToShow = false;
  #bounds: Electron.Rectangle;
  #title: string;
  #hasOwnTitle = false;
  #backgroundColor: string;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.setMaxListeners(0);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#options = readOptions(options);
    this.#bounds = { ...this.#options.bounds };
    this.#title = this.#options.title;
    this.#backgroundColor = this.#options.backgroundColor;
    this.#isVisible = this.#options.isShown;
    this.#isFocused = this.#isVisible;
    const self = refusingAbsent('BrowserWindow', this);
    this.asElectron = self as Members<Electron.BrowserWindow> as Electron.BrowserWindow;
    this.list();
    this.#createPage();
    app.emit('browser-window-created', createEvent({}), this.asElectron);
    app.emit('web-contents-created', createEvent({}), this.webContents);
    return self;
  }

  get webContents(): Electron.WebContents {
    return this.#pageHandle;
  }

  async loadURL(url: string): Promise<void> {
    await this.#page.loadURL(url);
  }
  reload(): void {
    this.#page.reload();
  }

  show(): void {
    this.#appear(true);
  }
  showInactive(): void {
    this.#appear(false);
  }
  hide(): void {
    this.#assertAlive();
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.#setFocused(false);
    this.#onDesktop((desktop) => desktop.hide());
    this.emit('hide', createEvent({}));
  }
  focus(): void {
    this.#assertAlive();
    if (!this.#isVisible) return;
    this.#onDesktop((desktop) => desktop.activate());
    this.#setFocused(true);
  }
  blur(): void {
    this.#assertAlive();
    this.#onDesktop((desktop) => desktop.deactivate());
    this.#setFocused(false);
  }
  minimize(): void {
    this.#setState('minimized', 'minimize');
    this.#setFocused(false);
  }
  maximize(): void {
    if (!this.#isVisible) this.show();
    this.#setState('maximized', 'maximize');
  }
  restore(): void {
    this.#setState('normal', 'restore');
  }

  /** A minimised window counts as visible: so does Chromium's on X, and with it Electron's. */
  isVisible(): boolean {
    return this.#isVisible;
  }
  isFocused(): boolean {
    return this.#isFocused;
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#assertAlive();
    const { minWidth, minHeight } = this.#options;
    const wanted = { ...this.#bounds, ...bounds };
    wanted.width = Math.max(wanted.width, minWidth);
    wanted.height = Math.max(wanted.height, minHeight);
    this.#onDesktop((desktop) => desktop.setBounds(wanted));
    this.#boundsChanged(wanted);
  }

  #boundsChanged(bounds: Electron.Rectangle): void {
    const { x, y, width, height } = this.#bounds;
    this.#bounds = bounds;
    if (width !== bounds.width || height !== bounds.height) this.emit('resize', createEvent({}));
    if (x !== bounds.x || y !== bounds.y) this.emit('move', createEvent({}));
  }

  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
    this.#hasOwnTitle = true;
    this.#onDesktop((desktop) => desktop.setTitle(title));
  }
  setBackgroundColor(backgroundColor: string): void {
    this.#backgroundColor = backgroundColor;
    void this.#page.attached.then((sessionId) => {
      paintBackground(sessionId, backgroundColor);
    }, ignoreGone);
  }
  /** Chromium's windows without tabs have no menu bar, so that none is all there can be. */
  setMenu(menu: Electron.Menu | null): void {
    if (menu)
      throw new Error('electron-standin: BrowserWindow.setMenu with a menu is not implemented');
  }
  setIcon(icon: Electron.NativeImage | string): void {
    const image = typeof icon === 'string' ? NativeImageStandin.createFromPath(icon) : icon;
    this.#onDesktop((desktop) => desktop.setIcon(image));
  }

  close(): void {
    this.#assertAlive();
    if (this.#isClosing || !this.#askToClose()) return;
    this.#isClosing = true;
    // Page.close lets the page object by beforeunload, as Electron does; then the window stays.
    void this.#page.attached.then((sessionId) => {
      cdp().tell('Page.close', {}, sessionId);
    }, ignoreGone);
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

  #createPage(): void {
    const desktop = Promise.withResolvers<DesktopWindow>();
    desktop.promise.catch(() => undefined);
    this.#desktop = desktop.promise;
    let isOpened = false;
    this.#open = (chromiumUrl) => {
      if (isOpened) return;
      isOpened = true;
      this.#openIn(chromiumUrl).then(desktop.resolve, desktop.reject);
    };
    const page = new WebContentsStandin(this.#options.page, {
      open: (chromiumUrl) => {
        this.#open(chromiumUrl);
      },
      focus: () => {
        this.focus();
      },
      isFocused: () => this.#isFocused,
      onGone: () => {
        if (page === this.#page) this.#pageGone();
      },
    });
    this.#page = page;
    this.#pageHandle = page.asElectron;
    page.on('page-title-updated', (event: Electron.Event, title: string, isExplicit: boolean) => {
      this.emit('page-title-updated', event, title, isExplicit);
      if (!event.defaultPrevented && !this.#hasOwnTitle) this.#title = title;
    });
    // A hidden window paints nothing: there the loaded page counts.
    page.on('first-paint', () => {
      this.#readyToShow();
    });
    page.on('did-finish-load', () => {
      this.#readyToShow();
    });
    // What is loaded in the same breath becomes the window's first page, without a blank one before.
    setImmediate(() => {
      if (!this.#isDestroyed) this.#open(toChromiumUrl('about:blank'));
    });
  }

  async #openIn(chromiumUrl: string): Promise<DesktopWindow> {
    const canBeFirst = /^(https?|data):/.test(chromiumUrl);
    const desktop = await openPageWindow(
      this.#page,
      canBeFirst ? chromiumUrl : toChromiumUrl('about:blank'),
      this.#backgroundColor,
    );
    if (this.#isDestroyed) return desktop;
    await desktop.setBounds(this.#bounds);
    if (!this.#isVisible) await desktop.hide();
    else if (this.#isFocused) await desktop.activate();
    if (this.#options.icon) await desktop.setIcon(this.#options.icon);
    this.#bounds = { ...this.#bounds, ...(await desktop.getBounds()) };
    desktop.onChange((change) => {
      this.#changedOnDesktop(change);
    });
    if (!canBeFirst) this.#page.navigate(chromiumUrl);
    return desktop;
  }

  #changedOnDesktop(change: DesktopChange): void {
    if (this.#isDestroyed) return;
    if (change.isFocused !== undefined && this.#isVisible) this.#setFocused(change.isFocused);
    if (change.isMinimized !== undefined && change.isMinimized !== this.isMinimized()) {
      this.#state = change.isMinimized ? 'minimized' : 'normal';
      this.emit(change.isMinimized ? 'minimize' : 'restore', createEvent({}));
    }
    if (change.bounds && this.#state === 'normal') this.#boundsChanged(change.bounds);
  }

  #readyToShow(): void {
    if (this.#isReadyToShow) return;
    this.#isReadyToShow = true;
    this.emit('ready-to-show', createEvent({}));
  }

  #appear(isActivated: boolean): void {
    this.#assertAlive();
    const wasVisible = this.isVisible();
    this.#isVisible = true;
    if (this.#state === 'minimized' && isActivated) this.#state = 'normal';
    this.#onDesktop((desktop) => desktop.show(isActivated));
    if (!wasVisible) this.emit('show', createEvent({}));
    if (isActivated) this.#setFocused(true);
  }

  #setState(state: 'normal' | 'minimized' | 'maximized', event: string): void {
    this.#assertAlive();
    if (this.#state === state) return;
    this.#state = state;
    this.#onDesktop((desktop) => desktop.setState(state));
    this.emit(event, createEvent({}));
  }

  loseFocus(): void {
    this.#setFocused(false);
  }

  #setFocused(isFocused: boolean): void {
    if (isFocused) for (const other of listedWindows()) if (other !== this) other.loseFocus();
    if (this.#isFocused === isFocused) return;
    this.#isFocused = isFocused;
    this.emit(isFocused ? 'focus' : 'blur', createEvent({}));
    app.emit(
      isFocused ? 'browser-window-focus' : 'browser-window-blur',
      createEvent({}),
      this.asElectron,
    );
  }

  #onDesktop(act: (desktop: DesktopWindow) => Promise<void>): void {
    this.#desktop
      .then((desktop) => (this.#isDestroyed ? undefined : act(desktop)))
      .catch(ignoreGone);
  }

  /** The page's target is gone: by `close`, by the user's window manager, or by the page itself. */
  #pageGone(): void {
    const isOwnDoing = this.#isClosing || this.#isDestroyed || this.#page.isClosedByApp;
    if (!isOwnDoing && !this.#askToClose()) {
      this.#resurrect();
      return;
    }
    this.#isDestroyed = true;
    this.#isFocused = false;
    this.#isVisible = false;
    this.unlist();
    this.emit('closed', createEvent({}));
    app.windowClosed(listedWindows().length);
  }

  /**
   * The user closed the window and the app said no, but Chromium does not wait for an answer. The
   * window comes back with the same page in its first state, hidden if the app hid it.
   */
  #resurrect(): void {
    const url = this.#page.getURL();
    this.#createPage();
    app.emit('web-contents-created', createEvent({}), this.webContents);
    void this.#page.loadURL(url).catch(() => undefined);
  }

  #assertAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }
}

function ignoreGone(): void {
  // The window went while it was being told something.
}
