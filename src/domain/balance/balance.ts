import { compareTexts } from '../compare-texts.ts';
import type { BalanceItem, BalancePart } from './items.ts';
import { balanceParts } from './items.ts';
import type { Period } from './periods.ts';
import { isIn } from './periods.ts';

/** How many of some items are mostly about what. */
export type BalanceCounts = Readonly<Record<BalancePart, number>>;

/** One bar: a period, and what came up in it. */
export interface BalanceBar extends Period {
  readonly counts: BalanceCounts;
}

/** The bars of some periods, in their order. */
export function balanceBars(
  items: readonly BalanceItem[],
  periods: readonly Period[],
): readonly BalanceBar[] {
  return periods.map((period) => ({
    ...period,
    counts: countsOf(itemsBehind(items, period, null)),
  }));
}

/** The items behind a bar, or behind one part of it; null for the whole bar. The earliest first. */
export function itemsBehind(
  items: readonly BalanceItem[],
  period: Period,
  part: BalancePart | null,
): readonly BalanceItem[] {
  return items
    .filter((item) => isIn(item.on, period) && (part === null || item.part === part))
    .toSorted((one, other) => compareTexts(one.on, other.on) || compareTexts(one.id, other.id));
}

/** All bars taken together. */
export function sumOf(bars: readonly Pick<BalanceBar, 'counts'>[]): BalanceCounts {
  return countsBy((part) => bars.reduce((sum, { counts }) => sum + counts[part], 0));
}

/** All parts taken together. */
export const totalOf = (counts: BalanceCounts): number =>
  balanceParts.reduce((sum, part) => sum + counts[part], 0);

const countsOf = (items: readonly BalanceItem[]): BalanceCounts =>
  countsBy((part) => items.filter((item) => item.part === part).length);

const countsBy = (count: (part: BalancePart) => number): BalanceCounts => ({
  ...{ manage: count('manage'), lead: count('lead'), both: count('both') },
  ...{ none: count('none'), untagged: count('untagged') },
});
