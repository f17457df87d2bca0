import { statSync } from 'node:fs';

/**
 * What tells one version of a file from another without reading it: size, time and inode. Null when
 * there is no such file.
 */
export function fileStampOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) return null;
  return `${String(found.size)} ${String(found.mtimeNs)} ${String(found.ino)}`;
}
