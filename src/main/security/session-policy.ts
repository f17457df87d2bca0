import { appOrigin } from './app-origin.ts';

/**
 * Checklist 5: what a page may ask the browser for. Nothing; and since this is a list of what is
 * allowed, a permission that a later Electron invents is denied too.
 */
export const allowedPermissions: ReadonlySet<string> = new Set<string>();

export const mayUse = (permission: string): boolean => allowedPermissions.has(permission);

/**
 * Whether a request may leave a page.
 * @param developmentOrigin where Vite serves the renderer during development; null otherwise
 */
export function mayRequest(address: string, developmentOrigin: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` === appOrigin) return true;
  if (url.protocol === 'data:' || url.protocol === 'blob:') return true;
  if (developmentOrigin === null) return false;
  // The developer tools are pages of their own; the socket brings Vite's news.
  return (
    url.protocol === 'devtools:' ||
    url.origin === developmentOrigin ||
    address.startsWith(developmentOrigin.replace(/^http/, 'ws'))
  );
}

/**
 * WebRTC asks no filter and no Content-Security-Policy: what it would send by connections goes to a proxy
 * where nobody listens, and what by datagrams is not sent (navigation-policy.ts). Loopback, too.
 */
const nowhere = { proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' };

/** What of a session is guarded. */
interface GuardedSession {
  setProxy(config: typeof nowhere): Promise<void>;
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, decide: (isGranted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  readonly webRequest: {
    onBeforeRequest(
      listener: (
        details: { readonly url: string },
        decide: (answer: { cancel: boolean }) => void,
      ) => void,
    ): void;
  };
}

/**
 * Denies every permission and cancels every request that is not our own.
 * @param report gets what nobody foresaw
 */
export function registerSessionPolicy(
  session: GuardedSession,
  developmentOrigin: string | null,
  report: (problem: unknown) => void,
): void {
  if (developmentOrigin === null) session.setProxy(nowhere).catch(report);
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(mayUse(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayRequest(details.url, developmentOrigin) });
  });
}
