import { asElectron } from './absent.ts';
import { cdp } from './chromium.ts';
import type { PausedRequest } from './cdp.ts';
import { isClipboardPage } from './clipboard.ts';
import { protocolHandler } from './protocol.ts';
import { allPages } from './registry.ts';
import { sessionStandin } from './session.ts';
import { isMappedScheme, toAppUrl, toChromiumUrl } from './url-map.ts';

type ErrorReason = 'Failed' | 'Aborted' | 'BlockedByClient';

/**
 * Answers every request that Chromium makes, for all windows, frames and workers at once: requests
 * of the app's own scheme by its `protocol.handle`, the rest by the network, both past
 * `session.webRequest` and, for documents, past the navigation events.
 */
export async function startAnsweringRequests(): Promise<void> {
  cdp().on('Fetch.requestPaused', (paused) => {
    answer(paused).catch((error: unknown) => {
      console.error(`electron-standin: ${toAppUrl(paused.request.url)} was not answered:`, error);
      fail(paused, 'Failed');
    });
  });
  await cdp().send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(paused: PausedRequest): Promise<void> {
  const url = toAppUrl(paused.request.url);
  const { protocol, pathname } = new URL(url);
  const scheme = protocol.slice(0, -1);
  const details = asElectron<Electron.OnBeforeRequestListenerDetails>('details', { url });
  if (isClipboardPage(url)) {
    const headers = { 'content-type': 'text/html' };
    await fulfil(paused, new Response('', { headers }));
  } else if (paused.resourceType === 'Document' && !isNavigationAllowed(paused, url))
    fail(paused, 'Aborted');
  else if (!(await sessionStandin.mayRequest(details))) fail(paused, 'BlockedByClient');
  else if (!isMappedScheme(scheme))
    cdp().tell('Fetch.continueRequest', { requestId: paused.requestId });
  // Electron's windows have no icon to show in a tab, and do not ask for one.
  else if (paused.resourceType === 'Other' && pathname === '/favicon.ico')
    await fulfil(paused, new Response(null, { status: 204 }));
  else await answerByHandler(paused, url, scheme);
}

function isNavigationAllowed(
  { frameId, redirectedRequestId }: PausedRequest,
  url: string,
): boolean {
  for (const page of allPages) {
    const frame = page.frames.get(frameId);
    if (!frame) continue;
    const mayIt = page.gate.mayNavigate(frame, url, redirectedRequestId !== undefined);
    if (mayIt && !frame.parentFrame) sessionStandin.applyPermissions(page.asElectron, url);
    return mayIt;
  }
  return true;
}

async function answerByHandler(paused: PausedRequest, url: string, scheme: string): Promise<void> {
  try {
    const response = await protocolHandler(scheme)?.(toRequest(paused, url));
    if (response && response.type !== 'error') await fulfil(paused, response);
    else fail(paused, 'Failed');
  } catch (error) {
    console.error(`Error occurred in protocol handler for '${scheme}':`, error);
    fail(paused, 'Failed');
  }
}

function toRequest({ request }: PausedRequest, url: string): Request {
  const { method, headers, postDataEntries = [] } = request;
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  return new Request(url, { method, headers, ...(body.length > 0 && { body }) });
}

async function fulfil({ requestId }: PausedRequest, response: Response): Promise<void> {
  const responseHeaders = Array.from(response.headers, ([name, value]) => ({
    name,
    value: name === 'location' ? toChromiumUrl(value) : value,
  }));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseCode = response.status;
  cdp().tell('Fetch.fulfillRequest', { requestId, responseCode, responseHeaders, body });
}

function fail({ requestId }: PausedRequest, errorReason: ErrorReason): void {
  cdp().tell('Fetch.failRequest', { requestId, errorReason });
}
