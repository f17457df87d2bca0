import * as v from 'valibot';
import { idField, lineField } from '../../domain/documents/fields.ts';
import type { TalkingPoint } from '../../domain/documents/meeting.ts';
import type { PrepView } from '../views/prep.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { meetingId } from './inputs.ts';

/** One suggestion for a meeting, by its key. */
const suggestion = v.strictObject({ meetingId: idField, key: lineField(200) });
const suggestedQuestion = v.strictObject({ meetingId: idField, questionId: lineField(100) });

/** The calls whose names begin with `prep.`. */
export const prepCalls = {
  /** What to raise at a meeting that is planned, and whose agendas the last ones were. */
  'prep.read': call<PrepView>()(meetingId),
  /** Puts a suggestion on the agenda. */
  'prep.accept': call<TalkingPoint>()(suggestion),
  /** Never makes this suggestion for this person again. */
  'prep.dismiss': destructive<null>()(suggestion),
  /** Makes this suggestion again at the next meeting. */
  'prep.snooze': destructive<null>()(suggestion),
  /** Marks the promise of a suggestion as done, where it was made. */
  'prep.markDone': destructive<null>()(suggestion),
  /** Passes over the question that is suggested. */
  'prep.anotherQuestion': call<null>()(suggestedQuestion),
  /** Never suggests this question for this person again. */
  'prep.notForUs': destructive<null>()(suggestedQuestion),
} as const satisfies CallsOf<'prep'>;
