import * as v from 'valibot';
import type { AppView } from '../views/app.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `app.`. */
export const appCalls = {
  'app.read': call<AppView>()(nothing),
  'app.dismissNotice': call<null>()(v.strictObject({ noticeId: v.string() })),
  /** Whether the window may be let go; the answer to the event `resting`. */
  'app.rest': call<null>()(v.strictObject({ mayGo: v.boolean() })),
  'app.openLink': call<null>()(v.strictObject({ url: v.pipe(v.string(), v.maxLength(2000)) })),
} as const satisfies CallsOf<'app'>;
