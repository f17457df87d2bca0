import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { Disk } from './document-file.ts';
import { newTemporary } from './document-file.ts';
import { replaceFile, syncFolder } from './durable-file.ts';
import { errorCode } from './file-system.ts';

/**
 * Keeps a copy of a file that could not be used, for ever: the name carries the content's hash, so
 * that the same content is kept once and other content never takes its place.
 * @returns the path of the copy, which survives a power cut
 */
export async function keepCopy(
  disk: Disk,
  localFolder: string,
  path: string,
  bytes: Uint8Array,
): Promise<string> {
  const folder = join(localFolder, 'quarantine');
  const extension = extname(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const copy = join(folder, `${basename(path, extension)}.${hash}${extension}`);
  await disk.files.makeFolders(folder);
  if (await isThere(disk, copy)) return copy;
  await replaceFile(disk.files, copy, bytes, newTemporary(disk));
  await syncFolder(disk.files, localFolder);
  return copy;
}

async function isThere(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.files.readFile(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
