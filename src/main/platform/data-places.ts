import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The places that make up one data folder. */
export interface DataPlaces {
  /** The user's documents: the part worth syncing, copying and reading. */
  readonly documents: string;
  /** Of use on this computer alone: journal, ledger, backups. */
  readonly local: string;
  /** What Chromium keeps; also what tells one running instance from another. */
  readonly profile: string;
}

/**
 * Finds the places of a data folder. What belongs to this computer stays out of a folder that the
 * user chose, since that one may be synced: it lies in the app's own folder, apart for each.
 * @param home the app's own folder on this computer
 * @param chosen the folder that the user chose; null for the usual one
 */
export function openDataPlaces(home: string, chosen: string | null): DataPlaces {
  const own = chosen === null ? home : join(home, 'elsewhere', nameOf(chosen));
  return {
    documents: chosen ?? join(home, 'documents'),
    local: join(own, 'local'),
    // Chromium needs one that it can write; the documents may be readable all the same.
    profile: usableFolder(join(own, 'profile')) ?? mkdtempSync(join(tmpdir(), 'evenkeel-')),
  };
}

const nameOf = (folder: string): string =>
  createHash('sha256').update(folder).digest('hex').slice(0, 16);

function usableFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch {
    return null;
  }
}
