import type { FetchFailure } from '../../domain/calendar/refresh.ts';

export type CheckedAddress =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly failure: FetchFailure };

/**
 * Reads the address of a calendar: http and https; webcal, which calendars give, means https. What
 * was typed without a scheme means https, too.
 */
export function readAddress(text: string): CheckedAddress {
  const typed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed);
  const spelled = hasScheme ? typed.replace(/^webcals?:/i, 'https:') : `https://${typed}`;
  const url = URL.parse(spelled);
  if (url === null || url.hostname === '') return { ok: false, failure: 'bad-address' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { ok: false, failure: 'scheme' };
  url.hash = '';
  return { ok: true, url };
}

/** What a calendar is called as long as nobody has named it: where it comes from. */
export const nameOfAddress = (url: URL): string => url.hostname.replace(/^www\./, '');
