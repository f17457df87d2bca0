import { compareTexts } from '../compare-texts.ts';
import { isJsonObject } from './json.ts';

/** A list's items by their identity, in the list's order. */
type Items = ReadonlyMap<string, unknown>;

/**
 * Finds what tells the items of a list apart: the id of a thing, the wall time that identifies an
 * exception of a series, or a line of text itself.
 * @returns null when some item has no identity, or two have the same: such a list is one value
 */
export function itemsOf(list: readonly unknown[]): Items | null {
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
    const value = textOf(item, field);
    if (value !== null) return `${field} ${value}`;
  }
  return null;
}

/**
 * The order of a merged list, which must follow from what is in it: by the items' ranks, or by the
 * wall times of exceptions; what has neither stands as it stood in the origin, and behind that what
 * was added, by its identity.
 */
export function inCanonicalOrder(merged: Items, base: Items): readonly unknown[] {
  const places = new Map([...base.keys()].map((identity, place) => [identity, place]));
  return [...merged]
    .map(([identity, item]) => {
      const rank = rankOf(item);
      const place = rank === '' ? (places.get(identity) ?? places.size) : 0;
      return { item, identity, rank, place };
    })
    .sort(
      (one, other) =>
        compareTexts(one.rank, other.rank) ||
        one.place - other.place ||
        compareTexts(one.identity, other.identity),
    )
    .map(({ item }) => item);
}

function rankOf(item: unknown): string {
  return isJsonObject(item) ? (textOf(item, 'rank') ?? textOf(item, 'originalLocal') ?? '') : '';
}

function textOf(item: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = Object.hasOwn(item, field) ? item[field] : null;
  return typeof value === 'string' ? value : null;
}
