import { refusingAbsent } from './absent.ts';
import { cdp, onlyProxy } from './chromium.ts';
import { toAppOrigin, toChromiumUrl } from './url-map.ts';

type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type Listener = Parameters<Electron.WebRequest['onBeforeRequest']>[0];

/** Chromium's names of permissions, and what Electron's check handler is asked for each. */
const permissions = [
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['idle-detection', 'idle-detection'],
  ['storage-access', 'storage-access'],
] as const;

/** `session.defaultSession`. */
class SessionStandin {
  #listener: Listener = null;
  #checkHandler: CheckHandler = null;
  readonly webRequest = refusingAbsent('webRequest', {
    onBeforeRequest: (listener: Listener): void => {
      this.#listener = listener;
    },
  });

  /** Asked for each permission when a page is about to load; see `applyPermissions`. */
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#checkHandler = handler;
  }
  /**
   * Never asked, because Chromium does not tell when a page asks for a permission: what the check
   * handler has not granted is denied without a question. Devices are not offered to pages at all.
   */
  readonly setPermissionRequestHandler = (): void => undefined;
  readonly setDevicePermissionHandler = (): void => undefined;

  /** Chromium is started with the one proxy that there can be, where nobody listens. */
  setProxy({ proxyRules, proxyBypassRules }: Electron.ProxyConfig): Promise<void> {
    const isKnown =
      proxyRules === onlyProxy.proxyRules && proxyBypassRules === onlyProxy.proxyBypassRules;
    if (!isKnown) throw new Error('electron-standin: another proxy of setProxy is not implemented');
    return Promise.resolve();
  }

  /** Whether the app lets a request be made. */
  async mayRequest(details: Electron.OnBeforeRequestListenerDetails): Promise<boolean> {
    const response = await new Promise<Electron.CallbackResponse>((resolve) => {
      if (this.#listener) this.#listener(details, resolve);
      else resolve({});
    });
    if (response.redirectURL !== undefined)
      throw new Error('electron-standin: redirectURL of a webRequest is not implemented');
    return !response.cancel;
  }

  /** Tells Chromium, ahead of time, what the page of `url` may do: what the check handler grants. */
  applyPermissions(webContents: Electron.WebContents, url: string): void {
    const requester = toAppOrigin(url);
    const { origin } = new URL(toChromiumUrl(url));
    const details = { isMainFrame: true, requestingUrl: `${requester}/` };
    for (const [name, asked] of permissions) {
      const isGranted = this.#checkHandler?.(webContents, asked, requester, details) ?? false;
      const setting = isGranted ? 'granted' : 'denied';
      cdp().tell('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }
}

/** What Electron says to whoever asks for a session, or for what belongs to one, too early. */
export const sessionTooEarly = 'Session can only be received when app is ready';

/** The one session of the app, and how the app sees it. */
export const sessionStandin = new SessionStandin();
export const defaultSession = refusingAbsent('session', sessionStandin);
