import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { DocumentKind } from '../documents/document.ts';
import { documentSchemas } from '../documents/document.ts';
import { fc } from '../test-laws/fast-check.ts';
import { isSameJson } from './json.ts';
import { mergeVersions } from './merge-versions.ts';
import type { Version, Versions } from './test-data/edited-documents.ts';
import { versionsOf, withSameTexts } from './test-data/edited-documents.ts';

const kinds = Object.keys(documentSchemas) as DocumentKind[];
/** How often each law is tried, of each kind of document, with an origin and without. */
const numRuns = 1000;

type Merge = (one: unknown, other: unknown) => unknown;
type Law = (merge: Merge, ...versions: readonly Version[]) => readonly [unknown, unknown];

/** What must be the same. */
const laws: Readonly<Record<string, Law>> = {
  'it does not matter which is which': (merge, one, two) => [merge(one, two), merge(two, one)],
  'a version merged with itself is itself': (merge, one) => [merge(one, one), one],
  'what was merged before adds nothing': (merge, one, two) => [
    merge(merge(one, two), two),
    merge(one, two),
  ],
  'it does not matter which two are merged first': (merge, one, two, three) => [
    merge(merge(one, two), three),
    merge(one, merge(two, three)),
  ],
};

function expectLaws(kind: DocumentKind, base: unknown, edited: Versions['edited']): void {
  const merge: Merge = (one, other) => mergeVersions(base, one, other);
  for (const [law, sidesOf] of Object.entries(laws)) {
    const [left, right] = sidesOf(merge, ...edited);
    if (!isSameJson(left, right)) expect(left, law).toEqual(right);
  }
  const merged = merge(edited[0], edited[1]);
  if (merged === undefined) return;
  const parsed = v.parse(documentSchemas[kind], merged);
  if (!isSameJson(parsed, merged)) expect(parsed, 'it is what its schema wants').toEqual(merged);
}

describe.each(kinds)('versions of a %s come together by the laws', (kind) => {
  test('when their origin is known', () => {
    fc.assert(
      fc.property(versionsOf(kind), ({ base, edited }) => {
        expectLaws(kind, base, edited);
      }),
      { numRuns },
    );
  });

  test('when it is not, texts apart', () => {
    fc.assert(
      fc.property(versionsOf(kind).map(withSameTexts), ({ edited }) => {
        expectLaws(kind, undefined, edited);
      }),
      { numRuns },
    );
  });
});
