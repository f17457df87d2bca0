import * as v from 'valibot';
import { idField } from '../../domain/documents/fields.ts';
import type { SavedFile, ShareView } from '../views/share.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { meetingId } from './inputs.ts';

/** The calls whose names begin with `share.`. */
export const shareCalls = {
  'share.read': call<ShareView>()(meetingId),
  'share.copy': call<null>()(meetingId),
  /** Asks where to, and writes there; null when the user thinks better of it. */
  'share.save': call<SavedFile | null>()(
    v.strictObject({ meetingId: idField, format: v.picklist(['markdown', 'pdf']) }),
  ),
  /** Prints the page that the window shows: the shared half, when it is at its place. */
  'share.print': call<null>()(meetingId),
} as const satisfies CallsOf<'share'>;
