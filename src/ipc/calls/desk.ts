import * as v from 'valibot';
import { captureKeysField } from '../../domain/capture/keys.ts';
import type { DeskView } from '../views/desk.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `desk.`. */
export const deskCalls = {
  'desk.read': call<DeskView>()(nothing),
  'desk.setStartsAtLogin': call<DeskView>()(v.strictObject({ startsAtLogin: v.boolean() })),
  /** Takes these keys from all programs, to capture a thought; null for none. */
  'desk.setCaptureKeys': call<DeskView>()(
    v.strictObject({ captureKeys: v.nullable(captureKeysField) }),
  ),
} as const satisfies CallsOf<'desk'>;
