import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { compareTexts } from '../compare-texts.ts';

/**
 * An item that says itself where it stands in its list: `rank` is a text that sorts between those
 * of its neighbours. So that moving an item changes that item alone, and two versions of a list
 * come together item by item.
 */
export interface Ranked {
  readonly id: string;
  readonly rank: string;
}

/** Ranks for a list of `count` items, in the order in which they stand. */
export const ranksByPlace = (count: number): string[] => generateNKeysBetween(null, null, count);

/** The rank of what comes behind all items of a list that is in order. */
export const rankBehind = (items: readonly Ranked[]): string =>
  generateKeyBetween(items.at(-1)?.rank, null);

/**
 * Puts a list in the order of its ranks, and of the ids where two ranks are the same, wherever the
 * items stood: the ranks win. If an item has no rank that could be used, somebody wrote it by hand:
 * then all get new ones, in the order in which they stand.
 */
export function inRankOrder<T extends { readonly id: string; readonly rank?: unknown }>(
  items: readonly T[],
): (T & Ranked)[] {
  const ranks = ranksByPlace(items.length);
  const ranked = items.every(hasRank)
    ? items
    : items.map((item, place) => ({ ...item, rank: ranks[place] ?? '' }));
  return ranked.toSorted(
    (one, other) => compareTexts(one.rank, other.rank) || compareTexts(one.id, other.id),
  );
}

/**
 * Moves an item of a list that is in order.
 * @param toIndex its new place, from 0 on; one beyond either end is that end
 */
export function moveInRankOrder<T extends Ranked>(
  items: readonly T[],
  item: T,
  toIndex: number,
): T[] {
  const others = items.filter((other) => other !== item);
  const place = Math.max(0, toIndex);
  const [before, behind] = [others.slice(0, place), others.slice(place)];
  const rankBefore = before.at(-1)?.rank;
  // Two computers may have given the same rank; nothing fits in between, so those behind move on.
  const tied = behind.filter(({ rank }) => rank === rankBefore);
  const untouched = behind.slice(tied.length);
  const ranks = generateNKeysBetween(rankBefore, untouched[0]?.rank, 1 + tied.length);
  const moved = [item, ...tied].map((one, index) => ({ ...one, rank: ranks[index] ?? one.rank }));
  return [...before, ...moved, ...untouched];
}

function hasRank<T extends { readonly rank?: unknown }>(item: T): item is T & { rank: string } {
  if (typeof item.rank !== 'string' || !/^[0-9A-Za-z]+$/.test(item.rank)) return false;
  try {
    generateKeyBetween(item.rank, null);
    return true;
  } catch {
    return false;
  }
}
