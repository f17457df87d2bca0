import * as v from 'valibot';
import type { WayBack } from '../views/undo.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `undo.`. */
export const undoCalls = {
  /** The ways back from what was taken away or changed much at once, newest first. */
  'undo.list': call<readonly WayBack[]>()(nothing),
  /** Takes an act back; what was changed since in other places stays as it is. */
  'undo.undo': call<null>()(v.strictObject({ undoId: v.string() })),
} as const satisfies CallsOf<'undo'>;
