import { createHash } from 'node:crypto';

/**
 * What a file has for its identity that comes into the library. It follows from what a file is known by,
 * so that one that was removed and is added again is the same, on every computer: taking its removal
 * back does not double it. It looks like all other identities that the app gives.
 */
export function articleId(folder: string, path: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([folder, path]))
    .digest('hex');
  const ends = [8, 12, 16, 20, 32];
  return ends.map((end, place) => hash.slice(ends[place - 1] ?? 0, end)).join('-');
}
