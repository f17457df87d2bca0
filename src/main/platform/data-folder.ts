import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The places that make up one data folder. */
export interface DataPlaces {
  readonly root: string;
  /** The user's documents: the part worth syncing, copying and reading. */
  readonly documents: string;
  /** Made from the documents or of use on this machine alone: index, journal, ledger, backups. */
  readonly local: string;
  /** What Chromium keeps. */
  readonly profile: string;
}

export const dataPlaces = (root: string): DataPlaces => ({
  root,
  documents: join(root, 'documents'),
  local: join(root, 'local'),
  profile: join(root, 'profile'),
});

/**
 * Makes the folders where they are missing, readable by this user alone.
 * @returns null, or the system's reason (such as EACCES) why one of them cannot be used
 */
export function prepareDataPlaces(places: DataPlaces): string | null {
  try {
    for (const folder of [places.root, places.documents, places.local, places.profile]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
