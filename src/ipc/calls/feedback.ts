import * as v from 'valibot';
import type { Feedback } from '../../domain/documents/feedback.ts';
import { feedbackKindField } from '../../domain/documents/feedback.ts';
import { dateField, idField, lineField } from '../../domain/documents/fields.ts';
import type { FeedbackView } from '../views/feedback.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';

/** The calls whose names begin with `feedback.`. */
export const feedbackCalls = {
  'feedback.list': call<FeedbackView>()(v.strictObject({ personId: idField })),
  'feedback.add': call<Feedback>()(
    v.strictObject({
      personId: idField,
      feedbackKind: feedbackKindField,
      text: lineField(5000),
      /** Left out for today. */
      noticedOn: v.optional(dateField),
    }),
  ),
  'feedback.change': call<Feedback>()(
    v.strictObject({
      feedbackId: idField,
      feedbackKind: v.optional(feedbackKindField),
      text: v.optional(lineField(5000)),
      noticedOn: v.optional(dateField),
    }),
  ),
  /** It has been said: in this meeting, or elsewhere for null. */
  'feedback.deliver': call<Feedback>()(
    v.strictObject({ feedbackId: idField, meetingId: v.nullable(idField) }),
  ),
  'feedback.undeliver': call<Feedback>()(v.strictObject({ feedbackId: idField })),
  'feedback.remove': destructive<null>()(v.strictObject({ feedbackId: idField })),
} as const satisfies CallsOf<'feedback'>;
