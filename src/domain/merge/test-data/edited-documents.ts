import * as v from 'valibot';
import type { Document, DocumentKind } from '../../documents/document.ts';
import { documentSchemas } from '../../documents/document.ts';
import { fc } from '../../test-laws/fast-check.ts';
import type { JsonObject } from '../json.ts';
import type { Edit } from './document-edits.ts';
import { editsOf, newDocuments } from './document-edits.ts';

/** An origin and three versions that were made of it; undefined is a document that was removed. */
export interface Versions {
  readonly base: Document;
  readonly edited: readonly [Version, Version, Version];
}
export type Version = Document | undefined;

const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const textFields: Readonly<Record<DocumentKind, readonly string[]>> = {
  meeting: ['notes', 'privateNotes', 'reflection'],
  person: ['workingStyle'],
  series: ['place'],
  feedback: ['text'],
  decision: [],
  template: ['text'],
  article: ['text'],
  reading: [],
  calendar: [],
  settings: [],
};

/** Versions whose texts were edited in places that do not touch; all else at random. */
export function versionsOf(kind: DocumentKind): fc.Arbitrary<Versions> {
  const version = fc.record({
    edits: fc.array(editsOf[kind], { maxLength: 4 }),
    typed: fc.option(fc.constantFrom([], ['new'], ['new', 'and more'])),
    isRemoved: fc.nat(19).map((dice) => dice === 0),
  });
  return fc
    .tuple(fc.array(editsOf[kind], { maxLength: 6 }), fc.tuple(version, version, version))
    .map(([first, versions]) => {
      const base = edit(kind, withTexts(newDocuments[kind], kind, lines), first);
      const edited = versions.map(({ edits, typed, isRemoved }, index) => {
        if (isRemoved) return undefined;
        const changed = typed === null ? lines : lines.toSpliced(2 * index, 1, ...typed);
        return edit(kind, withTexts(base, kind, changed), edits);
      });
      return { base, edited: edited as unknown as Versions['edited'] };
    });
}

/** The same versions without what was done to their texts. */
export function withSameTexts({ base, edited }: Versions): Versions {
  const version = (document: Version): Version =>
    document && (withTexts(document, base.kind, lines) as Document);
  return { base, edited: [version(edited[0]), version(edited[1]), version(edited[2])] };
}

function withTexts(document: JsonObject, kind: DocumentKind, text: readonly string[]): JsonObject {
  const texts = textFields[kind].map((field) => [field, text.join('\n')] as const);
  return { ...document, ...Object.fromEntries(texts) };
}

/** What a document is after some edits: what its schema makes of it, as after every act. */
function edit(kind: DocumentKind, document: JsonObject, edits: readonly Edit[]): Document {
  const edited = edits.reduce((before, change) => change(before), document);
  return v.parse(documentSchemas[kind], edited);
}
