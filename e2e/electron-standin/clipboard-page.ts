/** A page of nothing, on an origin that counts as secure and that no app has. */
export const clipboardPageUrl = 'http://clipboard.electron-standin.localhost/';

/** Whether `url` is that page, or something that Chromium asks of its origin. */
export function isClipboardPage(url: string): boolean {
  return url.startsWith(clipboardPageUrl);
}
