/**
 * Checklist 13: a window may only load its own page anew. Going elsewhere within the page is the
 * hash, which is no navigation.
 * @param page the address of our page, without a hash
 */
export function mayNavigate(address: string, isMainFrame: boolean, page: string): boolean {
  if (!isMainFrame || !URL.canParse(address)) return false;
  const url = new URL(address);
  url.hash = '';
  return url.href === page;
}

interface NavigationDetails {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** What of webContents can be guarded. */
interface GuardedContents {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (details: NavigationDetails) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void;
}

type Guard = (event: unknown, contents: GuardedContents) => void;

export interface NavigationParts {
  readonly app: {
    on(event: 'web-contents-created', listener: Guard): unknown;
    off(event: 'web-contents-created', listener: Guard): unknown;
  };
  readonly page: string;
  /** Gets what a page wanted to open in a new window. */
  readonly openOutside: (address: string) => void;
}

/**
 * Checklists 11 to 14: for every webContents that will ever exist, denies webviews, new windows,
 * leaving the page, and datagrams of WebRTC. The answer stops that for those still to come.
 */
export function registerNavigationPolicy(parts: NavigationParts): () => void {
  const guard: Guard = (_event, contents) => {
    guardContents(contents, parts);
  };
  parts.app.on('web-contents-created', guard);
  return () => {
    parts.app.off('web-contents-created', guard);
  };
}

function guardContents(contents: GuardedContents, { page, openOutside }: NavigationParts): void {
  const check = (details: NavigationDetails): void => {
    if (!mayNavigate(details.url, details.isMainFrame, page)) details.preventDefault();
  };
  contents.on('will-navigate', check);
  contents.on('will-frame-navigate', check);
  contents.on('will-redirect', check);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}
