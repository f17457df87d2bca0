import { lookup } from 'node:dns';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { errorCode } from '../store/file-system.ts';
import { readAddress } from './calendar-address.ts';
import type { FetchFailure } from '../../domain/calendar/refresh.ts';
import { hostOf, isPrivateHost, PrivateAddressError, publicLookup } from './allowed-addresses.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { usualLimits } from './fetch-limits.ts';
import { acceptedEncodings, charsetOf, FetchError, readBody } from './read-body.ts';

/** What the server called the copy that we have. */
interface CopyNames {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How to ask a server: with the names of the copy that we have, and where it may be. */
export interface AskingTerms extends CopyNames {
  /** The host that the user has said to be of their own network; null for none. */
  readonly ownNetworkHost: string | null;
}

export type Fetched =
  | {
      readonly kind: 'fresh';
      readonly bytes: Uint8Array;
      /** What the server says of its writing; null when it says nothing. */
      readonly charset: string | null;
      readonly names: CopyNames;
    }
  /** The copy that we have is what the calendar is. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: FetchFailure };

/**
 * Fetches a calendar from the address that the user typed. This is the only module of the app that
 * asks anything of another computer. An address of this network is asked only when the user typed
 * that very host, as a number or as localhost, or said of its name that it is there: no server may
 * lead there, and no other name. Nothing of the address is ever logged.
 */
export async function fetchCalendar(
  address: string,
  terms: AskingTerms,
  limits: FetchLimits = usualLimits,
  find: LookupFunction = lookup,
): Promise<Fetched> {
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(new FetchError('slow'));
  }, limits.totalMilliseconds);
  try {
    const typed = readAddress(address);
    if (!typed.ok) return { kind: 'failed', failure: typed.failure };
    return await follow({ typed: typed.url, terms, limits, find, signal: deadline.signal });
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, deadline.signal) };
  } finally {
    clearTimeout(timer);
  }
}

interface Asking {
  readonly typed: URL;
  readonly terms: AskingTerms;
  readonly limits: FetchLimits;
  /** Finds the addresses of a name. */
  readonly find: LookupFunction;
  readonly signal: AbortSignal;
}

async function follow(asking: Asking): Promise<Fetched> {
  let url = asking.typed;
  for (let redirects = 0; redirects <= asking.limits.redirects; redirects += 1) {
    const answer = await ask(url, asking);
    try {
      const next = redirectOf(answer, url);
      if (next === null) return await take(answer, asking);
      url = next;
    } finally {
      answer.destroy();
    }
  }
  throw new FetchError('too-many-redirects');
}

/** Where an answer sends us; null when it is itself the answer. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined)
    return null;
  const absolute = URL.parse(headers.location, from.href);
  const next = readAddress(absolute?.href ?? '');
  if (!next.ok) throw new FetchError(next.failure);
  if (from.protocol === 'https:' && next.url.protocol === 'http:')
    throw new FetchError('insecure-redirect');
  return next.url;
}

function ask(url: URL, { typed, terms, limits, find, signal }: Asking): Promise<IncomingMessage> {
  const host = hostOf(url);
  const isTyped = host === hostOf(typed);
  const isOwnNetwork = isPrivateHost(host) || host === terms.ownNetworkHost;
  if (isOwnNetwork && !isTyped) throw new FetchError('private-address');
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const options: RequestOptions = {
    // One connection for each question: a kept one would stay open in a sleeping app.
    agent: false,
    signal,
    timeout: limits.answerMilliseconds,
    headers: headersFor(url, typed, terms),
    lookup: isOwnNetwork ? find : publicLookup(find),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request(withoutLogin(url), options, (answer) => {
    asked.setTimeout(limits.silenceMilliseconds, () => answer.destroy(new FetchError('slow')));
    resolve(answer);
  });
  asked.once('timeout', () => asked.destroy(new FetchError('slow')));
  asked.on('error', (error) => {
    const isFoundOut = error instanceof PrivateAddressError && isTyped;
    reject(isFoundOut ? new FetchError('own-network', { cause: error }) : error);
  });
  // Who changes over to another protocol answers nothing, and no error tells of it.
  asked.on('close', () => {
    reject(new FetchError('cut-off'));
  });
  asked.end();
  return promise;
}

/** Without a name and password, which Node would send to whatever host the address has. */
function withoutLogin(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

/** A name and password of the address go to the origin that the user typed, and to no other. */
function headersFor(url: URL, typed: URL, { etag, lastModified }: CopyNames) {
  const isSameOrigin = url.origin === typed.origin;
  const { username, password } = typed;
  const login = [username, password].map(withoutPercents).join(':');
  return {
    accept: 'text/calendar, */*;q=0.5',
    'accept-encoding': acceptedEncodings,
    'user-agent': 'Evenkeel',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    ...(isSameOrigin && login !== ':'
      ? { authorization: `Basic ${Buffer.from(login).toString('base64')}` }
      : {}),
  };
}

/** A sign of per cent that nobody has written as %25 is itself. */
const withoutPercents = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );

async function take(answer: IncomingMessage, { limits, terms }: Asking): Promise<Fetched> {
  const { statusCode = 0, headers } = answer;
  const hasCopy = terms.etag !== null || terms.lastModified !== null;
  if (statusCode === 304 && hasCopy) return { kind: 'unchanged' };
  if (statusCode !== 200) throw new FetchError(failureOfStatus(statusCode));
  const bytes = await readBody(answer, limits.maximumBytes);
  const charset = charsetOf(headers['content-type'] ?? '');
  const { etag = null, 'last-modified': lastModified = null } = headers;
  return { kind: 'fresh', bytes, charset, names: { etag, lastModified } };
}

function failureOfStatus(statusCode: number): FetchFailure {
  if (statusCode === 401 || statusCode === 403 || statusCode === 407) return 'refused';
  if (statusCode === 404 || statusCode === 410) return 'gone';
  return statusCode >= 500 || statusCode === 429 ? 'server' : 'status';
}

const cutOffCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'HPE_INVALID_CONSTANT',
  'HPE_INVALID_EOF_STATE',
]);

function failureOf(error: unknown, deadline: AbortSignal): FetchFailure {
  const reason: unknown = deadline.aborted ? deadline.reason : error;
  if (reason instanceof FetchError) return reason.failure;
  if (error instanceof PrivateAddressError) return 'private-address';
  const code = errorCode(error) ?? '';
  if (code === 'ETIMEDOUT') return 'slow';
  if (cutOffCodes.has(code)) return 'cut-off';
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code) ? 'certificate' : 'unreachable';
}
