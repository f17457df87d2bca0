import { totalOf } from '../../../domain/balance/balance.ts';
import type { BalanceCounts } from '../../../domain/balance/balance.ts';
import type { BalanceItem, BalancePart } from '../../../domain/balance/items.ts';
import { balanceParts } from '../../../domain/balance/items.ts';
import type { BalanceStep } from '../../../domain/balance/periods.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';

const partNames: Readonly<Record<BalancePart, () => string>> = {
  manage: m.balance_part_manage,
  lead: m.balance_part_lead,
  both: m.balance_part_both,
  none: m.balance_part_none,
  untagged: m.balance_part_untagged,
};

/** What a part of a bar is called; null for the whole. */
export const partName = (part: BalancePart | null): string =>
  part === null ? m.balance_part_all() : partNames[part]();

/** What an item is. */
export const kindNames: Readonly<Record<BalanceItem['kind'], () => string>> = {
  point: m.balance_point,
  action: m.balance_action,
  decision: m.balance_decision,
};

/** The parts that are shown: the rarer ones only where there is something of them. */
export const shownParts = (sum: BalanceCounts): readonly BalancePart[] =>
  balanceParts.filter((part) => (part !== 'both' && part !== 'none') || sum[part] > 0);

/** A period below its bar. */
export const shortPeriod = (from: string, step: BalanceStep, format: Formatter): string =>
  step === 'week' ? format.shortDayOfYear(from) : format.shortMonth(from.slice(0, 7));

/** A period at the head of its row. */
export const periodName = (from: string, step: BalanceStep, format: Formatter): string =>
  step === 'week' ? format.dayOfYear(from) : format.month(from.slice(0, 7));

/** A period within a sentence. */
export const periodWords = (from: string, step: BalanceStep, format: Formatter): string =>
  step === 'week'
    ? m.balance_week_of({ date: periodName(from, step, format) })
    : periodName(from, step, format);

/** What all bars come to, in a sentence. */
export function sumWords(sum: BalanceCounts, step: BalanceStep, count: number): string {
  const parts = shownParts(sum)
    .map((part) => m.balance_sum_part({ part: partName(part), count: sum[part] }))
    .join(', ');
  return step === 'week'
    ? m.balance_sum_weeks({ count, parts })
    : m.balance_sum_months({ count, parts });
}

/** Whether there is something, and nobody has said of any of it what it is about. */
export const isAllUntagged = (sum: BalanceCounts): boolean =>
  sum.untagged > 0 && sum.untagged === totalOf(sum);
