import { diff3Merge, diffComm } from 'node-diff3';
import { compareTexts } from '../compare-texts.ts';

/**
 * Brings together two versions of a text of lines. Where each side changed other lines, both
 * changes are made (the clean merge of diff3). Where both changed the same lines, both versions of
 * those lines stay, one below the other, in an order that does not depend on whose they are; a line
 * of the origin that one side dropped is gone. No line that somebody typed is lost.
 *
 * It does not matter which version is which. Three versions come to the same whichever two are
 * merged first as long as their changes do not touch; where they do, the same lines are there, but
 * they may stand in another order, and what was typed alike in two places may be there twice. What
 * was merged before adds nothing when it is merged again. That holds as long as a line can be told
 * from the others: of lines that stand in the origin more than once, such as empty ones, diff3 may
 * take one for another, and one of them may come twice or go.
 *
 * @param base the text that both began with; null when it is not known: then nothing is dropped
 */
export function mergeTexts(base: string | null, one: string, other: string): string {
  if (other < one) return mergeTexts(base, other, one);
  const [left, right] = [linesOf(one), linesOf(other)];
  const origin = base === null ? commonLines(left, right) : linesOf(base);
  return mergeLines(origin, left, right).join('\n');
}

type Lines = readonly string[];

/** A text with nothing in it has no line, not an empty one. */
const linesOf = (text: string): Lines => (text === '' ? [] : text.split('\n'));

function mergeLines(base: Lines, one: Lines, other: Lines): Lines {
  const regions = diff3Merge([...one], [...base], [...other]);
  if (regions.every(({ conflict }) => conflict === undefined))
    return regions.flatMap(({ ok }) => ok ?? []);
  // What was merged before: diff3 takes changes that touch for a conflict, even the same ones.
  if (isContained(base, one, other)) return other;
  if (isContained(base, other, one)) return one;
  const dropped = new Set(base).difference(new Set(one).intersection(new Set(other)));
  const keepBoth = (...sides: readonly [Lines, Lines]): Lines => {
    const [left, right] = sides.map((lines) => lines.filter((line) => !dropped.has(line)));
    return oneBelowOther(left ?? [], right ?? []);
  };
  const merged = regions.flatMap(({ ok, conflict }) =>
    conflict === undefined ? (ok ?? []) : keepBoth(conflict.a, conflict.b),
  );
  const hasBoth = [one, other].every((side) => isContained(base, side, merged));
  return hasBoth ? merged : keepBoth(one, other);
}

/**
 * Whether a text has all that somebody made of the base in another one: all lines that were typed
 * there, none that were dropped there, and all in the same order. A partial order of texts; mergeLines
 * answers a conflict with a text that contains both, so that neither adds anything to it again.
 */
function isContained(base: Lines, one: Lines, other: Lines): boolean {
  const [origin, inOne, inOther] = [new Set(base), new Set(one), new Set(other)];
  return (
    one.every((line) => inOther.has(line) || origin.has(line)) &&
    other.every((line) => inOne.has(line) || !origin.has(line)) &&
    isWithin(
      one.filter((line) => inOther.has(line)),
      other,
    )
  );
}

/** Whether all lines of one stand in the other, in the same order. */
function isWithin(one: Lines, other: Lines): boolean {
  let found = 0;
  for (const line of other) if (line === one[found]) found += 1;
  return found === one.length;
}

/** What two versions share, once, and where they differ one version below the other. */
function oneBelowOther(one: Lines, other: Lines): Lines {
  return diffComm([...one], [...other]).flatMap((part) => {
    if ('common' in part) return part.common;
    const { buffer1, buffer2 } = part;
    const isFirst = compareTexts(buffer1.join('\n'), buffer2.join('\n')) < 0;
    return isFirst ? [...buffer1, ...buffer2] : [...buffer2, ...buffer1];
  });
}

function commonLines(one: Lines, other: Lines): Lines {
  return diffComm([...one], [...other]).flatMap((part) => ('common' in part ? part.common : []));
}
