import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { slugOf } from './document-paths.ts';
import type { KeeperPlaces } from './keeper-api.ts';

/**
 * Where the local things of one data folder are. Each data folder has its own, so that they are
 * never mixed up.
 */
export function localFolderOf(places: KeeperPlaces): string {
  const dataFolder = resolve(places.dataFolder);
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  return join(places.localFolder, `${slugOf(basename(dataFolder))}-${hash}`);
}
