import type { PausedRequest } from './cdp.ts';
import { isClipboardPage } from './clipboard-page.ts';
import { cdp } from './runtime.ts';
import { protocolHandler } from './protocol.ts';
import { isMappedScheme, toAppOrigin, toAppUrl, toChromiumUrl } from './url-map.ts';
import { webRequestListeners } from './web-request.ts';
import { findFrame } from './web-contents-registry.ts';

interface Header {
  readonly name: string;
  readonly value: string;
}
type ErrorReason = 'Failed' | 'Aborted' | 'BlockedByClient';

/**
 * Answers every request that Chromium makes, for all windows, frames and workers at once: requests
 * of the app's own scheme by its `protocol.handle`, the rest by the network, both past
 * `session.webRequest` and, for documents, past the navigation events.
 */
export async function startAnsweringRequests(): Promise<void> {
  cdp().on('Fetch.requestPaused', (paused) => {
    const isResponse =
      paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined;
    (isResponse ? passResponse(paused) : answer(paused)).catch((error: unknown) => {
      console.error(`electron-standin: ${toAppUrl(paused.request.url)} was not answered:`, error);
      fail(paused, 'Failed');
    });
  });
  await updateInterception();
}

/** Tells Chromium which requests to hold back; responses too while the app listens to headers. */
export async function updateInterception(): Promise<void> {
  const patterns: { urlPattern: string; requestStage?: 'Request' | 'Response' }[] = [
    { urlPattern: '*' },
  ];
  if (webRequestListeners.onHeadersReceived)
    patterns.push({ urlPattern: '*', requestStage: 'Response' });
  await cdp().send('Fetch.enable', { patterns });
}

async function answer(paused: PausedRequest): Promise<void> {
  const url = toAppUrl(paused.request.url);
  if (isClipboardPage(url)) {
    fulfil(paused, 200, [{ name: 'content-type', value: 'text/html' }], Buffer.alloc(0));
    return;
  }
  if (paused.resourceType === 'Document' && !isNavigationAllowed(paused, url)) {
    fail(paused, 'Aborted');
    return;
  }
  const verdict = await webRequestListeners.askBeforeRequest(detailsOf(paused, url));
  if (verdict.cancel) {
    fail(paused, 'BlockedByClient');
    return;
  }
  if (verdict.redirectURL !== undefined) {
    const location = toChromiumUrl(verdict.redirectURL);
    fulfil(
      paused,
      307,
      [{ name: 'location', value: location }, ...corsFor(paused)],
      Buffer.alloc(0),
    );
    return;
  }
  const scheme = new URL(url).protocol.slice(0, -1);
  if (isMappedScheme(scheme)) await answerByHandler(paused, url, scheme);
  else cdp().tell('Fetch.continueRequest', { requestId: paused.requestId });
}

/** A redirected cross-origin fetch would otherwise fail for the lack of a header, not for the target. */
function corsFor({ request }: PausedRequest): Header[] {
  const origin = request.headers.Origin ?? request.headers.origin;
  return origin ? [{ name: 'access-control-allow-origin', value: origin }] : [];
}

function isNavigationAllowed(paused: PausedRequest, url: string): boolean {
  const found = findFrame(paused.frameId);
  return found
    ? found.owner.mayNavigate(found.frame, url, paused.redirectedRequestId !== undefined)
    : true;
}

async function answerByHandler(paused: PausedRequest, url: string, scheme: string): Promise<void> {
  const handler = protocolHandler(scheme);
  // Electron's windows have no icon to show in a tab, and do not ask for one.
  if (paused.resourceType === 'Other' && new URL(url).pathname === '/favicon.ico') {
    fulfil(paused, 204, [], Buffer.alloc(0));
    return;
  }
  if (!handler) {
    fail(paused, 'Failed');
    return;
  }
  let response: Response;
  try {
    response = await handler(toRequest(paused, url));
  } catch (error) {
    console.error(`Error occurred in protocol handler for '${scheme}':`, error);
    fail(paused, 'Failed');
    return;
  }
  if (response.type === 'error') {
    fail(paused, 'Failed');
    return;
  }
  const headers = Array.from(response.headers, ([name, value]) => ({
    name,
    value: name === 'location' ? toChromiumUrl(value) : value,
  }));
  const received = await webRequestListeners.askHeadersReceived({
    ...detailsOf(paused, url),
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${String(response.status)} ${response.statusText}`.trim(),
    responseHeaders: toRecord(headers),
  });
  if (received.cancel) {
    fail(paused, 'BlockedByClient');
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  fulfil(paused, response.status, toHeaders(received.responseHeaders) ?? headers, body);
}

function toRequest(paused: PausedRequest, url: string): Request {
  const { method, headers, postDataEntries } = paused.request;
  const body = Buffer.concat(
    (postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')),
  );
  const request = new Request(url, {
    method,
    headers: Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'referer'),
    ...(body.length > 0 && { body, duplex: 'half' as const }),
  });
  const initiatorOrigin = initiatorOf(paused);
  return initiatorOrigin === undefined
    ? request
    : Object.defineProperty(request, 'initiatorOrigin', { value: initiatorOrigin });
}

/** The origin of the page that asked; a document's own first request has none. */
function initiatorOf(paused: PausedRequest): string | undefined {
  const frame = findFrame(paused.frameId)?.frame;
  if (paused.resourceType === 'Document') return frame?.parentFrame?.origin;
  // A new document's first requests can be here before the word that it is there.
  const referrer = paused.request.headers.Referer;
  return referrer ? toAppOrigin(referrer) : frame?.origin;
}

async function passResponse(paused: PausedRequest): Promise<void> {
  const url = toAppUrl(paused.request.url);
  const statusCode = paused.responseStatusCode ?? 0;
  const received = await webRequestListeners.askHeadersReceived({
    ...detailsOf(paused, url),
    statusCode,
    statusLine: `HTTP/1.1 ${String(statusCode)} ${paused.responseStatusText ?? ''}`.trim(),
    responseHeaders: toRecord(paused.responseHeaders ?? []),
  });
  if (received.cancel) fail(paused, 'BlockedByClient');
  else if (received.responseHeaders && paused.responseStatusCode !== undefined)
    cdp().tell('Fetch.continueResponse', {
      requestId: paused.requestId,
      responseCode: statusCode,
      responseHeaders: toHeaders(received.responseHeaders) ?? [],
    });
  else cdp().tell('Fetch.continueResponse', { requestId: paused.requestId });
}

function fulfil(
  paused: PausedRequest,
  status: number,
  responseHeaders: Header[],
  body: Buffer,
): void {
  cdp().tell('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: status,
    responseHeaders,
    body: body.toString('base64'),
  });
}

function fail({ requestId }: PausedRequest, errorReason: ErrorReason): void {
  cdp().tell('Fetch.failRequest', { requestId, errorReason });
}

const resourceTypes: Record<string, Electron.OnBeforeRequestListenerDetails['resourceType']> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
};
let lastRequestId = 0;

function detailsOf(paused: PausedRequest, url: string): Electron.OnBeforeRequestListenerDetails {
  const found = findFrame(paused.frameId);
  const document = found?.frame.parentFrame ? 'subFrame' : 'mainFrame';
  const initiatorOrigin = initiatorOf(paused);
  return {
    id: ++lastRequestId,
    url,
    method: paused.request.method,
    resourceType:
      paused.resourceType === 'Document'
        ? document
        : (resourceTypes[paused.resourceType] ?? 'other'),
    referrer: toAppUrl(paused.request.headers.Referer ?? ''),
    timestamp: Date.now(),
    uploadData: [],
    ...(found && {
      webContentsId: found.owner.id,
      webContents: found.owner.asElectron,
      frame: found.frame.asElectron,
    }),
    ...(initiatorOrigin !== undefined && { initiatorOrigin }),
  };
}

function toRecord(headers: readonly Header[]): Record<string, string[]> {
  const record: Record<string, string[]> = {};
  for (const { name, value } of headers) (record[name] ??= []).push(value);
  return record;
}

function toHeaders(record: Record<string, string | string[]> | undefined): Header[] | undefined {
  return (
    record &&
    Object.entries(record).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    )
  );
}
