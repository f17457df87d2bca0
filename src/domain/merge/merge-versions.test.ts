import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonArray, isJsonObject, isSameJson } from './json.ts';
import { compareJson } from './conflict-policy.ts';
import { mergeTexts } from './merge-texts.ts';
import { mergeVersions } from './merge-versions.ts';

const pointsArbitrary = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    text: fc.constantFrom('one', 'two', 'three'),
    carryCount: fc.nat(2),
  }),
  { selector: (point) => point.id, maxLength: 6 },
);
const linesArbitrary = fc
  .array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'new', 'newer'), { maxLength: 6 })
  .map((lines) => lines.join('\n'));
const valuesArbitrary = fc.record({
  kind: fc.constant('meeting'),
  status: fc.constantFrom('planned', 'held', 'skipped'),
  durationMinutes: fc.nat(3),
  agenda: pointsArbitrary,
  areas: fc.uniqueArray(fc.constantFrom('build', 'hiring', 'review')),
  origin: fc.oneof(
    fc.record({ kind: fc.constant('typed') }),
    fc.record({ kind: fc.constant('template'), templateId: fc.constantFrom('weekly', 'first') }),
  ),
});
const documentArbitrary = fc
  .tuple(valuesArbitrary, linesArbitrary)
  .map(([values, notes]) => ({ ...values, notes }));

/** A list's items in an order of their own: what is there, wherever it stands. */
function inAnyOrder(value: unknown): unknown {
  if (isJsonArray(value)) return value.map(inAnyOrder).sort(compareJson);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inAnyOrder(part)]));
}

test('it does not matter which version is which', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, documentArbitrary, (base, one, other) => {
      for (const origin of [base, undefined]) {
        const merged = mergeVersions(origin, one, other);
        expect(isSameJson(merged, mergeVersions(origin, other, one))).toBe(true);
      }
    }),
  );
});

test('a version merged with itself is itself', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, (base, one) => {
      expect(isSameJson(mergeVersions(base, one, one), one)).toBe(true);
      expect(isSameJson(mergeVersions(undefined, one, one), one)).toBe(true);
    }),
  );
});

test('three versions come to the same whichever two are merged first', () => {
  fc.assert(
    fc.property(
      ...([valuesArbitrary, valuesArbitrary, valuesArbitrary, valuesArbitrary] as const),
      (base, one, two, three) => {
        const left = mergeVersions(base, mergeVersions(base, one, two), three);
        const right = mergeVersions(base, one, mergeVersions(base, two, three));
        expect(inAnyOrder(left)).toEqual(inAnyOrder(right));
      },
    ),
    { numRuns: 500 },
  );
});

test('no line that somebody typed is lost, whichever versions are merged first', () => {
  fc.assert(
    fc.property(
      ...([linesArbitrary, linesArbitrary, linesArbitrary, linesArbitrary] as const),
      (base, one, two, three) => {
        const typed = [one, two, three]
          .flatMap((text) => text.split('\n'))
          .filter((line) => line !== '' && !base.split('\n').includes(line));
        for (const merged of [
          mergeTexts(base, mergeTexts(base, one, two), three),
          mergeTexts(base, one, mergeTexts(base, two, three)),
        ]) {
          for (const line of typed) expect(merged.split('\n')).toContain(line);
        }
      },
    ),
  );
});

test('a text edited in different places has both edits', () => {
  const base = 'one\ntwo\nthree\nfour\nfive';
  const merged = mergeTexts(base, 'ONE\ntwo\nthree\nfour\nfive', 'one\ntwo\nthree\nfour\nFIVE');
  expect(merged).toBe('ONE\ntwo\nthree\nfour\nFIVE');
});

test('a line edited in both places is there twice, once however often it is merged', () => {
  const [one, other] = ['start\nmine\nend', 'start\nyours\nend'];
  const merged = mergeTexts('start\nwas\nend', one, other);
  expect(merged).toBe('start\nmine\nyours\nend');
  expect(mergeTexts('start\nwas\nend', merged, one)).toBe(merged);
  expect(mergeTexts('start\nwas\nend', other, merged)).toBe(merged);
});

test('without a known origin two texts keep what they share once', () => {
  expect(mergeTexts(null, 'a\nb\nc', 'a\nc\nd')).toBe('a\nb\nc\nd');
});

test('a talking point worded anew in both places keeps both wordings', () => {
  const agenda = (text: string): unknown => ({ agenda: [{ id: 'a', text }] });
  const merged = mergeVersions(agenda('pay'), agenda('pay rise'), agenda('pay freeze'));
  expect(merged).toEqual(agenda('pay freeze / pay rise'));
});
