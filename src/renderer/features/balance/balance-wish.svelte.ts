import type { BalancePart } from '../../../domain/balance/items.ts';
import type { BalanceStep } from '../../../domain/balance/periods.ts';

/** How balance is shown; kept while the user reads what stands behind a bar. */
export class BalanceWish {
  step = $state<BalanceStep>('week');
}

/** A bar that was opened, or one part of it; `on` is the first date of its period. */
export interface OpenBar {
  readonly on: string;
  /** Null for the whole bar. */
  readonly part: BalancePart | null;
}
