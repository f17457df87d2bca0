import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { refusingAbsent } from './absent.ts';
import { cdp } from './chromium.ts';
import { createEvent } from './events.ts';
import type { Members } from './events.ts';
import { ipcMain } from './ipc-main.ts';
import { tellTheme } from './native-theme.ts';
import { NavigationGate } from './navigation-gate.ts';
import { codec, installWorlds, preloadWorldName, tellPreload } from './page/worlds.ts';
import { allPages } from './registry.ts';
import { sessionStandin } from './session.ts';
import { toAppUrl, toChromiumUrl } from './url-map.ts';
import { WebFrameStandin } from './web-frame.ts';

/** What of `webPreferences` matters to a page. */
export interface PagePreferences {
  readonly preload: string | undefined;
  readonly additionalArguments: readonly string[];
}
/** What the page's window does for it. */
export interface PageHost {
  /** Opens the window, on `chromiumUrl` at once where Chromium can. */
  readonly open: (chromiumUrl: string) => void;
  /** The page is gone. */
  readonly onGone: () => void;
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
  /** Chromium's names for the page, once it is there. */
  sessionId: string | undefined;
  targetId: string | undefined;
  /** Set once the app itself asked for the page's end. */
  isClosedByApp = false;
  readonly #mainFrame = new WebFrameStandin(this.id, null);
  readonly #preferences: PagePreferences;
  readonly #host: PageHost;
  /** Resolves with the CDP session once the page's target is there and set up. */
  readonly #attached = quietResolvers<string>();
  #preloadContextId: number | undefined;
  #isDestroyed = false;
  #isLoading = false;
  #loading = quietResolvers<undefined>();
  #windowOpenHandler: WindowOpenHandler | undefined;

  constructor(preferences: PagePreferences, host: PageHost) {
    super();
    this.setMaxListeners(0);
    this.#preferences = preferences;
    this.#host = host;
    this.asElectron = refusingAbsent(
      'webContents',
      this as Members<Electron.WebContents>,
    ) as Electron.WebContents;
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
    if (this.sessionId !== undefined && this.#preloadContextId !== undefined)
      tellPreload(this.sessionId, this.#preloadContextId, { channel, args });
  }

  async loadURL(url: string): Promise<void> {
    this.#loading.reject(loadError('ERR_ABORTED', this.getURL()));
    this.#loading = quietResolvers<undefined>();
    this.#isLoading = true;
    if (this.targetId === undefined) this.#host.open(toChromiumUrl(url));
    else this.navigate(toChromiumUrl(url));
    await this.#loading.promise;
  }
  reload(): void {
    this.tell('Page.reload');
  }
  /** As if the page had called `window.close()`: the window's `close` event is not asked, as in Electron. */
  close(options?: Electron.CloseOpts): void {
    this.isClosedByApp = !options?.waitForBeforeUnload;
    if (options?.waitForBeforeUnload) this.tell('Page.close');
    else this.closeTarget();
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  // From here on: what the stand-in's other parts tell the page.

  /** Tells Chromium something about this page, once it is there. */
  tell(method: 'Page.reload' | 'Page.stopLoading' | 'Page.close'): void {
    this.whenAttached((sessionId) => {
      cdp().tell(method, {}, sessionId);
    });
  }
  /** Calls `act` once the page is there in Chromium. */
  whenAttached(act: (sessionId: string) => void): void {
    this.#attached.promise.then(act, () => undefined);
  }
  /** Takes the page away without asking it. */
  closeTarget(): void {
    this.whenAttached(() => {
      cdp().tell('Target.closeTarget', { targetId: this.targetId ?? '' });
    });
  }

  /** Chromium has made the page's target, which waits: sets it up and lets it run. */
  attach(sessionId: string, targetId: string): void {
    this.sessionId = sessionId;
    this.targetId = targetId;
    this.frames.set(targetId, this.#mainFrame);
    cdp().tell('Page.enable', {}, sessionId);
    cdp().tell('Runtime.enable', {}, sessionId);
    cdp().tell('Page.setLifecycleEventsEnabled', { enabled: true }, sessionId);
    tellTheme(sessionId);
    installWorlds(sessionId, this.#readPreload(), this.#preferences.additionalArguments);
    this.#attached.resolve(sessionId);
  }

  /** Makes Chromium load `chromiumUrl`; the outcome is told by events. */
  navigate(chromiumUrl: string): void {
    this.whenAttached((sessionId) => {
      cdp()
        .send('Page.navigate', { url: chromiumUrl }, sessionId)
        .then(({ errorText }) => {
          if (errorText) this.#loadFailed(errorText.replace(/^net::/, ''), chromiumUrl);
        })
        .catch(() => undefined);
    });
  }

  /** Whether a document may be asked for; emits the navigation events. */
  mayNavigate(frame: WebFrameStandin, url: string, isRedirect: boolean): boolean {
    const mayIt = this.gate.mayNavigate(frame, url, isRedirect);
    if (mayIt && frame === this.#mainFrame) sessionStandin.applyPermissions(this.asElectron, url);
    return mayIt;
  }

  frameAttached(frameId: string, parentFrameId: string): void {
    if (this.frames.has(frameId)) return;
    const parent = this.frames.get(parentFrameId) ?? this.#mainFrame;
    this.frames.set(frameId, new WebFrameStandin(this.id, parent));
  }
  frameDetached(frameId: string): void {
    const frame = this.frames.get(frameId);
    if (frame) frame.detached = true;
    this.frames.delete(frameId);
  }
  frameNavigated(frame: { id: string; url: string; unreachableUrl?: string }): void {
    this.frames.get(frame.id)?.navigated(frame.unreachableUrl ?? frame.url, true);
    if (frame.id !== this.targetId) return;
    this.#preloadContextId = undefined;
    this.gate.arrived();
    if (frame.unreachableUrl !== undefined) this.#loadFailed('ERR_FAILED', frame.unreachableUrl);
  }
  /** A link, a form or a script of the page asks for `chromiumUrl`; the request, if any, comes after. */
  navigationRequested(frameId: string, chromiumUrl: string): void {
    if (frameId === this.targetId) this.gate.requested(this.#mainFrame, chromiumUrl);
  }

  contextCreated(contextId: number, worldName: string, frameId: string): void {
    if (worldName === preloadWorldName && frameId === this.targetId)
      this.#preloadContextId = contextId;
  }
  bindingCalled(contextId: number, payload: string): void {
    const { sessionId } = this;
    if (contextId !== this.#preloadContextId || sessionId === undefined) return;
    const error = ipcMain.receive(payload, {
      webContents: this.asElectron,
      frame: this.#mainFrame,
      reply: (message) => {
        tellPreload(sessionId, contextId, message);
      },
    });
    if (error) this.#preloadFailed(error);
  }

  finishedLoad(): void {
    // What a window shows before it has been given anything to load.
    if (this.getURL() === 'about:blank' && !this.#isLoading) return;
    this.#isLoading = false;
    this.#loading.resolve(undefined);
    this.emit('did-finish-load', createEvent({}));
  }
  crashed(): void {
    this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 139 });
  }

  /** A page wants a window: only "deny" can be done, and is what stays without a handler. */
  windowOpenRequested(chromiumUrl: string, frameName: string, features: string): void {
    const url = toAppUrl(chromiumUrl);
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' as const };
    const details = { url, frameName, features, disposition: 'foreground-tab' as const, referrer };
    if (this.#windowOpenHandler?.(details).action !== 'deny')
      console.error(
        `electron-standin: opening ${url} in a window is not implemented; it is denied`,
      );
  }

  gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    allPages.delete(this);
    for (const frame of this.frames.values()) frame.detached = true;
    this.#attached.reject(new Error('Object has been destroyed'));
    this.#loading.reject(loadError('ERR_ABORTED', this.getURL()));
    this.emit('destroyed');
    this.#host.onGone();
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
