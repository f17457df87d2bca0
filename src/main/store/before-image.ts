import type { Document } from '../../domain/documents/document.ts';
import type { JsonObject } from '../../domain/merge/json.ts';
import { isJsonObject, isSameJson } from '../../domain/merge/json.ts';

// What a document was before an act is mostly what it is after it. So the journal writes down the
// fields that were different, which is what somebody waits for, and the whole of it only where
// there is nothing to compare it with.

interface Change {
  readonly before: Document | null;
  readonly after: Document | null;
}

/** The fields of a change as the journal writes them. */
type Written =
  | Change
  | {
      /** The fields of `before` that `after` has differently, or not at all. */
      readonly was: JsonObject;
      /** The names of the fields that `before` did not have. */
      readonly wasWithout: readonly string[];
      readonly after: Document;
    };

/** What the journal writes of a change. */
export function toWritten({ before, after }: Change): Written {
  if (before === null || after === null) return { before, after };
  const old: JsonObject = { ...before };
  const now: JsonObject = { ...after };
  const isDifferent = (name: string): boolean =>
    !Object.hasOwn(now, name) || !isSameJson(old[name], now[name]);
  const different = Object.keys(old).filter(isDifferent);
  return {
    was: Object.fromEntries(different.map((name) => [name, old[name]])),
    wasWithout: Object.keys(now).filter((name) => !Object.hasOwn(old, name)),
    after,
  };
}

/** A change as it was before it was written; what is none comes back as it is, for the schema to refuse. */
export function fromWritten(written: unknown): unknown {
  if (!isJsonObject(written) || !isJsonObject(written.was)) return written;
  const { was, wasWithout, after, ...rest } = written;
  if (!isJsonObject(after) || !Array.isArray(wasWithout)) return written;
  const kept = Object.entries(after).filter(([name]) => !wasWithout.includes(name));
  return { ...rest, before: { ...Object.fromEntries(kept), ...was }, after };
}
