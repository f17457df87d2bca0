import type { TodayView } from '../views/today.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `today.`. */
export const todayCalls = {
  'today.read': call<TodayView>()(nothing),
} as const satisfies CallsOf<'today'>;
