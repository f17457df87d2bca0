import type { ConflictPolicy } from './conflict-policy.ts';
import { oursFirst } from './conflict-policy.ts';
import type { JsonObject } from './json.ts';
import { isJsonArray, isJsonObject, isSameJson } from './json.ts';
import type { IdentifiedItems } from './three-way-list.ts';
import { identitiesOf, mergeItems } from './three-way-list.ts';

/**
 * Brings two versions of one value together, knowing the version both came from. What only one
 * side changed is taken from that side, by field and, in lists of things with an identity, by
 * item. Where both changed the same thing differently, the policy decides: by default, `ours` stays.
 * What one side removed and the other changed stays, changed.
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
  policy: ConflictPolicy = oursFirst,
): unknown {
  return mergeField(policy, base, ours, theirs, null);
}

function mergeField(
  policy: ConflictPolicy,
  base: unknown,
  ours: unknown,
  theirs: unknown,
  field: string | null,
): unknown {
  if (isSameJson(ours, theirs) || isSameJson(base, theirs)) return ours;
  if (isSameJson(base, ours)) return theirs;
  if (ours === undefined) return theirs;
  if (theirs === undefined) return ours;
  if (isJsonObject(ours) && isJsonObject(theirs)) {
    if (isSameKindOfObject(base, ours, theirs)) {
      return mergeObjects(policy, isJsonObject(base) ? base : {}, ours, theirs);
    }
  } else if (isJsonArray(ours) && isJsonArray(theirs)) {
    const merged = mergeArrays(policy, isJsonArray(base) ? base : [], ours, theirs);
    if (merged !== null) return merged;
  }
  return policy.resolve(base, ours, theirs, field);
}

/** Objects that say what they are are merged only with their like: half of each would be neither. */
function isSameKindOfObject(base: unknown, ours: JsonObject, theirs: JsonObject): boolean {
  const kinds = [ours.kind, theirs.kind, isJsonObject(base) ? base.kind : ours.kind];
  return kinds.every((kind) => isSameJson(kind, kinds[0]));
}

function mergeObjects(
  policy: ConflictPolicy,
  base: JsonObject,
  ours: JsonObject,
  theirs: JsonObject,
): JsonObject {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const field = (object: JsonObject, key: string): unknown =>
    Object.hasOwn(object, key) ? object[key] : undefined;
  return Object.fromEntries(
    [...keys]
      .map((key): readonly [string, unknown] => [
        key,
        mergeField(policy, field(base, key), field(ours, key), field(theirs, key), key),
      ])
      .filter(([, value]) => value !== undefined),
  );
}

function mergeArrays(
  policy: ConflictPolicy,
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
): readonly unknown[] | null {
  const sides = [identitiesOf(base), identitiesOf(ours), identitiesOf(theirs)] as const;
  const [baseItems, ourItems, theirItems] = sides;
  if (baseItems === null || ourItems === null || theirItems === null) return null;
  return mergeLists(baseItems, ourItems, theirItems, policy);
}

function mergeLists(
  base: IdentifiedItems,
  ours: IdentifiedItems,
  theirs: IdentifiedItems,
  policy: ConflictPolicy,
): readonly unknown[] {
  const mergeItem = (baseItem: unknown, ourItem: unknown, theirItem: unknown): unknown =>
    mergeField(policy, baseItem, ourItem, theirItem, null);
  return mergeItems(base, ours, theirs, {
    mergeItem,
    leads: (...args) => policy.leads(...args),
  });
}
