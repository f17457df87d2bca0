import { lstat, readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { pictureAddress, pictureFilePattern } from '../../domain/library/picture-types.ts';
import { appHost, appOrigin, appScheme } from './app-origin.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** To be registered before the app is ready; codeCache needs standard. */
export const privilegedSchemes = [
  {
    scheme: appScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
] as const satisfies readonly CustomScheme[];

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The headers that every answer carries. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy('production'),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** What is served, and nothing else. */
interface ServedFolders {
  /** The built renderer. */
  readonly root: string;
  /** What the user's own documents show: see src/main/library. */
  readonly pictures: string;
}

/**
 * Serves the built renderer at app://evenkeel/, and below /library/ the pictures of the library.
 *
 * Why `protocol.handle` and not the newer `registerSource`: that one is marked experimental in
 * Electron 45, and the path check here is ten lines that a unit test can reach.
 * @param folders of the built renderer, and of the library's pictures
 * @returns stops serving
 */
export function registerAppProtocol(
  protocol: Pick<Protocol, 'handle' | 'unhandle'>,
  folders: ServedFolders,
): () => void {
  protocol.handle(appScheme, (request) => answer(request, folders));
  return () => {
    protocol.unhandle(appScheme);
  };
}

async function answer(request: Request, { root, pictures }: ServedFolders): Promise<Response> {
  if (request.method !== 'GET') return plain(405, 'Only GET is answered here.');
  const picture = pictureFileOf(request.url, pictures);
  const file = picture ?? fileOf(request.url, root);
  const type = file === null ? undefined : types[extname(file)];
  if (file === null || type === undefined) return plain(404, 'There is no such page.');
  try {
    // Others may write in the user's folder: what is no file there may lead anywhere, or never end.
    if (picture !== null && !(await lstat(picture)).isFile()) throw new Error('It is no file.');
    const body = new Uint8Array(await readFile(file));
    return new Response(body, { headers: { ...securityHeaders, 'Content-Type': type } });
  } catch {
    return plain(404, 'There is no such page.');
  }
}

const plain = (status: number, text: string): Response =>
  new Response(text, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });

/**
 * The file under `root` that an address means; null when it means none: another host, a way out of
 * the folder however it is written, a byte that no file name of ours has.
 */
export function fileOf(address: string, root: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  if (!address.startsWith(`${appOrigin}/`)) return null;
  const path = decoded(url.pathname);
  // Our own files are named by the bundler: letters, digits, dots, hyphens, underscores.
  if (path === null || !/^(?:\/[\w.-]+)+$/.test(path)) return null;
  const file = join(root, path);
  const inside = relative(root, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file;
}

/** The picture of the library that an address means; null when it means none. */
export function pictureFileOf(address: string, pictures: string): string | null {
  const before = `${appOrigin}${pictureAddress('')}`;
  const file = address.startsWith(before) ? address.slice(before.length) : '';
  return pictureFilePattern.test(file) ? join(pictures, file) : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
