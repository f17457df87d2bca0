import { m } from '../../messages/index.ts';
import { errorCode } from './file-system.ts';
import { NotReadError, NotSavedError } from './store.ts';

type Sentence = (inputs: { folder: string }) => string;

const sentences = new Map<string, Sentence>([
  ['ENOSPC', m.main_store_not_saved_full],
  ['EDQUOT', m.main_store_not_saved_full],
  ['EROFS', m.main_store_not_saved_read_only],
  ['EACCES', m.main_store_not_saved_refused],
  ['EPERM', m.main_store_not_saved_refused],
  ['EBUSY', m.main_store_not_saved_busy],
  ['EIO', m.main_store_not_saved_disk],
  ['EMFILE', m.main_store_not_saved_files],
  ['ENFILE', m.main_store_not_saved_files],
  ['ENOENT', m.main_store_not_saved_gone],
  ['ENOTDIR', m.main_store_not_saved_gone],
]);

/**
 * The error that a caller gets for a write that did not reach the disk.
 * @param folder the folder that was written in, as the user knows it
 */
export function notSaved(error: unknown, folder: string): NotSavedError {
  const code = errorCode(error);
  const sentence = code === null ? undefined : sentences.get(code);
  const message =
    sentence?.({ folder }) ?? m.main_store_not_saved_other({ folder, reason: reasonOf(error) });
  return new NotSavedError(message, { cause: error });
}

/**
 * The error that a caller gets for something that the disk would not give.
 * @param folder the folder that was read, as the user knows it
 */
export function notRead(error: unknown, folder: string): NotReadError {
  const isGone = ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
  const message = isGone
    ? m.main_store_not_read_gone({ folder })
    : m.main_store_not_read({ folder, reason: reasonOf(error) });
  return new NotReadError(message, { cause: error });
}

/**
 * Does something on the disk. What the disk itself refuses is thrown as the error that `told` makes of
 * it; whatever else goes wrong stays what it is.
 */
export async function tellingRefusals<T>(
  look: () => Promise<T>,
  told: (error: unknown) => Error,
): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (errorCode(error) === null || isDatabaseError(error)) throw error;
    throw told(error);
  }
}

/** What a disk's error says, short enough to stand in brackets. */
export function reasonOf(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}

/** Whether SQLite itself complains. */
export const isDatabaseError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
