import type { ConflictPolicy } from './conflict-policy.ts';
import { compareJson } from './conflict-policy.ts';
import { mergeLines, mergeTexts } from './merge-texts.ts';
import { mergeThreeWay } from './three-way.ts';

/** Fields that hold texts of many lines. */
const texts: readonly (string | null)[] = ['notes', 'privateNotes', 'workingStyle', 'place'];
/** Fields that hold one line in the user's words. */
const lines: readonly (string | null)[] = ['text'];

/**
 * Brings together two versions of a document that were made in two places. It does not matter which
 * of them is which, nor whether some of it was merged before: every computer comes to the same.
 * What was typed in both places is kept twice; of other values that contradict each other one is
 * taken, always the same, and the other stays in the history.
 *
 * @param base the version both came from; undefined when it is not known
 * @returns the merged document, or undefined when it is to be gone
 */
export function mergeVersions(base: unknown, one: unknown, other: unknown): unknown {
  return mergeThreeWay(base, one, other, keepBoth);
}

const keepBoth: ConflictPolicy = {
  resolve: (base, one, other, field) => {
    if (typeof one === 'string' && typeof other === 'string') {
      if (lines.includes(field)) return mergeLines(one, other);
      const origin = typeof base === 'string' ? base : null;
      if (texts.includes(field)) return mergeTexts(origin, one, other);
    }
    return compareJson(one, other) >= 0 ? one : other;
  },
  leads: (one, other) => (compareJson(one, other) >= 0 ? 'ours' : 'theirs'),
};
