import { diffIndices } from 'node-diff3';
import type { Document } from '../documents/document.ts';
import type { PartName, ReadableLine } from './readable-parts.ts';
import { readableParts } from './readable-parts.ts';

/** A line as it was beside the line as it is; null where one side has none. */
interface ComparedLine {
  readonly was: ReadableLine | null;
  readonly is: ReadableLine | null;
  readonly isChanged: boolean;
}

export interface ComparedPart {
  readonly name: PartName;
  readonly lines: readonly ComparedLine[];
}

/**
 * Two versions of one document, line by line. A part with nothing in it on either side is left out.
 * @param is null for a document that is not there any more: then nothing counts as changed
 */
export function compareDocuments(was: Document, is: Document | null): readonly ComparedPart[] {
  const now = new Map((is === null ? [] : readableParts(is)).map((part) => [part.name, part]));
  return readableParts(was)
    .map(({ name, lines }) => ({
      name,
      lines:
        is === null
          ? lines.map((line) => ({ was: line, is: null, isChanged: false }))
          : compareLines(lines, now.get(name)?.lines ?? []),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** Lines that stand on both sides beside each other, and what differs between them as it comes. */
function compareLines(
  was: readonly ReadableLine[],
  is: readonly ReadableLine[],
): readonly ComparedLine[] {
  const compared: ComparedLine[] = [];
  let [next, nextNow] = [0, 0];
  const takeSame = (until: number): void => {
    for (; next < until; next += 1, nextNow += 1) {
      compared.push({ was: was[next] ?? null, is: is[nextNow] ?? null, isChanged: false });
    }
  };
  for (const { buffer1, buffer2 } of diffIndices(was.map(keyOf), is.map(keyOf))) {
    takeSame(buffer1[0]);
    for (let index = 0; index < Math.max(buffer1[1], buffer2[1]); index += 1) {
      compared.push({
        was: index < buffer1[1] ? (was[next + index] ?? null) : null,
        is: index < buffer2[1] ? (is[nextNow + index] ?? null) : null,
        isChanged: true,
      });
    }
    next += buffer1[1];
    nextNow += buffer2[1];
  }
  takeSame(was.length);
  return compared;
}

/** Lines are the same when they read the same: all that a line holds is read. */
const keyOf = (line: ReadableLine): string => JSON.stringify(line);
