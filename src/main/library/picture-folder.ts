import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureType } from '../../domain/library/picture-types.ts';
import type { NewId } from '../platform/ids.ts';
import { libraryFolder } from '../store/document-paths.ts';
import { replaceFile } from '../store/durable-file.ts';
import { nodeFileSystem } from '../store/file-system.ts';

/** Where the pictures of the library are kept, each by the hash of its bytes. */
export interface PictureFolder {
  /** Keeps a picture and gives its file's name; one that is kept already stays as it is. */
  readonly keep: (bytes: Uint8Array, type: PictureType) => Promise<string>;
}

/** The folder of pictures below that of the documents: it is part of what is worth syncing. */
export const pictureFolderOf = (dataFolder: string): string =>
  join(dataFolder, libraryFolder, 'pictures');

export function createPictureFolder(dataFolder: string, newId: NewId): PictureFolder {
  const folder = pictureFolderOf(dataFolder);
  return {
    keep: async (bytes, type) => {
      const file = `${createHash('sha256').update(bytes).digest('hex')}.${type}`;
      const path = join(folder, file);
      const kept = await lstat(path).catch(() => null);
      if (kept?.isFile() === true && kept.size === bytes.byteLength) return file;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceFile(nodeFileSystem, path, bytes, newId());
      return file;
    },
  };
}
