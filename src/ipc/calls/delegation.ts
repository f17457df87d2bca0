import * as v from 'valibot';
import { delegationLevelField } from '../../domain/decision/choices.ts';
import { idField, lineField } from '../../domain/documents/fields.ts';
import { longestArea } from '../../domain/documents/person-limits.ts';
import type { DelegationView } from '../views/delegation.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `delegation.`. */
export const delegationCalls = {
  /** Who decides what: every area of everybody who is not archived. */
  'delegation.read': call<DelegationView>()(nothing),
  /** Agrees a level for an area from today on. */
  'delegation.agree': destructive<null>()(
    v.strictObject({
      personId: idField,
      area: lineField(longestArea),
      level: delegationLevelField,
    }),
  ),
  /** Takes one agreement out of the history of its area. */
  'delegation.removeEntry': destructive<null>()(
    v.strictObject({ personId: idField, entryId: idField }),
  ),
} as const satisfies CallsOf<'delegation'>;
