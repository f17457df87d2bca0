import type { JsonObject } from './json.ts';
import { isJsonArray, isJsonObject, isSameJson } from './json.ts';
import { jsonKindOf } from './json-order.ts';
import { inCanonicalOrder, itemsOf } from './list-items.ts';

/** One value as it was, as it is here, and as it is there; undefined where there is none. */
type Versions = readonly [base: unknown, ours: unknown, theirs: unknown];
/** The fields of an object, or the items of a list, by what tells them apart. */
type Parts = ReadonlyMap<string, unknown>;

/**
 * Says what becomes of a value that both sides changed, differently, and that cannot be taken apart.
 * @param path the names of the fields that lead to the value; the items of a list have that of the list
 */
export type Resolve = (
  base: unknown,
  ours: unknown,
  theirs: unknown,
  path: readonly string[],
) => unknown;

/** Ours stays: for undo, where one side is what the user sees now. */
const oursFirst: Resolve = (_base, ours) => ours;

/**
 * Brings two versions of one value together, knowing the version both came from. What only one
 * side changed is taken from that side, by field and, in lists of things with an identity, by
 * item. Where both changed the same thing differently, `resolve` decides: by default, `ours` stays.
 * What one side removed and the other changed stays, changed. A list that only one side changed
 * keeps its order; one that both changed gets the order that follows from what is in it.
 *
 * @param base the version that both sides began with; undefined when there was none
 * @param ours the version that wins where both cannot be had; undefined when removed
 * @param theirs the other version; undefined when removed
 * @returns the merged value, or undefined when it is to be gone
 */
export function mergeThreeWay(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  resolve: Resolve = oursFirst,
): unknown {
  return mergeValue(resolve, [base, ours, theirs], []);
}

function mergeValue(resolve: Resolve, versions: Versions, path: readonly string[]): unknown {
  const [base, ours, theirs] = versions;
  if (isSameJson(ours, theirs) || isSameJson(base, theirs)) return ours;
  if (isSameJson(base, ours)) return theirs;
  if (ours === undefined) return theirs;
  if (theirs === undefined) return ours;
  return mergeByParts(resolve, versions, path) ?? resolve(base, ours, theirs, path);
}

/** Null where there are no parts to merge, or the sides contradict each other in their order alone. */
function mergeByParts(
  resolve: Resolve,
  [base, ours, theirs]: Versions,
  path: readonly string[],
): unknown {
  if (jsonKindOf(ours) !== jsonKindOf(theirs)) return null;
  if (isJsonObject(ours) && isJsonObject(theirs)) {
    const fields = isJsonObject(base) ? fieldsOf(base) : noParts;
    const merge = (parts: Versions, field: string): unknown =>
      mergeValue(resolve, parts, [...path, field]);
    return Object.fromEntries(mergeParts(fields, fieldsOf(ours), fieldsOf(theirs), merge));
  }
  if (!isJsonArray(ours) || !isJsonArray(theirs)) return null;
  const [items, ourItems, theirItems] = [
    isJsonArray(base) ? itemsOf(base) : noParts,
    itemsOf(ours),
    itemsOf(theirs),
  ];
  if (items === null || ourItems === null || theirItems === null) return null;
  const merge = (parts: Versions): unknown => mergeValue(resolve, parts, path);
  const merged = mergeParts(items, ourItems, theirItems, merge);
  const haveOnlyMoved = isSameJson(Object.fromEntries(merged), Object.fromEntries(items));
  return haveOnlyMoved ? null : inCanonicalOrder(merged, items);
}

const noParts: Parts = new Map();
const fieldsOf = (object: JsonObject): Parts => new Map(Object.entries(object));

function mergeParts(
  base: Parts,
  ours: Parts,
  theirs: Parts,
  merge: (versions: Versions, key: string) => unknown,
): Parts {
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])];
  return new Map(
    keys
      .map((key) => [key, merge([base.get(key), ours.get(key), theirs.get(key)], key)] as const)
      .filter(([, value]) => value !== undefined),
  );
}
