import * as v from 'valibot';
import { longestLine } from '../../domain/agenda/line-limit.ts';
import { idField, lineField, textField } from '../../domain/documents/fields.ts';
import type { Captured } from '../views/capture.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `capture.`. */
export const captureCalls = {
  /** Asks for a thought in the window: for the one that was left unfinished, else for a new one. */
  'capture.open': call<null>()(nothing),
  /** Keeps what was typed so far. */
  'capture.keep': call<null>()(
    v.strictObject({ draftId: idField, text: textField, personId: v.nullable(idField) }),
  ),
  /** Leaves it for later. */
  'capture.close': call<null>()(nothing),
  /** Puts it on the agenda of the next 1:1 with somebody. */
  'capture.save': destructive<Captured>()(
    v.strictObject({ draftId: idField, text: lineField(longestLine), personId: idField }),
  ),
} as const satisfies CallsOf<'capture'>;
