import { libraryLimits } from '../../../domain/library/limits.ts';
import type { CallInput } from '../../../ipc/contract.ts';

type Dropped = CallInput<'library.addDropped'>;
type DroppedFile = Dropped['files'][number];

/** What a drop holds, or why it is not taken. */
export type DropOutcome =
  | { readonly kind: 'files'; readonly dropped: Dropped }
  | { readonly kind: 'nothing' | 'too-much' | 'unreadable' };

/** More than this does not go to main in one message; a folder that is chosen has no such limit. */
const mostBytes = 50 * 1024 * 1024;
const takenNames = /\.(?:md|markdown|mdown|mkd|png|jpe?g|gif|webp|svg)$/i;

class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * Reads what was dropped: one folder with all in it, or files. To be called while the drop is being
 * handled, since what it holds is gone afterwards.
 */
export async function readDrop(transfer: DataTransfer): Promise<DropOutcome> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const roots = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // What another program made up for the drop is on no disk, and no entry of one.
  const loose = items.filter((item) => item.webkitGetAsEntry() === null);
  const looseFiles = loose.map((item) => item.getAsFile()).filter((file) => file !== null);
  const [only] = roots;
  const folder = roots.length === 1 && only?.isDirectory === true ? only.name : '';
  try {
    const found: (readonly [path: string, file: File])[] = looseFiles
      .filter(({ name }) => takenNames.test(name))
      .map((file) => [file.name, file]);
    for (const root of roots) await collect(root, folder, 1, found);
    const bytes = found.reduce((sum, [, file]) => sum + file.size, 0);
    if (bytes > mostBytes) throw new TooMuch();
    const files: DroppedFile[] = [];
    for (const [path, file] of found) {
      files.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
    return files.length === 0 ? { kind: 'nothing' } : { kind: 'files', dropped: { folder, files } };
  } catch (error) {
    return { kind: error instanceof TooMuch ? 'too-much' : 'unreadable' };
  }
}

/** @param root the folder whose name is not part of the paths; empty for none */
async function collect(
  entry: FileSystemEntry,
  root: string,
  depth: number,
  found: (readonly [path: string, file: File])[],
): Promise<void> {
  if (entry.name.startsWith('.') || entry.name === 'node_modules') return;
  if (isFile(entry)) {
    if (!takenNames.test(entry.name)) return;
    if (found.length >= libraryLimits.filesAtOnce) throw new TooMuch();
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    found.push([pathIn(entry, root), file]);
  } else if (isFolder(entry) && depth <= libraryLimits.folderDepth) {
    for (const child of await childrenOf(entry)) await collect(child, root, depth + 1, found);
  }
}

// Chromium has these classes, but not by these names: there is nothing to be an instance of.
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const pathIn = ({ fullPath }: FileSystemEntry, root: string): string =>
  fullPath.slice(root === '' ? 1 : root.length + 2);

/** A reader gives them some at a time, and none at the end. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
