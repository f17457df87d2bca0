import * as v from 'valibot';
import { idField } from '../../domain/documents/fields.ts';
import type { HistorySearchView, HistoryView } from '../views/history.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { countingNumber, searchText } from './inputs.ts';

/** The calls whose names begin with `history.`. */
export const historyCalls = {
  /** What happened with a person in one year; null for the latest in which something did. */
  'history.read': call<HistoryView>()(
    v.strictObject({ personId: idField, year: v.nullable(countingNumber) }),
  ),
  'history.search': call<HistorySearchView>()(
    v.strictObject({ personId: idField, text: searchText }),
  ),
} as const satisfies CallsOf<'history'>;
