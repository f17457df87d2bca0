import { createHash } from 'node:crypto';

const runLength = 7;

/**
 * The runs of seven words in `text` that are among `hashes`, as source-shingles.txt makes them.
 * A proper title in `exceptions` is passed over where it stands whole, and nowhere else.
 */
export function sharedRuns(
  text: string,
  hashes: ReadonlySet<string>,
  exceptions: readonly string[] = [],
): readonly string[] {
  const stretches = exceptions.reduce(
    (parts, title) => parts.flatMap((part) => part.split(title)),
    [text],
  );
  return stretches.flatMap(runsOf).filter((run) => hashes.has(hashOf(run)));
}

function runsOf(text: string): readonly string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words
    .slice(runLength - 1)
    .map((_word, start) => words.slice(start, start + runLength).join(' '));
}

function hashOf(run: string): string {
  return createHash('sha256').update(run, 'utf8').digest('hex').slice(0, 16);
}
