import type { DecisionModel } from '../../domain/decision/model.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `helper.`. */
export const helperCalls = {
  'helper.model': call<DecisionModel>()(nothing),
} as const satisfies CallsOf<'helper'>;
