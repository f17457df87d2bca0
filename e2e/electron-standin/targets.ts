import { cdp } from './chromium.ts';
import type { TargetInfo } from './cdp.ts';
import { isClipboardPage } from './clipboard.ts';
import { allPages } from './registry.ts';
import type { WebContentsStandin } from './web-contents.ts';

/** Sessions of pages and of the frames in other processes inside them. */
const owners = new Map<string, WebContentsStandin>();
let expected: { page: WebContentsStandin; resolve: (targetId: string) => void } | undefined;

/** The next window that opens is this page's; resolves with the target's id. One at a time. */
export function expectPage(page: WebContentsStandin): Promise<string> {
  return new Promise((resolve) => (expected = { page, resolve }));
}

/** Attaches to every page, frame and worker that Chromium makes, and passes on what happens in them. */
export async function startFollowingTargets(): Promise<void> {
  const connection = cdp();
  connection.on('Target.attachedToTarget', ({ sessionId, targetInfo }, parentSessionId) => {
    attached(sessionId, targetInfo, parentSessionId);
  });
  connection.on('Target.detachedFromTarget', ({ sessionId }) => {
    const owner = owners.get(sessionId);
    owners.delete(sessionId);
    if (owner?.sessionId === sessionId) owner.gone();
  });
  connection.on('Target.targetCrashed', ({ targetId }) => {
    for (const page of allPages) if (page.targetId === targetId) page.crashed();
  });
  followFrames();
  followPages();
  // Crashes are told of discovered targets alone.
  connection.tell('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] });
  await autoAttach();
}

async function autoAttach(sessionId?: string): Promise<void> {
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await cdp().send('Target.setAutoAttach', options, sessionId);
}

function attached(sessionId: string, target: TargetInfo, parentSessionId: string): void {
  const { type, targetId, openerId, url } = target;
  const parent = owners.get(parentSessionId);
  if (type === 'page' && openerId !== undefined) {
    // A window that a page asked for: it goes before it has shown or loaded anything.
    cdp().tell('Target.closeTarget', { targetId });
  } else if (type === 'page' && expected && !isClipboardPage(url)) {
    owners.set(sessionId, expected.page);
    expected.page.attach(sessionId, targetId);
    expected.resolve(targetId);
    expected = undefined;
  } else if (type === 'iframe' && parent) {
    owners.set(sessionId, parent);
    cdp().tell('Page.enable', {}, sessionId);
  }
  if (type === 'page' || type === 'iframe') autoAttach(sessionId).catch(() => undefined);
  cdp().tell('Runtime.runIfWaitingForDebugger', {}, sessionId);
}

function followFrames(): void {
  const connection = cdp();
  connection.on('Page.frameAttached', ({ frameId, parentFrameId }, sessionId) => {
    owners.get(sessionId)?.frameAttached(frameId, parentFrameId);
  });
  connection.on('Page.frameDetached', ({ frameId, reason }, sessionId) => {
    if (reason !== 'swap') owners.get(sessionId)?.frameDetached(frameId);
  });
  connection.on('Page.frameNavigated', ({ frame }, sessionId) => {
    owners.get(sessionId)?.frameNavigated(frame);
  });
  connection.on('Page.frameRequestedNavigation', ({ frameId, url }, sessionId) => {
    owners.get(sessionId)?.navigationRequested(frameId, url);
  });
  connection.on('Page.navigatedWithinDocument', ({ frameId, url }, sessionId) => {
    owners.get(sessionId)?.frames.get(frameId)?.navigated(url, false);
  });
  connection.on('Page.windowOpen', ({ url, windowName, windowFeatures }, sessionId) => {
    owners.get(sessionId)?.windowOpenRequested(url, windowName, windowFeatures.join(','));
  });
  connection.on('Page.javascriptDialogOpening', ({ type }, sessionId) => {
    // Electron asks nobody either: a page that objects to its unloading stays.
    if (type === 'beforeunload')
      cdp().tell('Page.handleJavaScriptDialog', { accept: false }, sessionId);
  });
}

function followPages(): void {
  const connection = cdp();
  const ownPage = (sessionId: string): WebContentsStandin | undefined => {
    const page = owners.get(sessionId);
    return page?.sessionId === sessionId ? page : undefined;
  };
  connection.on('Runtime.executionContextCreated', ({ context }, sessionId) => {
    const { frameId = '' } = context.auxData as { frameId?: string };
    ownPage(sessionId)?.contextCreated(context.id, context.name, frameId);
  });
  connection.on('Runtime.bindingCalled', ({ executionContextId, payload }, sessionId) => {
    ownPage(sessionId)?.bindingCalled(executionContextId, payload);
  });
  connection.on('Page.loadEventFired', (_event, sessionId) => ownPage(sessionId)?.finishedLoad());
  connection.on('Page.lifecycleEvent', ({ name, frameId }, sessionId) => {
    const page = ownPage(sessionId);
    if (name === 'firstPaint' && frameId === page?.targetId) page.emit('first-paint');
  });
}
