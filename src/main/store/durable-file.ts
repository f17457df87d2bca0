import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { errorCode, fileMode } from './file-system.ts';

const temporaryName = /^\.evenkeel-.+\.tmp$/;
/** Another program (a virus scanner, a sync tool) may hold a file on Windows for a moment. */
const heldByAnother = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renamePausesMilliseconds = [10, 20, 40, 80, 150, 300, 400];
/** Where a folder cannot be opened or synced (Windows, some network drives), renames are safe. */
const folderCannotSync = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP']);

/** Whether a file name is one that this module gave, in an earlier run, to something unfinished. */
export const isLeftover = (name: string, run: string): boolean =>
  temporaryName.test(name) && !name.startsWith(`.evenkeel-${run}-`);

/**
 * Writes a file that nothing reads yet beside the place it is meant for; its bytes survive a power
 * cut once this resolves. Nothing is left behind when it rejects.
 * @param unique never given before for this folder
 * @returns the path of the temporary file
 */
export async function writeBeside(
  files: FileSystem,
  target: string,
  bytes: Uint8Array,
  unique: string,
): Promise<string> {
  const path = join(dirname(target), `.evenkeel-${unique}.tmp`);
  const file = await files.open(path, 'wx', fileMode);
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await removeQuietly(files, path);
    throw error;
  }
  return path;
}

/** Replaces a file so that after any crash it is either what it was or what it is to be. */
export async function replaceFile(
  files: FileSystem,
  target: string,
  bytes: Uint8Array,
  unique: string,
): Promise<void> {
  const temporary = await writeBeside(files, target, bytes, unique);
  try {
    await renamePatiently(files, temporary, target);
    await syncFolder(files, dirname(target));
  } catch (error) {
    await removeQuietly(files, temporary);
    throw error;
  }
}

/**
 * Puts a finished file in the place of another, whole or not at all. That it is there survives a
 * power cut once its folder is synced.
 */
export async function renamePatiently(files: FileSystem, from: string, to: string): Promise<void> {
  for (const pause of renamePausesMilliseconds) {
    try {
      await files.rename(from, to);
      return;
    } catch (error) {
      if (!heldByAnother.has(errorCode(error) ?? '')) throw error;
      await files.pause(pause);
    }
  }
  await files.rename(from, to);
}

/** Makes what was renamed, made or removed in a folder survive a power cut. */
export async function syncFolder(files: FileSystem, path: string): Promise<void> {
  try {
    const folder = await files.open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!folderCannotSync.has(errorCode(error) ?? '')) throw error;
  }
}

/** Removes a file of ours that is in nobody's way if it stays. */
export async function removeQuietly(files: FileSystem, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch {
    // Leftovers are cleared away when the store opens next.
  }
}

/** Removes a file; one that is gone already is as good. */
export async function removeFile(files: FileSystem, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
