import type { BalanceBar } from '../../domain/balance/balance.ts';
import type { BalanceItem } from '../../domain/balance/items.ts';
import type { Period } from '../../domain/balance/periods.ts';

export interface BalanceView {
  /** The earliest first; the last is that of today. */
  readonly bars: readonly BalanceBar[];
}

/** One thing behind a bar, with its words. */
export interface BalanceItemView extends Pick<
  BalanceItem,
  'kind' | 'id' | 'personId' | 'on' | 'part' | 'meetingId'
> {
  readonly text: string;
  /** Null for nobody in particular, and where nothing is known of them any more. */
  readonly personName: string | null;
}

/** The items behind a bar, the earliest first. */
export interface BalanceItemsView extends Period {
  readonly items: readonly BalanceItemView[];
}
