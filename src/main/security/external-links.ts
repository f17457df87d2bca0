import type { Shell } from 'electron';

const allowedProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const longestAddress = 2000;

/**
 * Checklist 15: the address to hand to the operating system, written anew from its parsed form, or
 * null when it is not one to leave by. So nothing that two parsers may read differently gets out.
 */
export function safeExternalUrl(address: string): string | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!allowedProtocols.has(url.protocol)) return null;
  // A name and password in an address serve only to make it look like another.
  if (url.protocol !== 'mailto:' && (url.username !== '' || url.password !== '')) return null;
  if (url.protocol === 'mailto:') url.search = writtenFields(url.search);
  return url.href.length > longestAddress ? null : url.href;
}

/** The fields of a mail that its writer then sees in front of them; `attach` sends files along unseen. */
const mailFields: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body']);

const writtenFields = (search: string): string =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((field) => mailFields.has((field.split('=')[0] ?? '').toLowerCase()))
    .join('&');

/**
 * Opens an address in the user's browser or mail program.
 * @returns whether it was one that may be opened; rejects when the system cannot open it
 */
export async function openExternalLink(
  shell: Pick<Shell, 'openExternal'>,
  address: string,
): Promise<boolean> {
  const url = safeExternalUrl(address);
  if (url === null) return false;
  await shell.openExternal(url);
  return true;
}
