import { listPackage } from '@electron/asar';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { CommandError, exitCode } from './exit-codes.ts';
import { projectRoot } from './project.ts';

/** What main reads at run time beside its own code: whole, and where it lies in the project. */
const packedFolders = ['out', 'resources'] as const;
const packedFiles = ['package.json', 'LICENSE', 'THIRD-PARTY.md'] as const;

/**
 * Compares what a packager put into the app's archive with what the app needs there: the threads'
 * files, the preload, the page and what ships as data lie where the code looks for them, beside one
 * another as in the project, and nothing else is taken along.
 * @param packed paths in the archive, of files and folders, with slashes
 * @param needed paths of files
 * @returns what is wrong, a line for each
 */
export function faultsOfPackage(
  packed: readonly string[],
  needed: readonly string[],
): readonly string[] {
  const folders = new Set(needed.flatMap(foldersOf));
  const wanted = new Set(needed);
  const there = new Set(packed);
  return [
    ...needed.filter((path) => !there.has(path)).map((path) => `${path} is missing`),
    ...packed
      .filter((path) => !wanted.has(path) && !folders.has(path))
      .map((path) => `${path} does not belong there`),
  ];
}

/** Every folder on the way to a file. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

/** Fails when the archive of the packaged app does not hold what the app needs. */
export async function checkPackage(archive: string): Promise<void> {
  const packed = listPackage(archive, { isPack: false }).map((path) => withSlashes(path).slice(1));
  const faults = faultsOfPackage(packed, await neededFiles());
  if (faults.length === 0) return;
  throw new CommandError(
    `The package is not as the app needs it:\n${faults.join('\n')}`,
    exitCode.failed,
  );
}

async function neededFiles(): Promise<readonly string[]> {
  const inFolders = await Promise.all(
    packedFolders.map(async (folder) => {
      const entries = await readdir(join(projectRoot, folder), {
        recursive: true,
        withFileTypes: true,
      });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .map(({ parentPath, name }) => join(parentPath, name).slice(projectRoot.length + 1));
    }),
  );
  return [...packedFiles, ...inFolders.flat().map(withSlashes)];
}

const withSlashes = (path: string): string => path.split(sep).join('/');
