import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The places that make up one data folder. */
export interface DataPlaces {
  readonly root: string;
  /** The user's documents: the part worth syncing, copying and reading. */
  readonly documents: string;
  /** Made from the documents, or of use on this computer alone: journal, ledger, backups. */
  readonly local: string;
  /** What Chromium keeps. */
  readonly profile: string;
}

/**
 * Where everything lies under `root`, with a profile that Chromium can write. When the folder
 * cannot be written the profile is a temporary one, so that the documents can at least be read; what
 * can be done with them, the store finds out.
 */
export function openDataPlaces(root: string): DataPlaces {
  return {
    root,
    documents: join(root, 'documents'),
    local: join(root, 'local'),
    profile: usableFolder(join(root, 'profile')) ?? mkdtempSync(join(tmpdir(), 'evenkeel-')),
  };
}

function usableFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch {
    return null;
  }
}
