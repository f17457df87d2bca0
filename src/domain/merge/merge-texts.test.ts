import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { mergeTexts } from './merge-texts.ts';

/** The lines of a text that say something. */
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const lostFrom = (merged: string, lines: readonly string[]): readonly string[] => {
  const there = new Set(linesOf(merged));
  return lines.filter((line) => !there.has(line));
};

/** Lines of which many are the same, as empty lines and marks of lists are. */
const anyText = fc
  .array(fc.constantFrom('', '-', 'alpha', 'beta', 'gamma', 'delta'), { maxLength: 7 })
  .map((lines) => lines.join('\n'));

/** One place of a text where lines were taken out and others put in. */
const cut = fc.record({
  place: fc.nat(8),
  removed: fc.nat(3),
  added: fc.array(fc.constantFrom('new', 'newer', 'newest', 'mine', 'yours'), { maxLength: 3 }),
});

/** A text of lines that differ, and three versions of it that were edited in whatever places. */
const overlapping = fc
  .tuple(fc.nat(8), ...([0, 1, 2] as const).map(() => fc.array(cut, { maxLength: 3 })))
  .map(([length, ...edits]) => {
    const base = Array.from({ length: length }, (_, index) => `line ${String(index)}`);
    const versions = edits.map((cuts) =>
      cuts
        .reduce<string[]>(
          (lines, { place, removed, added }) => lines.toSpliced(place, removed, ...added),
          base,
        )
        .join('\n'),
    );
    return { base: base.join('\n'), versions };
  });

/** What three versions come to, in every order and grouping. */
function mergedInAnyOrder(base: string | null, versions: readonly string[]): ReadonlySet<string> {
  const merge = (one: string, other: string): string => mergeTexts(base, one, other);
  const merged = [0, 1, 2].flatMap((last) => {
    const third = versions[last] ?? '';
    const [first, second] = versions.toSpliced(last, 1) as [string, string];
    return [
      merge(merge(first, second), third),
      merge(merge(second, first), third),
      merge(third, merge(first, second)),
      merge(third, merge(second, first)),
    ];
  });
  return new Set(merged);
}

/** What becomes of a merged text when each of the versions is merged with it once more. */
function mergedOnceMore(
  base: string | null,
  merged: string,
  versions: readonly string[],
): ReadonlySet<string> {
  const again = [...versions, merged].flatMap((version) => [
    mergeTexts(base, merged, version),
    mergeTexts(base, version, merged),
  ]);
  return new Set(again);
}

test('it does not matter which text is which, and a text merged with itself is itself', () => {
  fc.assert(
    fc.property(fc.option(anyText), anyText, anyText, (base, one, other) => {
      expect(mergeTexts(base, one, other)).toBe(mergeTexts(base, other, one));
      expect(mergeTexts(base, one, one)).toBe(one);
    }),
    { numRuns: 2000 },
  );
});

test('edits in separate places come to the same text, whichever are merged first', () => {
  const edit = fc.array(fc.constantFrom('', '-', 'new', 'newer'), { maxLength: 3 });
  const untouched = ['Builds', 'Hiring', 'Reviews', 'Growth'];
  fc.assert(
    fc.property(fc.tuple(edit, edit, edit), (edits) => {
      const textWith = (isEdited: (place: number) => boolean): string =>
        untouched
          .flatMap((line, place) => [
            line,
            ...(isEdited(place) ? (edits[place] ?? []) : [`was ${String(place)}`]),
          ])
          .join('\n');
      const base = textWith(() => false);
      const versions = [0, 1, 2].map((version) => textWith((place) => place === version));
      const all = textWith((place) => place < versions.length);
      expect(mergedInAnyOrder(base, versions)).toEqual(new Set([all]));
    }),
    { numRuns: 1000 },
  );
});

test('of edits in the same place nothing is lost, and merging them once more adds nothing', () => {
  fc.assert(
    fc.property(overlapping, ({ base, versions }) => {
      const typed = versions.flatMap(linesOf).filter((line) => !linesOf(base).includes(line));
      const dropped = linesOf(base).filter(
        (line) => !versions.every((version) => linesOf(version).includes(line)),
      );
      const all = [...mergedInAnyOrder(base, versions)];
      expect(new Set(all.map((merged) => [...new Set(linesOf(merged))].sort().join())).size).toBe(
        1,
      );
      for (const merged of all) {
        expect(lostFrom(merged, typed)).toEqual([]);
        expect(lostFrom(merged, dropped)).toEqual(dropped);
        expect(mergedOnceMore(base, merged, versions)).toEqual(new Set([merged]));
      }
    }),
    { numRuns: 2000 },
  );
});

test('without an origin no line is lost, and merging once more adds nothing', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (...versions) => {
      for (const merged of mergedInAnyOrder(null, versions)) {
        expect(lostFrom(merged, versions.flatMap(linesOf))).toEqual([]);
        expect(mergedOnceMore(null, merged, versions)).toEqual(new Set([merged]));
      }
    }),
    { numRuns: 1000 },
  );
});

test('no line that somebody typed is lost from any text', () => {
  fc.assert(
    fc.property(anyText, fc.tuple(anyText, anyText, anyText), (base, versions) => {
      const typed = versions.flatMap(linesOf).filter((line) => !linesOf(base).includes(line));
      for (const merged of mergedInAnyOrder(base, versions)) {
        expect(lostFrom(merged, typed)).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a text edited in different places has both edits', () => {
  const base = 'one\ntwo\nthree\nfour\nfive';
  const merged = mergeTexts(base, 'ONE\ntwo\nthree\nfour\nfive', 'one\ntwo\nthree\nfour\nFIVE');
  expect(merged).toBe('ONE\ntwo\nthree\nfour\nFIVE');
});

test('an empty line more here and one more there are two', () => {
  expect(mergeTexts('a\nb\nc', 'a\n\nb\nc', 'a\nb\n\nc')).toBe('a\n\nb\n\nc');
});

test('a line edited in both places is there twice, once however often it is merged', () => {
  const [one, other] = ['start\nmine\nend', 'start\nyours\nend'];
  const merged = mergeTexts('start\nwas\nend', one, other);
  expect(merged).toBe('start\nmine\nyours\nend');
  expect(mergeTexts('start\nwas\nend', merged, one)).toBe(merged);
  expect(mergeTexts('start\nwas\nend', other, merged)).toBe(merged);
});

test.each([
  ['a\n', '\na\n', 'd\n'],
  ['b\n\nc', 'd\n\nb\n', 'b'],
])('%j, edited to %j and to %j, has both once, also where lines are the same', (...texts) => {
  const [base, one, other] = texts;
  const merged = mergeTexts(base, one, other);
  expect(mergedOnceMore(base, merged, [one, other])).toEqual(new Set([merged]));
});

test('a line that was dropped here and typed anew there stays where it was typed', () => {
  expect(mergeTexts('a\n-\nb\nc', 'a\nb\nc', 'a\n-\nb\nc\n-')).toBe('a\nb\nc\n-');
});

test('which of two versions of a line comes first does not depend on the other lines', () => {
  const [base, one, other] = ['was\nstart\nwas', 'a\nstart\nyours', 'was\nstart\nmine'];
  expect(mergeTexts(base, one, other)).toBe('a\nstart\nmine\nyours');
});

test('lines that each side dropped beside the other’s are gone', () => {
  expect(mergeTexts('one\ntwo\nthree', 'one\nthree', 'one\ntwo')).toBe('one');
});

test('a line that one side dropped and the other edited stays, edited', () => {
  expect(mergeTexts('one\ntwo\nthree', 'one\nthree', 'one\nTWO\nthree')).toBe('one\nTWO\nthree');
});

test('without a known origin two texts keep what they share once', () => {
  expect(mergeTexts(null, 'a\nb\nc', 'a\nc\nd')).toBe('a\nb\nc\nd');
});
