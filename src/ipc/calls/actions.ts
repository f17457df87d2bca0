import * as v from 'valibot';
import type { ActionsView } from '../views/actions.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';

/** The calls whose names begin with `actions.`. */
export const actionsCalls = {
  /** What was promised, over all people: what is open, or what was done in the last year. */
  'actions.list': call<ActionsView>()(v.strictObject({ state: v.picklist(['open', 'done']) })),
} as const satisfies CallsOf<'actions'>;
