const smallWords = new Set(
  `a an the of to in on at for and or but is are was were be been do does did have has had you your
  i my me we our us it its this that what which who whom whose how when where why would could should
  will can may if so not no with from by as than then there they them their any some more most one
  last about up out into get`.split(/\s+/),
);
const endings = ['ing', 'edly', 'ed', 'es', 's', 'ly', 'er'];

/** How far two texts are made of the same words, 0 to 1; small words and endings do not count. */
export function likenessOfWords(one: string, other: string): number {
  return jaccard(stemsOf(one), stemsOf(other));
}

/** How far two texts share runs of three words, 0 to 1. */
export function likenessOfRuns(one: string, other: string): number {
  return jaccard(runsOf(one), runsOf(other));
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !smallWords.has(word))
      .map(stemOf),
  );
}

function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

function runsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(words.slice(2).map((_word, start) => words.slice(start, start + 3).join(' ')));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** The share of the members of either that both have. */
function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const either = one.union(other).size;
  return either === 0 ? 0 : one.intersection(other).size / either;
}
