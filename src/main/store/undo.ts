import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import { isJsonObject, isSameJson } from '../../domain/merge/json.ts';
import { mergeVersions } from '../../domain/merge/merge-versions.ts';
import { mergeThreeWay } from '../../domain/merge/three-way.ts';
import type { ActChange, ActRecord } from './act-record.ts';
import { checkDocument } from './disk-shape.ts';
import type { Change } from './store.ts';

type Current = (ref: DocumentRef) => Document | null;

/** The changes that take an act back and leave alone what was changed, or removed, since. */
export function changesToUndo(record: ActRecord, current: Current): readonly Change[] {
  return record.changes.flatMap(({ kind, id, before, after }) => {
    const found = current({ kind, id });
    // Nobody who takes back a word wants the document back that they deleted later, person and all.
    if (after !== null && found === null) return [];
    const document = mergeThreeWay(after ?? undefined, found ?? undefined, before ?? undefined);
    return [changeTo({ kind, id }, document)];
  });
}

/**
 * The changes that lead acts which a crash interrupted to their end. What somebody else made of a
 * document meanwhile stays, where it does not contradict.
 * @param records oldest first
 */
export function changesToFinish(
  records: readonly ActRecord[],
  current: Current,
): readonly Change[] {
  const chains = Map.groupBy(
    records.flatMap(({ changes }) => changes),
    ({ kind, id }) => `${kind} ${id}`,
  );
  return [...chains.values()].flatMap((chain) => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (first === undefined || last === undefined) return [];
    const found = current(first);
    // However far its file got, the rest is still to be done; what is none of the acts' is somebody's own.
    const base = isStage(chain, found) ? found : first.before;
    const document = mergeVersions(base ?? undefined, found ?? undefined, last.after ?? undefined);
    return [changeTo(first, document)];
  });
}

/** Whether a document is what one of a row of acts found or left; null, where it was not there, as well. */
const isStage = (chain: readonly ActChange[], found: Document | null): boolean =>
  chain.some(({ before, after }) => isSameJson(before, found) || isSameJson(after, found));

/** The change that leaves a document as a merge made it; undefined when it is to be gone. */
function changeTo({ kind, id }: DocumentRef, document: unknown): Change {
  return isJsonObject(document)
    ? { kind: 'put', document: checkDocument(document) }
    : { kind: 'remove', ref: { kind, id } };
}
