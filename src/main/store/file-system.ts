import { fdatasyncSync, readdirSync, readFileSync, watch, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { folderMode } from './file-names.ts';
import { fileStampOf } from './file-stamp.ts';

/** An open file: what the store does with one. */
export interface OpenFile {
  /** Writes all of it, at the beginning of a new file. */
  writeFile(bytes: Uint8Array): Promise<void>;
  /**
   * Writes all of it from a position on, at once: nothing else that the disk is asked for comes
   * first. When it is to be durable, content and length survive a power cut once this resolves.
   */
  writeAt(position: number, bytes: Uint8Array, isDurable: boolean): Promise<void>;
  /** Resolves when everything about the file survives a power cut. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

interface FolderItem {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * All that the store asks of a disk, so that tests can let any step of it fail. Errors are Node's,
 * with their `code` and `path`.
 */
export interface FileSystem {
  readonly open: (path: string, flags: 'wx' | 'r+' | 'r', mode?: number) => Promise<OpenFile>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readFolder: (path: string) => Promise<readonly FolderItem[]>;
  /** Makes one folder in a folder that is there. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Makes a folder and what is missing above it. */
  readonly makeFolders: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly removeEmptyFolder: (path: string) => Promise<void>;
  /** See fileStampOf. */
  readonly stampOf: (path: string) => Promise<string | null>;
  /**
   * Calls back with the name of what has changed in a folder, or null when the system does not
   * say; the answer stops it. Where watching is not possible nothing is ever said.
   */
  readonly watch: (path: string, changed: (name: string | null) => void) => () => void;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Only the user may look into what the store makes. */
export const fileMode = 0o600;

/** The disk itself. */
export const nodeFileSystem: FileSystem = {
  open: async (path, flags, mode) => openFile(await open(path, flags, mode)),
  // Documents are small, and this is a thread that has nothing else to do: handing each of these to
  // the pool of threads and back takes ten times as long as doing it.
  readFile: (path) => promiseOf(() => readFileSync(path)),
  readFolder: (path) =>
    promiseOf(() =>
      readdirSync(path, { withFileTypes: true }).map((item) => ({
        name: item.name,
        isFolder: item.isDirectory(),
      })),
    ),
  makeFolder: (path) => mkdir(path, { mode: folderMode }),
  makeFolders: async (path) => {
    await mkdir(path, { mode: folderMode, recursive: true });
  },
  rename,
  remove: unlink,
  removeEmptyFolder: rmdir,
  stampOf: (path) => promiseOf(() => fileStampOf(path)),
  watch: watchFolder,
  pause: (milliseconds) => wait(milliseconds),
};

function watchFolder(path: string, changed: (name: string | null) => void): () => void {
  try {
    const watcher = watch(path, { persistent: false }, (_event, name) => {
      changed(name);
    });
    // A folder that goes ends its watcher; that it is gone is seen in the folder above.
    watcher.on('error', () => {
      watcher.close();
    });
    return () => {
      watcher.close();
    };
  } catch {
    return () => undefined;
  }
}

/** Does something at once; what it throws is the promise's. */
function promiseOf<T>(task: () => T): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  try {
    resolve(task());
  } catch (error) {
    reject(error);
  }
  return promise;
}

function openFile(file: FileHandle): OpenFile {
  return {
    writeFile: (bytes) => file.writeFile(bytes),
    writeAt: (position, bytes, isDurable) => {
      // Not handed to the pool of threads, where it would wait behind the files being replaced:
      // this is what somebody who types is waiting for, in a thread that has nothing else to do.
      return promiseOf(() => {
        for (let written = 0; written < bytes.length;) {
          const rest = bytes.length - written;
          written += writeSync(file.fd, bytes, written, rest, position + written);
        }
        if (isDurable) fdatasyncSync(file.fd);
      });
    },
    sync: () => file.sync(),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  };
}

/** The code of a system error, such as ENOSPC; null for any other error. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
