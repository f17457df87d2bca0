import * as v from 'valibot';
import { instantField, lineField, minutesField } from '../../domain/documents/fields.ts';
import type { InboxView } from '../views/reminders.ts';
import type { CallsOf } from './call.ts';
import { call } from './call.ts';
import { nothing } from './inputs.ts';

/** A reminder of a 1:1 as it is timed: one that is moved is reminded of anew. */
const reminderKey = {
  id: v.pipe(lineField(300), v.regex(/^[^/]+\/[^/]+\/(prepare|starting|wrap-up)$/)),
  startsAt: instantField,
};

/** The calls whose names begin with `reminders.`. */
export const remindersCalls = {
  /** What reminded lately and what came too late, with what became of it. */
  'reminders.inbox': call<InboxView>()(nothing),
  /** Null for all. */
  'reminders.markRead': call<null>()(
    v.strictObject({ reminders: v.nullable(v.array(v.strictObject(reminderKey))) }),
  ),
  /** Puts a reminder off for some minutes from now, or until its 1:1 starts. */
  'reminders.snooze': call<null>()(
    v.strictObject({
      ...reminderKey,
      choice: v.union([v.literal('until-start'), minutesField]),
    }),
  ),
  /** It is answered: it neither repeats nor comes after a snooze. */
  'reminders.acknowledge': call<null>()(v.strictObject(reminderKey)),
  /** Holds all reminders back until an instant, or no longer for null. */
  'reminders.pause': call<null>()(v.strictObject({ until: v.nullable(instantField) })),
} as const satisfies CallsOf<'reminders'>;
