/**
 * The path in a folder that an address of a document means; null when it means none: another
 * place, the document itself, or a way out of the folder, however it is written.
 * @param from the document's own path in the folder
 */
export function pathMeant(from: string, address: string): string | null {
  const written = address.split(/[?#]/, 1)[0] ?? '';
  const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(written) || /^[/\\]/.test(written);
  if (written === '' || isElsewhere) return null;
  const decoded = decode(written)?.replaceAll('\\', '/') ?? '';
  if (decoded === '' || /^\/|\0/.test(decoded)) return null;
  const segments = from.split('/').slice(0, -1);
  for (const segment of decoded.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.length === 0 ? null : segments.join('/').normalize('NFC');
}

/** The heading that an address names, as written after its #; empty for none. */
export const fragmentOf = (address: string): string => {
  const place = address.indexOf('#');
  return place === -1 ? '' : (decode(address.slice(place + 1)) ?? '');
};

/** Whether a path can be one in a folder: relative, without a way up. */
export const isFolderPath = (path: string): boolean =>
  path !== '' && !/[\0\\]/.test(path) && path.split('/').every((part) => !/^\.{0,2}$/.test(part));

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
