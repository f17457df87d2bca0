import { constants } from 'node:fs';
import type { Dirent } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { libraryLimits } from '../../domain/library/limits.ts';
import type { Arrival, ArrivingFile, RefusedFile } from './arrival.ts';
import { isMarkdownName, isPictureName } from './arrival.ts';

/**
 * Finds the documents and pictures of a folder. No link is followed, so that nothing comes from
 * outside of it; hidden folders and those of packages are passed by.
 */
export async function collectFolder(chosen: string): Promise<Arrival> {
  const root = await realpath(chosen);
  const files: ArrivingFile[] = [];
  const refused: RefusedFile[] = [];
  const waiting = [{ folder: '', depth: 1 }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { folder, depth } = next;
    for (const entry of await entriesOf(root, folder, refused)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (isPassedBy(entry.name)) continue;
        if (depth < libraryLimits.folderDepth) waiting.push({ folder: path, depth: depth + 1 });
        else refused.push({ path, reason: 'too-deep' });
      } else if (isMarkdownName(path) || isPictureName(path)) {
        await collect(root, path, { files, refused });
      } else if (entry.isSymbolicLink()) {
        refused.push({ path, reason: 'link' });
      }
    }
  }
  return { folder: basename(root), files, refused };
}

/** Takes files that were chosen one by one. */
export async function collectFiles(paths: readonly string[]): Promise<Arrival> {
  const files: ArrivingFile[] = [];
  const refused: RefusedFile[] = [];
  for (const chosen of paths) {
    const name = basename(chosen);
    if (isMarkdownName(name)) await collect(join(chosen, '..'), name, { files, refused });
    else refused.push({ path: name, reason: 'no-markdown' });
  }
  return { folder: '', files, refused };
}

async function collect(
  root: string,
  path: string,
  { files, refused }: { files: ArrivingFile[]; refused: RefusedFile[] },
): Promise<void> {
  if (files.length >= libraryLimits.filesAtOnce) {
    refused.push({ path, reason: 'too-many' });
    return;
  }
  const place = join(root, path);
  const found = await lstat(place).catch(() => null);
  if (found?.isFile() === true) {
    files.push({ path, byteCount: found.size, read: () => readNoLink(place) });
  } else {
    refused.push({ path, reason: found?.isSymbolicLink() === true ? 'link' : 'unreadable' });
  }
}

/** What has become a link since it was looked at is not followed either, where the system can tell. */
async function readNoLink(path: string): Promise<Uint8Array> {
  // Windows has no such flag, and none is none to the operator.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const isPassedBy = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** What is in a folder; one that cannot be read costs itself alone, unless it is the chosen one. */
async function entriesOf(
  root: string,
  folder: string,
  refused: RefusedFile[],
): Promise<readonly Dirent[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(
    (error: unknown) => {
      if (folder === '') throw error;
      refused.push({ path: folder, reason: 'unreadable' });
      return [];
    },
  );
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
