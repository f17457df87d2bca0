/**
 * Chromium cannot be taught a scheme from outside. So a page of `app://host/path` is loaded from
 * `http://host.app.localhost/path`, an origin that counts as secure and that nothing but the
 * stand-in answers. The app sees its own scheme alone; these two functions translate.
 */
const schemes = new Set<string>();
/** Asked for a window on about:blank, Chromium shows its own page for new tabs; on this it shows nothing. */
const emptyPage = 'data:text/html,';

/** Makes `scheme` one that is mapped. */
export function mapScheme(scheme: string): void {
  schemes.add(scheme);
}

/** Whether `scheme` (without colon) is mapped. */
export function isMappedScheme(scheme: string): boolean {
  return schemes.has(scheme);
}

/** The URL under which Chromium loads what the app calls `url`. */
export function toChromiumUrl(url: string): string {
  if (url === 'about:blank') return emptyPage;
  const match = /^([a-z][a-z0-9-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
  const scheme = match?.[1]?.toLowerCase();
  if (!match || !scheme || !schemes.has(scheme)) return url;
  return `http://${(match[2] ?? '').toLowerCase()}.${scheme}.localhost${match[3] === '' ? '/' : (match[3] ?? '/')}`;
}

/** The URL as the app knows it. */
export function toAppUrl(url: string): string {
  if (url === emptyPage) return 'about:blank';
  const match = /^http:\/\/([^/?#:]+)\.([a-z0-9-]+)\.localhost(?::80)?(.*)$/is.exec(url);
  if (!match?.[2] || !schemes.has(match[2])) return url;
  return `${match[2]}://${match[1] ?? ''}${match[3] ?? ''}`;
}

/** The origin of `url` (either form) as the app knows it; "null" where there is none. */
export function toAppOrigin(url: string): string {
  const { origin } = new URL(toChromiumUrl(url) || 'about:blank');
  return toAppUrl(origin);
}
