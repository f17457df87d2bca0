import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DocumentKind, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import {
  catalogFile,
  catalogLayoutVersion,
  readable,
  readSummaries,
  readSummary,
} from './catalog-queries.ts';
import { folderMode, journalFile, lockFile } from './file-names.ts';
import { fileStampOf } from './file-stamp.ts';
import type { KeeperPlaces } from './keeper-api.ts';
import { localFolderOf } from './local-folder.ts';
import type { Where } from './store.ts';

/**
 * What lists show of a folder, read in main's own thread while the store's has yet to start. It throws
 * once it is closed.
 */
export interface FirstLook {
  /** Whether there was nothing to look at yet. */
  readonly isOfNothing: boolean;
  summaries(kind: DocumentKind, where?: Where): readonly Summary[];
  find(ref: DocumentRef): Summary | null;
  close(): void;
}

/**
 * Looks into the catalogue as it was left, so that the first screen does not wait for a thread. Null
 * when the catalogue may not have the last word: after a crash, while another computer has the
 * folder, where something is in the way. Then the store's thread finds out what is what.
 */
export function takeFirstLook(places: KeeperPlaces): FirstLook | null {
  const local = localFolderOf(places);
  try {
    return isNew(places.dataFolder, local) ? nothingYet(places.dataFolder) : look(places, local);
  } catch {
    return null;
  }
}

/** Whether nobody has written anything yet, here or in the folder. */
function isNew(dataFolder: string, local: string): boolean {
  if (existsSync(join(local, catalogFile)) || existsSync(join(local, journalFile))) return false;
  return !existsSync(dataFolder) || readdirSync(dataFolder).length === 0;
}

function nothingYet(dataFolder: string): FirstLook {
  mkdirSync(dataFolder, { recursive: true, mode: folderMode });
  expectWritable(dataFolder);
  let isOver = false;
  const expectSay = (): void => {
    if (isOver) throw new Error('The look is over.');
  };
  return {
    isOfNothing: true,
    summaries: () => {
      expectSay();
      return [];
    },
    find: () => {
      expectSay();
      return null;
    },
    close: () => {
      isOver = true;
    },
  };
}

function look({ dataFolder }: KeeperPlaces, local: string): FirstLook | null {
  expectWritable(dataFolder);
  if (existsSync(join(dataFolder, lockFile))) return null;
  const database = new DatabaseSync(join(local, catalogFile), { readOnly: true });
  try {
    if (!isLastWord(database, local)) {
      database.close();
      return null;
    }
  } catch (error) {
    database.close();
    throw error;
  }
  const source = readable(database);
  return {
    isOfNothing: false,
    summaries: (kind, where) => readSummaries(source, kind, where),
    find: (ref) => readSummary(source, ref),
    close: () => {
      database.close();
    },
  };
}

/** Whether the catalogue was closed after the last act that the journal has. */
function isLastWord(database: DatabaseSync, local: string): boolean {
  const version = database.prepare('PRAGMA user_version').get()?.user_version;
  if (version !== catalogLayoutVersion) return false;
  const journal = database.prepare('SELECT journal FROM state').get()?.journal;
  return typeof journal === 'string' && journal === fileStampOf(join(local, journalFile));
}

function expectWritable(dataFolder: string): void {
  accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
}
