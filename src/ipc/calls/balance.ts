import * as v from 'valibot';
import { balanceParts } from '../../domain/balance/items.ts';
import { balanceSteps } from '../../domain/balance/periods.ts';
import { dateField, idField } from '../../domain/documents/fields.ts';
import type { BalanceItemsView, BalanceView } from '../views/balance.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';

/** Null for everybody, and for what is about nobody in particular. */
const balanceOf = { personId: v.nullable(idField), step: v.picklist(balanceSteps) };

/** The calls whose names begin with `balance.`. */
export const balanceCalls = {
  /** How what came up splits between managing and leading, over the last weeks or months. */
  'balance.read': call<BalanceView>()(v.strictObject(balanceOf)),
  /** What stands behind the bar of a period, or behind one part of it. */
  'balance.items': call<BalanceItemsView>()(
    v.strictObject({
      ...balanceOf,
      /** Any date in the period. */
      on: dateField,
      part: v.nullable(v.picklist(balanceParts)),
    }),
  ),
} as const satisfies CallsOf<'balance'>;
