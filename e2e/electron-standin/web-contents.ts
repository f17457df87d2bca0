import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { asElectron, refusingGone } from './absent.ts';
import type { CdpSession, TargetInfo } from './cdp.ts';
import { cdp, onlyWebRtcPolicy } from './chromium.ts';
import { createEvent } from './events.ts';
import type { Members } from './events.ts';
import { ipcMain } from './ipc-main.ts';
import { tellTheme } from './native-theme.ts';
import { NavigationGate } from './navigation-gate.ts';
import type { ToPreload } from './page/preload-world.ts';
import { codec, installWorlds, preloadWorldName, tellPreload } from './page/worlds.ts';
import { allPages } from './registry.ts';
import { toAppUrl, toChromiumUrl } from './url-map.ts';
import { WebFrameStandin } from './web-frame.ts';

/** What of `webPreferences` matters to a page. */
export interface PagePreferences {
  readonly preload: string | undefined;
  readonly additionalArguments: readonly string[];
}

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

const errorNumbers: Record<string, number> = {
  ...{ ERR_ABORTED: -3, ERR_FILE_NOT_FOUND: -6, ERR_BLOCKED_BY_CLIENT: -20 },
  ...{ ERR_CONNECTION_REFUSED: -102, ERR_NAME_NOT_RESOLVED: -105, ERR_UNKNOWN_URL_SCHEME: -302 },
};
let lastId = 0;

/** `webContents`: one page, in one Chromium target. */
export class WebContentsStandin extends EventEmitter implements Members<Electron.WebContents> {
  readonly id = ++lastId;
  readonly asElectron: Electron.WebContents;
  /** By Chromium's ids. */
  readonly frames = new Map<string, WebFrameStandin>();
  readonly gate = new NavigationGate(this);
  /** With Chromium, about this page, once it is there; and Chromium's name for it. */
  cdpSession: CdpSession | undefined;
  targetId: string | undefined;
  /** Set once the app itself asked for the page's end. */
  isClosedByApp = false;
  readonly #mainFrame = new WebFrameStandin(null);
  readonly #preferences: PagePreferences;
  /** Opens the page's window, on a URL at once where Chromium can. */
  readonly #open: (chromiumUrl: string) => void;
  /** Resolves once the page's target is there and set up. */
  readonly #attached = quietResolvers<CdpSession>();
  #preloadContextId: number | undefined;
  #isDestroyed = false;
  #isLoading = false;
  #loading = quietResolvers<undefined>();
  #windowOpenHandler: WindowOpenHandler | undefined;

  constructor(preferences: PagePreferences, open: (chromiumUrl: string) => void) {
    super();
    this.setMaxListeners(0);
    this.#preferences = preferences;
    this.#open = open;
    this.asElectron = refusingGone(asElectron<Electron.WebContents>('webContents', this));
    allPages.add(this);
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.#mainFrame.asElectron;
  }
  getURL(): string {
    return this.#mainFrame.url;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isLoading(): boolean {
    return this.#isLoading;
  }

  send(channel: string, ...args: unknown[]): void {
    codec.encode(args);
    if (this.cdpSession && this.#preloadContextId !== undefined)
      tellPreload(this.cdpSession, this.#preloadContextId, { channel, args });
  }

  async loadURL(url: string): Promise<void> {
    this.#loading.reject(loadError('ERR_ABORTED', this.getURL()));
    this.#loading = quietResolvers<undefined>();
    this.#isLoading = true;
    if (this.targetId === undefined) this.#open(toChromiumUrl(url));
    else this.navigate(toChromiumUrl(url));
    await this.#loading.promise;
  }
  reload(): void {
    this.tell('Page.reload');
  }
  /** As if the page had called `window.close()`: the window's `close` event is not asked, as in Electron. */
  close(options?: Electron.CloseOpts): void {
    this.isClosedByApp = !options?.waitForBeforeUnload;
    if (this.isClosedByApp) this.closeTarget();
    else this.tell('Page.close');
  }
  async printToPDF({ pageSize, margins, ...options }: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (pageSize ?? margins)
      throw new Error('electron-standin: pageSize and margins of printToPDF are not implemented');
    const session = await this.#attached.promise;
    const { data } = await session.send('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }
  /** Chromium is started with the one policy that there can be. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    if (policy !== onlyWebRtcPolicy)
      throw new Error(`electron-standin: the WebRTC policy ${policy} is not implemented`);
  }

  // From here on: what the stand-in's other parts tell the page.

  /** Tells Chromium something about this page, once it is there. */
  tell(method: 'Page.reload' | 'Page.stopLoading' | 'Page.close'): void {
    this.whenAttached((session) => {
      session.tell(method);
    });
  }
  /** Calls `act` once the page is there in Chromium. */
  whenAttached(act: (session: CdpSession) => void): void {
    this.#attached.promise.then(act, () => undefined);
  }
  /** Takes the page away without asking it. */
  closeTarget(): void {
    this.whenAttached(() => {
      cdp().tell('Target.closeTarget', { targetId: this.targetId ?? '' });
    });
  }

  /** Chromium has made the page's target, which waits: sets it up. */
  attach(session: CdpSession, { targetId, url }: TargetInfo): void {
    this.cdpSession = session;
    this.targetId = targetId;
    this.frames.set(targetId, this.#mainFrame);
    // On a busy machine its first document can be there already.
    this.#mainFrame.navigated(url, false);
    this.follow(session);
    session.on('Page.loadEventFired', () => {
      this.#finishedLoad();
    });
    session.on('Page.lifecycleEvent', ({ name, frameId }) => {
      if (name === 'firstPaint' && frameId === targetId) this.emit('first-paint');
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId?: string };
      if (context.name === preloadWorldName && frameId === targetId)
        this.#preloadContextId = context.id;
    });
    session.on('Runtime.bindingCalled', ({ executionContextId, payload }) => {
      if (executionContextId === this.#preloadContextId)
        this.#receive(payload, (message) => {
          tellPreload(session, executionContextId, message);
        });
    });
    session.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 139 });
    });
    session.tell('Inspector.enable');
    session.tell('Runtime.enable');
    session.tell('Page.setLifecycleEventsEnabled', { enabled: true });
    tellTheme(session);
    installWorlds(session, this.#readPreload(), this.#preferences.additionalArguments);
    this.#attached.resolve(session);
  }

  /** Follows what happens in the page's frames, or in one that Chromium has in another process. */
  follow(session: CdpSession): void {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      const parent = this.frames.get(parentFrameId) ?? this.#mainFrame;
      if (!this.frames.has(frameId)) this.frames.set(frameId, new WebFrameStandin(parent));
    });
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      const frame = this.frames.get(frameId);
      if (!frame || reason === 'swap') return;
      frame.detached = true;
      this.frames.delete(frameId);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const { id, url, urlFragment = '', unreachableUrl } = frame;
      this.frames.get(id)?.navigated(unreachableUrl ?? url + urlFragment, true);
      if (id !== this.targetId) return;
      this.#preloadContextId = undefined;
      this.gate.arrived();
      if (unreachableUrl !== undefined) this.#loadFailed('ERR_FAILED', unreachableUrl);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.frames.get(frameId)?.navigated(url, false);
    });
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      // A link, a form or a script of the page asks for it; the request, if any, comes after.
      if (frameId === this.targetId) this.gate.requested(this.#mainFrame, url);
    });
    session.on('Page.windowOpen', ({ url }) => {
      this.#windowOpenRequested(toAppUrl(url));
    });
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      // Electron asks nobody either: a page that objects to its unloading stays.
      if (type === 'beforeunload') session.tell('Page.handleJavaScriptDialog', { accept: false });
    });
    session.tell('Page.enable');
  }

  /** Makes Chromium load `chromiumUrl`; the outcome is told by events. */
  navigate(chromiumUrl: string): void {
    this.whenAttached((session) => {
      session
        .send('Page.navigate', { url: chromiumUrl })
        .then(({ errorText }) => {
          if (errorText) this.#loadFailed(errorText.replace(/^net::/, ''), chromiumUrl);
        })
        .catch(() => undefined);
    });
  }

  gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    allPages.delete(this);
    for (const frame of this.frames.values()) frame.detached = true;
    this.#attached.reject(new Error('Object has been destroyed'));
    this.#loading.reject(loadError('ERR_ABORTED', this.getURL()));
    this.emit('destroyed');
  }

  #finishedLoad(): void {
    // What a window shows before it has been given anything to load.
    if (this.getURL() === 'about:blank' && !this.#isLoading) return;
    this.#isLoading = false;
    this.#loading.resolve(undefined);
    this.emit('did-finish-load', createEvent({}));
  }
  #receive(payload: string, reply: (message: ToPreload) => void): void {
    const sender = { webContents: this.asElectron, frame: this.#mainFrame, reply };
    const error = ipcMain.receive(payload, sender);
    if (error) this.#preloadFailed(error);
  }
  /** A page wants a window: only "deny" can be done, and is what stays without a handler. */
  #windowOpenRequested(url: string): void {
    const details = asElectron<Electron.HandlerDetails>('details', { url });
    if (this.#windowOpenHandler?.(details).action !== 'deny')
      console.error(
        `electron-standin: opening ${url} in a window is not implemented; it is denied`,
      );
  }
  #readPreload(): string {
    const { preload } = this.#preferences;
    try {
      return preload === undefined ? '' : readFileSync(preload, 'utf8');
    } catch (error) {
      this.#preloadFailed(error as Error);
      return '';
    }
  }
  #preloadFailed(error: Error): void {
    const path = this.#preferences.preload ?? '';
    console.error(`Unable to load preload script: ${path}\n${error.stack ?? error.message}`);
    this.emit('preload-error', createEvent({}), path, error);
  }
  #loadFailed(code: string, chromiumUrl: string): void {
    const error = loadError(code, toAppUrl(chromiumUrl));
    this.#isLoading = false;
    this.#loading.reject(error);
    this.emit('did-fail-load', createEvent({}), error.errno, code, error.url, true);
  }
}

/** The error that `loadURL` rejects with, in Electron's words. `code` is Chromium's name for it. */
function loadError(code: string, url: string): Error & { errno: number; url: string } {
  const errno = errorNumbers[code] ?? -2;
  const error = new Error(`${code} (${String(errno)}) loading '${url}'`);
  return Object.assign(error, { errno, code, url });
}

/** A promise whose failure is no unhandled one when nobody waits for it. */
function quietResolvers<T>(): PromiseWithResolvers<T> {
  const resolvers = Promise.withResolvers<T>();
  resolvers.promise.catch(() => undefined);
  return resolvers;
}
