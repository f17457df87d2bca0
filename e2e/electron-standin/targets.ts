import type { TargetInfo } from './cdp.ts';
import { isClipboardPage } from './clipboard-page.ts';
import { cdp } from './runtime.ts';
import { allWebContents } from './web-contents-registry.ts';
import type { WebContentsStandin } from './web-contents.ts';

type Level = Electron.WebContentsConsoleMessageEventParams['level'];

/** Sessions of pages and of the frames in other processes inside them. */
const owners = new Map<string, WebContentsStandin>();
let expectedPage: ((sessionId: string, target: TargetInfo) => WebContentsStandin) | undefined;

/** The next window that opens without an opener is the caller's. One at a time. */
export function expectPage(
  claim: (sessionId: string, target: TargetInfo) => WebContentsStandin,
): void {
  expectedPage = claim;
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
  connection.on('Target.targetInfoChanged', ({ targetInfo }) => {
    const page = allWebContents().find(({ targetId }) => targetId === targetInfo.targetId);
    // Until a document names itself, Chromium gives its address as its title.
    const isOwnTitle = withoutScheme(targetInfo.url) !== withoutScheme(targetInfo.title);
    if (page && isOwnTitle) page.titleChanged(targetInfo.title);
  });
  connection.on('Target.targetCrashed', ({ targetId }) => {
    allWebContents()
      .find((page) => page.targetId === targetId)
      ?.crashed();
  });
  followFrames();
  followLoading();
  followConsole();
  // Titles are told of discovered targets alone.
  connection.tell('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] });
  await autoAttach();
}

function withoutScheme(url: string): string {
  return url.replace(/^\w+:\/\//, '').replace(/\/$/, '');
}

async function autoAttach(sessionId?: string): Promise<void> {
  await cdp().send(
    'Target.setAutoAttach',
    { autoAttach: true, waitForDebuggerOnStart: true, flatten: true },
    sessionId,
  );
}

function attached(sessionId: string, target: TargetInfo, parentSessionId: string): void {
  const parent = owners.get(parentSessionId);
  if (target.type === 'page' && target.openerId !== undefined) {
    // A window that a page asked for: it goes before it has shown or loaded anything.
    cdp().tell('Target.closeTarget', { targetId: target.targetId });
  } else if (target.type === 'page' && expectedPage && !isClipboardPage(target.url)) {
    owners.set(sessionId, expectedPage(sessionId, target));
    expectedPage = undefined;
  } else if (target.type === 'iframe' && parent) {
    owners.set(sessionId, parent);
    cdp().tell('Page.enable', {}, sessionId);
  }
  if (target.type === 'page' || target.type === 'iframe')
    autoAttach(sessionId).catch(() => undefined);
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
    owners.get(sessionId)?.navigatedWithinDocument(frameId, url);
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

function followLoading(): void {
  const connection = cdp();
  const ownPage = (sessionId: string): WebContentsStandin | undefined => {
    const page = owners.get(sessionId);
    return page?.sessionId === sessionId ? page : undefined;
  };
  connection.on('Runtime.executionContextCreated', ({ context }, sessionId) => {
    const frameId = (context.auxData as { frameId?: string } | undefined)?.frameId ?? '';
    ownPage(sessionId)?.contextCreated(context.id, context.name, frameId);
  });
  connection.on('Runtime.bindingCalled', ({ executionContextId, payload }, sessionId) => {
    ownPage(sessionId)?.bindingCalled(executionContextId, payload);
  });
  connection.on('Page.domContentEventFired', (_event, sessionId) => ownPage(sessionId)?.domReady());
  connection.on('Page.loadEventFired', (_event, sessionId) => ownPage(sessionId)?.finishedLoad());
  connection.on('Page.lifecycleEvent', ({ name, frameId }, sessionId) => {
    const page = ownPage(sessionId);
    if (name === 'firstPaint' && frameId === page?.targetId) page.emit('first-paint');
  });
}

const levels: Record<string, Level> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
  verbose: 'debug',
};

function followConsole(): void {
  const connection = cdp();
  connection.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }, sessionId) => {
    const text = args.map(({ value, description }) => description ?? String(value)).join(' ');
    const from = stackTrace?.callFrames[0];
    owners
      .get(sessionId)
      ?.consoleMessage(levels[type] ?? 'info', text, (from?.lineNumber ?? 0) + 1, from?.url ?? '');
  });
  connection.on(
    'Runtime.exceptionThrown',
    ({ exceptionDetails: { text, exception, lineNumber, url } }, sessionId) => {
      const message = `${text} ${exception?.description ?? ''}`.trim();
      owners.get(sessionId)?.consoleMessage('error', message, lineNumber + 1, url ?? '');
    },
  );
  connection.on('Log.entryAdded', ({ entry }, sessionId) => {
    owners
      .get(sessionId)
      ?.consoleMessage(
        levels[entry.level] ?? 'info',
        entry.text,
        entry.lineNumber ?? 0,
        entry.url ?? '',
      );
  });
}
