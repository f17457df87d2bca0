import { compareTexts } from '../compare-texts.ts';

const separator = ' / ';

/**
 * Keeps two wordings of one line in one line, in an order that does not depend on whose they are:
 * "pay freeze / pay rise". Exactly commutative and associative, and a wording that is there already
 * adds nothing.
 * @param base the wording that both began with; null when it is not known
 */
export function mergeWordings(base: string | null, one: string, other: string): string {
  const wordings = new Set([one, other].flatMap(wordingsOf));
  const sorted = [...wordings].sort(compareTexts);
  const merged = sorted.join(separator);
  // It must not look as if nothing had been changed: then the next merge would drop both.
  return merged === base ? sorted.reverse().join(separator) : merged;
}

const wordingsOf = (line: string): readonly string[] =>
  line
    .split(separator)
    .map((wording) => wording.trim())
    .filter((wording) => wording !== '');
