import { compareJson } from './json-order.ts';
import { mergeTexts } from './merge-texts.ts';
import { mergeWordings } from './merge-wordings.ts';
import type { Resolve } from './three-way.ts';
import { mergeThreeWay } from './three-way.ts';

/** Fields of a document that hold texts of many lines. */
const texts = ['notes', 'privateNotes', 'reflection', 'workingStyle', 'place', 'text'];
/** Fields of what is in a document that hold one line in the user's words. */
const lines = ['text'];

/**
 * Brings together two versions of a document that were made in two places. What was typed in both
 * places is kept twice; of other values that contradict each other one is taken, always the same,
 * and the other stays in the history.
 *
 * For the versions of one origin this is the join of a lattice: every value goes up from what it was
 * in the origin over its removal to what it was changed to, and of two changes the greater one is
 * taken. So it does not matter which version is which, nor which two of three are merged first, nor
 * how often: every computer comes to the same. Of texts of many lines that were changed in the same
 * place this holds but for the order of the lines; mergeTexts says how far.
 *
 * @param base the version both came from; undefined when it is not known
 * @returns the merged document, or undefined when it is to be gone
 */
export function mergeVersions(base: unknown, one: unknown, other: unknown): unknown {
  return mergeThreeWay(base, one, other, keepBoth);
}

const keepBoth: Resolve = (base, one, other, path) => {
  if (typeof one === 'string' && typeof other === 'string') {
    const origin = typeof base === 'string' ? base : null;
    const field = path.at(-1) ?? '';
    const isOfDocument = path.length === 1;
    if (isOfDocument && texts.includes(field)) return mergeTexts(origin, one, other);
    if (!isOfDocument && lines.includes(field)) return mergeWordings(origin, one, other);
  }
  return compareJson(one, other) >= 0 ? one : other;
};
