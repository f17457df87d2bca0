import type { ConflictPolicy } from './conflict-policy.ts';
import { isJsonObject } from './json.ts';

/** A list's items by their identity, in the list's order. */
export type IdentifiedItems = ReadonlyMap<string, unknown>;

interface ListPolicy {
  readonly mergeItem: (base: unknown, ours: unknown, theirs: unknown) => unknown;
  readonly leads: ConflictPolicy['leads'];
}

/**
 * Finds what tells the items of a list apart: the id of a thing, the wall time that identifies an
 * exception of a series, or a line of text itself.
 * @returns null when some item has no identity, or two have the same: such a list is one value
 */
export function identitiesOf(list: readonly unknown[]): IdentifiedItems | null {
  const items = new Map<string, unknown>();
  for (const item of list) {
    const identity = identityOf(item);
    if (identity === null || items.has(identity)) return null;
    items.set(identity, item);
  }
  return items;
}

function identityOf(item: unknown): string | null {
  if (typeof item === 'string') return `text ${item}`;
  if (!isJsonObject(item)) return null;
  for (const field of ['id', 'originalLocal']) {
    const value = Object.hasOwn(item, field) ? item[field] : undefined;
    if (typeof value === 'string') return `${field} ${value}`;
  }
  return null;
}

/**
 * Merges lists item by item. The order is that of the side that moved items about; what only the other side has stands behind the item that it stood behind there.
 */
export function mergeItems(
  base: IdentifiedItems,
  ours: IdentifiedItems,
  theirs: IdentifiedItems,
  { mergeItem, leads }: ListPolicy,
): readonly unknown[] {
  const merged = new Map<string, unknown>();
  for (const identity of new Set([...ours.keys(), ...theirs.keys()])) {
    const item = mergeItem(base.get(identity), ours.get(identity), theirs.get(identity));
    if (item !== undefined) merged.set(identity, item);
  }
  const [haveMoved, haveTheyMoved] = [hasMovedItems(base, ours), hasMovedItems(base, theirs)];
  const leader =
    haveMoved === haveTheyMoved
      ? leads([...ours.keys()], [...theirs.keys()], haveMoved)
      : haveMoved
        ? 'ours'
        : 'theirs';
  const [leading, following] = leader === 'ours' ? [ours, theirs] : [theirs, ours];
  return interleave([...leading.keys()], [...following.keys()])
    .filter((identity) => merged.has(identity))
    .map((identity) => merged.get(identity));
}

/** Whether the items that both lists have stand in another order. */
function hasMovedItems(base: IdentifiedItems, side: IdentifiedItems): boolean {
  const before = [...base.keys()].filter((identity) => side.has(identity));
  const after = [...side.keys()].filter((identity) => base.has(identity));
  return before.some((identity, index) => identity !== after[index]);
}

/** The leading order, with what only the following one has put behind its neighbour there. */
function interleave(leading: readonly string[], following: readonly string[]): readonly string[] {
  const known = new Set(leading);
  const behind = new Map<string | null, string[]>();
  let neighbour: string | null = null;
  for (const identity of following) {
    if (known.has(identity)) neighbour = identity;
    else behind.set(neighbour, [...(behind.get(neighbour) ?? []), identity]);
  }
  return [
    ...(behind.get(null) ?? []),
    ...leading.flatMap((identity) => [identity, ...(behind.get(identity) ?? [])]),
  ];
}
