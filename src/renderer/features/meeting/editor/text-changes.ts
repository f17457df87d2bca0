import type { ChangeSpec, Text } from '@codemirror/state';
import { diffPatch } from 'node-diff3';

/**
 * What turns one text into another, line by line: the lines that stay keep what an editor knows of them, such
 * as where the cursor is.
 */
export function changesBetween(now: Text, next: string): readonly ChangeSpec[] {
  const patches = diffPatch(now.toJSON(), next.split('\n'));
  return patches.map(({ buffer1, buffer2 }) =>
    lineChange(now, { first: buffer1.offset, count: buffer1.length, lines: buffer2.chunk }),
  );
}

interface LinePatch {
  /** The first line that is replaced, counted from 0, and how many are. */
  readonly first: number;
  readonly count: number;
  readonly lines: readonly string[];
}

function lineChange(now: Text, { first, count, lines }: LinePatch): ChangeSpec {
  const insert = lines.join('\n');
  const startOf = (index: number): number => now.line(index + 1).from;
  const reachesEnd = first + count >= now.lines;
  if (lines.length > 0 && count > 0)
    return { from: startOf(first), to: now.line(first + count).to, insert };
  // A line that comes or goes alone takes the break beside it along.
  if (reachesEnd && first > 0) {
    const from = now.line(first).to;
    return { from, to: now.length, insert: lines.length > 0 ? `\n${insert}` : '' };
  }
  const to = reachesEnd ? now.length : startOf(first + count);
  return { from: startOf(first), to, insert: lines.length > 0 ? `${insert}\n` : '' };
}
