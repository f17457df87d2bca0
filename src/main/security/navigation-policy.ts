import type { App, Event, WebContents } from 'electron';

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

export interface NavigationParts {
  readonly app: Pick<App, 'on' | 'off'>;
  readonly page: string;
  /** Gets what a page wanted to open in a new window. */
  readonly openExternal: (address: string) => void;
}

/**
 * Checklists 11 to 14: for every webContents that will ever exist, denies webviews, new windows and
 * leaving the page. The answer stops that for those still to come.
 */
export function registerNavigationPolicy(parts: NavigationParts): () => void {
  const guard = (_event: Event, contents: WebContents): void => {
    guardContents(contents, parts);
  };
  parts.app.on('web-contents-created', guard);
  return () => {
    parts.app.off('web-contents-created', guard);
  };
}

interface NavigationDetails {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

function guardContents(contents: WebContents, parts: NavigationParts): void {
  const check = (details: NavigationDetails): void => {
    if (!mayNavigate(details.url, details.isMainFrame, parts.page)) details.preventDefault();
  };
  contents.on('will-navigate', check);
  contents.on('will-frame-navigate', check);
  contents.on('will-redirect', check);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    parts.openExternal(url);
    return { action: 'deny' };
  });
}
