import { diff3Merge, diffComm } from 'node-diff3';

/**
 * Brings together two versions of a text of lines. Where each side changed other lines, both
 * changes are made; where both changed the same lines, both versions of those lines stay, one below
 * the other, in an order that does not depend on whose they are. Nothing that was typed is lost.
 * @param base the text that both began with; null when it is not known
 */
export function mergeTexts(base: string | null, one: string, other: string): string {
  if (other < one) return mergeTexts(base, other, one);
  const [left, right] = [linesOf(one), linesOf(other)];
  const origin = base === null ? commonLines(left, right) : linesOf(base);
  return diff3Merge(left, origin, right, { excludeFalseConflicts: true })
    .flatMap(({ ok, conflict }) => ok ?? keepBoth(conflict?.a ?? [], conflict?.b ?? []))
    .join('\n');
}

/** A text with nothing in it has no line, not an empty one. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** Two versions of a single line, in one line. */
export function mergeLines(one: string, other: string): string {
  const versions = new Set([...one.split(separator), ...other.split(separator)]);
  return [...versions].sort().join(separator);
}
const separator = ' / ';

function commonLines(one: readonly string[], other: readonly string[]): string[] {
  return diffComm([...one], [...other]).flatMap((part) => ('common' in part ? part.common : []));
}

function keepBoth(one: readonly string[], other: readonly string[]): readonly string[] {
  // What one side has whole within the other's lines has been merged before.
  if (isWithin(one, other)) return other;
  if (isWithin(other, one)) return one;
  return one.join('\n') < other.join('\n') ? [...one, ...other] : [...other, ...one];
}

/** Whether all lines of one stand in the other, in the same order. */
function isWithin(one: readonly string[], other: readonly string[]): boolean {
  let found = 0;
  for (const line of other) if (line === one[found]) found += 1;
  return found === one.length;
}
