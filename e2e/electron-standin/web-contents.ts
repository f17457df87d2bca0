import { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';
import type { TargetInfo } from './cdp.ts';
import { createEvent } from './events.ts';
import type { Members } from './events.ts';
import { NavigationGate } from './navigation-gate.ts';
import { loadError } from './load-error.ts';
import { assertCloneable, dispatchFromPreload, tellPreload } from './page/preload-channel.ts';
import { installWorlds } from './page/install-worlds.ts';
import type { PagePreferences } from './page/install-worlds.ts';
import { preloadWorldName } from './page/worlds.ts';
import { cdp } from './runtime.ts';
import { defaultSession, sessionStandin } from './session.ts';
import { currentColorScheme } from './theme-state.ts';
import { toAppUrl, toChromiumUrl } from './url-map.ts';
import { registerWebContents } from './web-contents-registry.ts';
import { FrameTree } from './frame-tree.ts';
import type { WebFrameStandin } from './web-frame.ts';

/** What the page's window does for it. */
export interface PageHost {
  /** Opens the window, on `chromiumUrl` at once where Chromium can. */
  readonly open: (chromiumUrl: string) => void;
  readonly focus: () => void;
  readonly isFocused: () => boolean;
  /** The page is gone. */
  readonly onGone: () => void;
}

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

let lastId = 0;

/** `webContents`: one page, in one Chromium target. */
export class WebContentsStandin extends EventEmitter implements Members<Electron.WebContents> {
  readonly id = ++lastId;
  readonly session = defaultSession;
  /** Set once the app itself asked for the page's end. */
  isClosedByApp = false;
  readonly asElectron: Electron.WebContents;
  readonly #preferences: PagePreferences;
  readonly #host: PageHost;
  readonly #unregister: () => void;
  readonly #frames = new FrameTree((channel, args) => {
    this.send(channel, ...args);
  });
  /** Resolves with the CDP session once the page's target is there and set up. */
  readonly #attached = Promise.withResolvers<string>();
  /** Chromium's names for the page, once it is there. */
  sessionId: string | undefined;
  targetId: string | undefined;
  #preloadContextId: number | undefined;
  #title = '';
  #isDestroyed = false;
  #isLoading = false;
  readonly #gate = new NavigationGate(this);
  #loading: PromiseWithResolvers<undefined> | undefined;
  #windowOpenHandler: WindowOpenHandler | undefined;

  constructor(preferences: PagePreferences, host: PageHost) {
    super();
    this.setMaxListeners(0);
    this.#preferences = preferences;
    this.#host = host;
    this.#frames.begin('', this.id);
    this.asElectron = refusingAbsent(
      'webContents',
      this as Members<Electron.WebContents>,
    ) as Electron.WebContents;
    this.#unregister = registerWebContents(this);
    this.#attached.promise.catch(() => undefined);
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.#frames.main.asElectron;
  }
  get attached(): Promise<string> {
    return this.#attached.promise;
  }

  getURL(): string {
    return this.#frames.main.url;
  }
  getTitle(): string {
    return this.#title || this.getURL();
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isLoading(): boolean {
    return this.#isLoading;
  }
  focus(): void {
    this.#host.focus();
  }
  isFocused(): boolean {
    return this.#host.isFocused();
  }

  send(channel: string, ...args: unknown[]): void {
    assertCloneable(args);
    if (this.sessionId !== undefined && this.#preloadContextId !== undefined)
      tellPreload(this.sessionId, this.#preloadContextId, { kind: 'send', channel, args });
  }

  async loadURL(url: string): Promise<void> {
    this.#loading?.reject(loadError('ERR_ABORTED', this.getURL()));
    const loading = (this.#loading = Promise.withResolvers<undefined>());
    loading.promise.catch(() => undefined);
    const chromiumUrl = toChromiumUrl(url);
    this.#isLoading = true;
    if (this.targetId === undefined) this.#host.open(chromiumUrl);
    else this.navigate(chromiumUrl);
    await loading.promise;
  }

  stop(): void {
    this.#tell('Page.stopLoading');
  }

  reload(): void {
    this.#tell('Page.reload');
  }

  /** As if the page had called `window.close()`: the window's `close` event is not asked, as in Electron. */
  close(options?: Electron.CloseOpts): void {
    this.isClosedByApp = !options?.waitForBeforeUnload;
    void this.attached.then((sessionId) => {
      if (options?.waitForBeforeUnload) cdp().tell('Page.close', {}, sessionId);
      else this.closeTarget();
    });
  }

  closeTarget(): void {
    void this.attached.then(
      () => {
        if (this.targetId !== undefined)
          cdp().tell('Target.closeTarget', { targetId: this.targetId });
      },
      () => undefined,
    );
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await cdp().send(
      'Runtime.evaluate',
      { expression: code, userGesture, awaitPromise: true, returnByValue: true },
      await this.attached,
    );
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  /** Chromium has made the page's target, which waits: sets it up and lets it run. */
  attach(sessionId: string, { targetId, url }: TargetInfo): void {
    this.sessionId = sessionId;
    this.targetId = targetId;
    this.#frames.begin(targetId, this.id);
    // Such a document is there before it could be followed, and is not told of again.
    if (url.startsWith('data:')) this.#frames.main.navigated(url, '', true);
    this.#tell('Page.enable');
    this.#tell('Runtime.enable');
    this.#tell('Log.enable');
    cdp().tell('Page.setLifecycleEventsEnabled', { enabled: true }, sessionId);
    cdp().tell('Emulation.setEmulatedMedia', { features: currentColorScheme() }, sessionId);
    installWorlds(sessionId, this.#preferences, (error) => {
      this.#preloadFailed(error);
    });
    this.#attached.resolve(sessionId);
  }

  /** Makes Chromium load `chromiumUrl`; the outcome is told by events. */
  navigate(chromiumUrl: string): void {
    this.attached
      .then((sessionId) => cdp().send('Page.navigate', { url: chromiumUrl }, sessionId))
      .then(({ errorText }) => {
        if (errorText) this.#loadFailed(errorText.replace(/^net::/, ''), chromiumUrl);
      })
      .catch(() => undefined);
  }

  /** Whether a document may be asked for; emits the navigation events. */
  mayNavigate(frame: WebFrameStandin, url: string, isRedirect: boolean): boolean {
    const mayIt = this.#gate.mayNavigate(frame, url, isRedirect);
    if (mayIt && frame === this.#frames.main) sessionStandin.applyPermissions(this.asElectron, url);
    return mayIt;
  }

  /** A link, a form or a script of the page asks for `chromiumUrl`; the request, if any, comes after. */
  navigationRequested(frameId: string, chromiumUrl: string): void {
    if (frameId === this.targetId) this.#gate.requested(this.#frames.main, chromiumUrl);
  }

  findFrame(frameId: string): WebFrameStandin | undefined {
    return this.#frames.find(frameId);
  }

  frameAttached(frameId: string, parentFrameId: string): void {
    this.#frames.add(frameId, parentFrameId);
  }

  frameDetached(frameId: string): void {
    this.#frames.remove(frameId);
  }

  frameNavigated(frame: { id: string; url: string; name?: string; unreachableUrl?: string }): void {
    const known = this.#frames.find(frame.id);
    known?.navigated(frame.unreachableUrl ?? frame.url, frame.name ?? '', true);
    if (known !== this.#frames.main) return;
    this.#preloadContextId = undefined;
    this.#gate.arrived();
    if (frame.unreachableUrl !== undefined) this.#loadFailed('ERR_FAILED', frame.unreachableUrl);
    else if (this.getURL() !== 'about:blank')
      this.emit('did-navigate', createEvent({}), this.getURL(), 200, '');
  }

  navigatedWithinDocument(frameId: string, url: string): void {
    const frame = this.#frames.find(frameId);
    frame?.navigated(url, frame.name, false);
    if (frame)
      this.emit(
        'did-navigate-in-page',
        createEvent({}),
        frame.url,
        frame === this.#frames.main,
        frame.processId,
        frame.routingId,
      );
  }

  contextCreated(contextId: number, worldName: string, frameId: string): void {
    if (worldName === preloadWorldName && frameId === this.targetId)
      this.#preloadContextId = contextId;
  }

  titleChanged(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.emit('page-title-updated', createEvent({}), title, true);
  }

  domReady(): void {
    this.emit('dom-ready', createEvent({}));
  }

  finishedLoad(): void {
    if (this.getURL() === 'about:blank' && !this.#loading) return;
    this.#isLoading = false;
    this.#loading?.resolve(undefined);
    this.#loading = undefined;
    this.emit('did-finish-load', createEvent({}));
  }

  consoleMessage(
    level: Electron.WebContentsConsoleMessageEventParams['level'],
    message: string,
    lineNumber: number,
    chromiumUrl: string,
  ): void {
    const params = {
      level,
      message,
      lineNumber,
      sourceId: toAppUrl(chromiumUrl),
      frame: this.mainFrame,
    };
    this.emit('console-message', createEvent(params));
  }

  crashed(): void {
    this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 139 });
  }

  /** A page wants a window: only "deny" can be done, and is what stays without a handler. */
  windowOpenRequested(url: string, frameName: string, features: string): void {
    const response = this.#windowOpenHandler?.({
      url: toAppUrl(url),
      frameName,
      features,
      disposition: 'foreground-tab',
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' },
    });
    if (response?.action !== 'deny')
      console.error(
        `electron-standin: opening ${toAppUrl(url)} in a window is not implemented; it is denied`,
      );
  }

  bindingCalled(contextId: number, payload: string): void {
    if (contextId !== this.#preloadContextId) return;
    const frame = this.#frames.main;
    const sender = {
      webContents: this.asElectron,
      frame,
      reply: (channel: string, args: unknown[]) => {
        this.send(channel, ...args);
      },
    };
    if (this.sessionId === undefined) return;
    dispatchFromPreload(payload, { sessionId: this.sessionId, contextId, sender }, (error) => {
      this.#preloadFailed(error);
    });
  }

  gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#unregister();
    this.#frames.main.detach();
    this.#attached.reject(new Error('Object has been destroyed'));
    this.#loading?.reject(loadError('ERR_ABORTED', this.getURL()));
    this.emit('destroyed');
    this.#host.onGone();
  }

  #preloadFailed(error: Error): void {
    const path = this.#preferences.preload ?? '';
    console.error(`Unable to load preload script: ${path}\n${error.stack ?? error.message}`);
    this.emit('preload-error', createEvent({}), path, error);
  }

  #loadFailed(code: string, chromiumUrl: string): void {
    const error = loadError(code, toAppUrl(chromiumUrl));
    this.#isLoading = false;
    this.#loading?.reject(error);
    this.#loading = undefined;
    const frame = this.#frames.main;
    this.emit(
      'did-fail-load',
      createEvent({}),
      error.errno,
      error.code,
      error.url,
      true,
      frame.processId,
      frame.routingId,
    );
  }

  #tell(
    method: 'Page.enable' | 'Runtime.enable' | 'Log.enable' | 'Page.reload' | 'Page.stopLoading',
  ): void {
    if (this.sessionId !== undefined) cdp().tell(method, {}, this.sessionId);
  }
}
