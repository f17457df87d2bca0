import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * A hash over the names, sizes and times of change of files: it differs as soon as one of them
 * was edited, added or taken away. Reads no contents, so it takes milliseconds.
 * @param paths files and folders, absolute; those that are missing count as absent.
 * @param isInput false for paths, relative to `root` and with slashes, that do not matter.
 */
export function fingerprint(
  root: string,
  paths: readonly string[],
  isInput: (path: string) => boolean,
): string {
  const lines = paths
    .flatMap((path) => filesUnder(path))
    .flatMap((path) => {
      const name = relative(root, path).split(sep).join('/');
      if (!isInput(name)) return [];
      const { mtimeMs, size } = statSync(path);
      return [`${name}:${String(mtimeMs)}:${String(size)}`];
    });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** The files in a folder and all that is below it; a file is itself, what is missing is none. */
export function filesUnder(path: string): readonly string[] {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return [];
  if (!facts.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Something that is made from sources. */
export interface Made {
  /** A file of what is made. */
  readonly path: string;
  /** Where it is noted from which sources. */
  readonly stampPath: string;
  readonly sources: () => string;
}

/** Whether something has to be made: it is not there, or was made from other sources. */
export function isStale({ path, stampPath, sources }: Made): boolean {
  if (!existsSync(path) || !existsSync(stampPath)) return true;
  return readFileSync(stampPath, 'utf8') !== sources();
}

/** Makes something and notes from which sources: those at the beginning. */
export async function makeFrom(made: Made, make: () => Promise<void>): Promise<void> {
  const sources = made.sources();
  await make();
  mkdirSync(dirname(made.stampPath), { recursive: true });
  writeFileSync(made.stampPath, sources);
}
