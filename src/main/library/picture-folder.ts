import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureType } from '../../domain/library/picture-types.ts';
import { pictureFilePattern } from '../../domain/library/picture-types.ts';
import type { PictureCount } from '../../ipc/views.ts';
import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import { libraryFolder } from '../store/document-paths.ts';
import { replaceFile } from '../store/durable-file.ts';
import { errorCode, nodeFileSystem } from '../store/file-system.ts';

/** Where the pictures of the library are kept, each by the hash of its bytes. */
export interface PictureFolder {
  /** Keeps a picture and gives its file's name; one that is kept already stays as it is. */
  readonly keep: (bytes: Uint8Array, type: PictureType) => Promise<string>;
  /** All that are kept. */
  readonly count: () => Promise<PictureCount>;
  /**
   * Moves those that are not among the wanted ones to this computer's own folder, save for what came
   * within the last month.
   */
  readonly setAside: (wanted: ReadonlySet<string>) => Promise<PictureCount>;
}

/** The folder of pictures below that of the documents: it is part of what is worth syncing. */
export const pictureFolderOf = (dataFolder: string): string =>
  join(dataFolder, libraryFolder, 'pictures');

/** Where pictures are that nothing needs any more: out of what is synced, and yet not lost. */
export const unusedPicturesOf = (localFolder: string): string =>
  join(localFolder, 'unused-pictures');

/** A picture may come before the document that shows it: from another computer, or in this moment. */
const newForMilliseconds = 30 * 24 * 60 * 60 * 1000;

interface PictureFolderParts {
  readonly dataFolder: string;
  /** The local things of this data folder alone. */
  readonly localFolder: string;
  readonly newId: NewId;
  readonly clock: Clock;
}

export function createPictureFolder(parts: PictureFolderParts): PictureFolder {
  const { dataFolder, localFolder, newId, clock } = parts;
  const folder = pictureFolderOf(dataFolder);
  return {
    keep: async (bytes, type) => {
      const file = `${createHash('sha256').update(bytes).digest('hex')}.${type}`;
      const path = join(folder, file);
      const kept = await lstat(path).catch(() => null);
      if (kept?.isFile() === true && kept.size === bytes.byteLength) {
        await renew(path, clock);
        return file;
      }
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceFile(nodeFileSystem, path, bytes, newId());
      return file;
    },
    count: async () => sumOf(await picturesIn(folder)),
    setAside: async (wanted) => {
      const newSince = clock.now().epochMilliseconds - newForMilliseconds;
      const aside = unusedPicturesOf(localFolder);
      const moved: Picture[] = [];
      for (const { name } of await picturesIn(folder)) {
        if (wanted.has(name)) continue;
        // It may have been brought again while others were looked at.
        const picture = await pictureAt(folder, name);
        if (picture === null || picture.changedAt > newSince) continue;
        await mkdir(aside, { recursive: true, mode: 0o700 });
        // The two folders may be on two disks.
        await replaceFile(
          nodeFileSystem,
          join(aside, name),
          await readFile(join(folder, name)),
          newId(),
        );
        await unlink(join(folder, name));
        moved.push(picture);
      }
      return sumOf(moved);
    },
  };
}

/** What is brought again counts as new: the document that shows it is yet to be written. */
async function renew(path: string, clock: Clock): Promise<void> {
  const now = new Date(clock.now().epochMilliseconds);
  // Where it cannot be marked, nothing can be moved either.
  await utimes(path, now, now).catch(() => undefined);
}

interface Picture {
  readonly name: string;
  readonly byteCount: number;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

async function picturesIn(folder: string): Promise<readonly Picture[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const ours = names.filter((name) => pictureFilePattern.test(name));
  const pictures = await Promise.all(ours.map((name) => pictureAt(folder, name)));
  return pictures.filter((picture) => picture !== null);
}

/** Null for what is gone by now, and for what is no file. */
async function pictureAt(folder: string, name: string): Promise<Picture | null> {
  const found = await lstat(join(folder, name)).catch(() => null);
  if (found?.isFile() !== true) return null;
  return { name, byteCount: found.size, changedAt: found.mtimeMs };
}

const sumOf = (pictures: readonly Picture[]): PictureCount => ({
  count: pictures.length,
  byteCount: pictures.reduce((sum, { byteCount }) => sum + byteCount, 0),
});
