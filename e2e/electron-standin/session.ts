import type { Members } from './events.ts';
import { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';
import { protocol } from './protocol.ts';
import { updateInterception } from './requests.ts';
import { cdp } from './runtime.ts';
import { toAppOrigin, toChromiumUrl } from './url-map.ts';
import { createWebRequest } from './web-request.ts';

type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

/** Chromium's names of permissions, and what Electron's check handler is asked for each. */
const permissions = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'local-fonts': 'local-fonts',
  'window-management': 'window-management',
  camera: 'media',
  microphone: 'media',
  'idle-detection': 'idle-detection',
  'storage-access': 'storage-access',
} as const;

/** `session.defaultSession`. */
class SessionStandin extends EventEmitter implements Members<Electron.Session> {
  readonly protocol = protocol as Electron.Protocol;
  readonly webRequest = refusingAbsent(
    'webRequest',
    createWebRequest(() => void updateInterception()),
  ) as Electron.WebRequest;
  #checkHandler: CheckHandler = null;
  #isSpellChecked = true;

  isPersistent(): boolean {
    return false;
  }

  /**
   * Chromium does not tell when a page asks for a permission, so that the handler is never called:
   * what the check handler has not granted is denied without a question.
   */
  setPermissionRequestHandler(): void {
    // See above.
  }

  /** Asked for each permission when a page is about to load; see `applyPermissions`. */
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#checkHandler = handler;
  }

  /** Never asked: devices are not offered to pages at all. */
  setDevicePermissionHandler(): void {
    // See above.
  }

  /** Never asked: screens are not offered to pages at all. */
  setDisplayMediaRequestHandler(): void {
    // See above.
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.#isSpellChecked = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#isSpellChecked;
  }

  async clearStorageData(options?: Electron.ClearStorageDataOptions): Promise<void> {
    if (options?.origin === undefined)
      throw new Error(
        'electron-standin: session.clearStorageData without an origin is not implemented',
      );
    const storageTypes = options.storages?.join(',') ?? 'all';
    await cdp().send('Storage.clearDataForOrigin', { origin: options.origin, storageTypes });
  }

  async clearCache(): Promise<void> {
    await Promise.resolve();
    // Every start has a fresh profile, and the app's own scheme is never cached: nothing to clear.
  }

  /** Tells Chromium, ahead of time, what the page of `url` may do: what the check handler grants. */
  applyPermissions(webContents: Electron.WebContents | null, url: string): void {
    const origin = toAppOrigin(url);
    const chromiumOrigin = new URL(toChromiumUrl(url)).origin;
    for (const [name, asked] of Object.entries(permissions)) {
      const isGranted =
        this.#checkHandler?.(webContents, asked, origin, {
          isMainFrame: true,
          requestingUrl: `${origin}/`,
        }) ?? false;
      const setting = isGranted ? 'granted' : 'denied';
      cdp().tell('Browser.setPermission', {
        permission: { name },
        setting,
        origin: chromiumOrigin,
      });
    }
  }
}

/** The one session of the app. */
export const sessionStandin = new SessionStandin();
export const defaultSession = refusingAbsent(
  'session',
  sessionStandin as Members<Electron.Session>,
) as Electron.Session;
