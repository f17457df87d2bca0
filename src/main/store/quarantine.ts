import { createHash } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { compareTexts } from '../../domain/compare-texts.ts';
import type { Disk } from './document-file.ts';
import { newTemporary } from './document-file.ts';
import { peopleFolder } from './document-paths.ts';
import { replaceFile, syncFolder } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import type { SetAsideFile } from './store.ts';

/** Of the name of a person's folder, so many characters tell whose it was. */
const ownerLength = 24;
const secondVersion = 'second-version';

/** The folder of what was set aside. */
export const quarantineFolderOf = (localFolder: string): string => join(localFolder, 'quarantine');

/**
 * Keeps a copy of a file that could not be used, for ever: the name says whose it was and why it is
 * here, and carries the content's hash, so that the same content is kept once and other content
 * never takes its place.
 * @returns the path of the copy, which survives a power cut
 */
export async function keepCopy(
  disk: Disk,
  localFolder: string,
  path: string,
  bytes: Uint8Array,
  reason: SetAsideFile['reason'] = 'unreadable',
): Promise<string> {
  const folder = quarantineFolderOf(localFolder);
  const copy = join(folder, nameOfCopy(path, bytes, reason));
  await disk.files.makeFolders(folder);
  if (await isThere(disk, copy)) return copy;
  await replaceFile(disk.files, copy, bytes, newTemporary(disk));
  await syncFolder(disk.files, localFolder);
  return copy;
}

/** The copies that are kept, newest first. None of them is read. */
export async function listCopies(
  { files }: Disk,
  localFolder: string,
): Promise<readonly SetAsideFile[]> {
  const folder = quarantineFolderOf(localFolder);
  const found: SetAsideFile[] = [];
  for (const { name, isFolder } of await files.readFolder(folder).catch(() => [])) {
    const stamp = isFolder ? null : await files.stampOf(join(folder, name)).catch(() => null);
    const [size, nanoseconds] = stamp?.split(' ') ?? [];
    if (size === undefined || nanoseconds === undefined || name.startsWith('.')) continue;
    const at = new Date(Number(BigInt(nanoseconds) / 1_000_000n)).toISOString();
    const reason = name.includes(`.${secondVersion}.`) ? secondVersion : 'unreadable';
    found.push({ name, at, byteCount: Number(size), reason });
  }
  return found.sort((one, other) => compareTexts(other.at, one.at));
}

function nameOfCopy(path: string, bytes: Uint8Array, reason: SetAsideFile['reason']): string {
  const extension = extname(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const [folder, above] = [basename(dirname(path)), basename(dirname(dirname(path)))];
  const owner = above === peopleFolder ? [Array.from(folder).slice(0, ownerLength).join('')] : [];
  const why = reason === secondVersion ? [secondVersion] : [];
  return [basename(path, extension), ...owner, ...why, `${hash}${extension}`].join('.');
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
