const numbers: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
};

/** The error that `loadURL` rejects with, in Electron's words. `code` is Chromium's name for it. */
export function loadError(
  code: string,
  url: string,
): Error & { errno: number; code: string; url: string } {
  const errno = numbers[code] ?? -2;
  return Object.assign(new Error(`${code} (${String(errno)}) loading '${url}'`), {
    errno,
    code,
    url,
  });
}
