import * as v from 'valibot';
import { checkIds } from '../../domain/checks/check-ids.ts';
import type { Check } from '../../domain/checks/check.ts';
import { idField } from '../../domain/documents/fields.ts';
import type { PlacedPoint } from '../views/checks.ts';
import type { SentPassage } from '../views/guide.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';

const checkIdField = v.picklist(checkIds);

/** The calls whose names begin with `checks.`. */
export const checksCalls = {
  'checks.read': call<Check>()(v.strictObject({ checkId: checkIdField })),
  /** The points of a check that wait on somebody's agendas. */
  'checks.placed': call<readonly PlacedPoint[]>()(
    v.strictObject({ checkId: checkIdField, personId: idField }),
  ),
  /** Puts a point that a check ended in on the agenda of the next 1:1 with somebody. */
  'checks.sendPoint': destructive<SentPassage>()(
    v.strictObject({ checkId: checkIdField, pointId: idField, personId: idField }),
  ),
} as const satisfies CallsOf<'checks'>;
