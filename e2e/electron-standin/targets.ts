import type { CdpSession } from './cdp.ts';
import { cdp } from './chromium.ts';
import { isClipboardPage } from './clipboard.ts';
import { allPages } from './registry.ts';
import type { WebContentsStandin } from './web-contents.ts';

let expected: { page: WebContentsStandin; resolve: (targetId: string) => void } | undefined;

/** The next window that opens is this page's; resolves with the target's id. One at a time. */
export function expectPage(page: WebContentsStandin): Promise<string> {
  return new Promise((resolve) => (expected = { page, resolve }));
}

/** Attaches to every page, frame and worker that Chromium makes. */
export async function startFollowingTargets(): Promise<void> {
  const browser = cdp();
  browser.on('Target.detachedFromTarget', ({ sessionId }) => {
    for (const page of allPages) if (page.cdpSession?.id === sessionId) page.gone();
  });
  await attachToTargetsOf(browser, undefined);
}

/** @param owner the page that the session is with, or with a frame of */
async function attachToTargetsOf(
  parent: CdpSession,
  owner: WebContentsStandin | undefined,
): Promise<void> {
  parent.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = parent.session(sessionId);
    const { type, targetId, openerId, url } = targetInfo;
    let page = owner;
    if (type === 'page' && openerId !== undefined) {
      // A window that a page asked for: it goes before it has shown or loaded anything.
      cdp().tell('Target.closeTarget', { targetId });
    } else if (type === 'page' && expected && !isClipboardPage(url)) {
      page = expected.page;
      page.attach(session, targetInfo);
      expected.resolve(targetId);
      expected = undefined;
    } else if (type === 'iframe') page?.follow(session);
    if (type === 'page' || type === 'iframe')
      attachToTargetsOf(session, page).catch(() => undefined);
    session.tell('Runtime.runIfWaitingForDebugger');
  });
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await parent.send('Target.setAutoAttach', options);
}
