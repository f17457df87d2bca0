import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import { checkDocument } from './disk-shape.ts';
import type { Place, Shelf } from './shelf.ts';
import type { Change } from './store.ts';

/** What an act does to one document. */
export interface PlannedChange {
  readonly place: Place;
  /** Null when the document did not exist. */
  readonly before: Document | null;
  /** Null when the document goes. */
  readonly after: Document | null;
}

const keyOf = (ref: DocumentRef): string => `${ref.kind} ${ref.id}`;

/**
 * Works out what an act does to each document that it touches; what changes nothing is left out.
 * @throws Error when a document does not fit its schema, or the settings would go: a caller's fault
 */
export async function planChanges(
  shelf: Shelf,
  changes: readonly Change[],
): Promise<readonly PlannedChange[]> {
  const wanted = new Map<string, readonly [DocumentRef, Document | null]>();
  for (const change of changes) {
    if (change.kind === 'put') {
      const document = checkDocument(change.document);
      wanted.set(keyOf(document), [document, document]);
    } else {
      if (change.ref.kind === 'settings') throw new Error('The settings cannot be removed.');
      wanted.set(keyOf(change.ref), [change.ref, null]);
    }
  }
  const planned: PlannedChange[] = [];
  for (const [ref, after] of peopleFirst([...wanted.values()])) {
    const open = await shelf.open(ref);
    const before = open?.low.data ?? null;
    if (isSameJson(before, after)) continue;
    const newPlaces = planned.map(({ place }) => place);
    const place = open ?? (after && (await shelf.placeForNew(after, newPlaces)));
    if (place !== null) planned.push({ place, before, after });
  }
  return planned;
}

/** A person's folder is named by the person, so they come before what is to go there. */
function peopleFirst<T extends readonly [DocumentRef, unknown]>(
  wanted: readonly T[],
): readonly T[] {
  const rank = ([ref]: T): number => (ref.kind === 'person' ? 0 : 1);
  return wanted.toSorted((left, right) => rank(left) - rank(right));
}
