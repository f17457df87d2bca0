import * as v from 'valibot';
import { longestLine } from '../../domain/agenda/line-limit.ts';
import { feedbackKindField } from '../../domain/documents/feedback.ts';
import {
  dateField,
  idField,
  lineField,
  localField,
  minutesField,
  textField,
} from '../../domain/documents/fields.ts';
import type { ActionItem, Meeting, TalkingPoint } from '../../domain/documents/meeting.ts';
import {
  sideField,
  stanceField,
  topicField,
  visibilityField,
  wrapUpDraftSchema,
} from '../../domain/documents/meeting.ts';
import type { CarriedPoint, MeetingView, WrapUpView, WrittenNotes } from '../views/meetings.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { meetingId } from './inputs.ts';

const newTime = { startLocal: localField, durationMinutes: minutesField };
const pointFate = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['carry', 'drop']), pointId: idField }),
  v.strictObject({
    kind: v.literal('action'),
    pointId: idField,
    owner: sideField,
    dueOn: v.nullable(dateField),
  }),
  v.strictObject({ kind: v.literal('decision'), pointId: idField, text: lineField(longestLine) }),
]);

/** The calls whose names begin with `meetings.`. */
export const meetingsCalls = {
  /** Opens the plan of an occurrence; makes its document when there is none yet. */
  'meetings.plan': call<MeetingView>()(
    v.strictObject({ seriesId: idField, originalLocal: localField }),
  ),
  'meetings.read': call<MeetingView>()(meetingId),
  'meetings.applyTemplate': call<Meeting>()(
    v.strictObject({ meetingId: idField, templateId: v.string() }),
  ),
  'meetings.addPoint': call<TalkingPoint>()(
    v.strictObject({
      meetingId: idField,
      text: lineField(longestLine),
      addedBy: sideField,
      visibility: visibilityField,
    }),
  ),
  'meetings.changePoint': call<TalkingPoint>()(
    v.strictObject({
      meetingId: idField,
      pointId: idField,
      text: v.optional(lineField(longestLine)),
      addedBy: v.optional(sideField),
      visibility: v.optional(visibilityField),
      stance: v.optional(v.nullable(stanceField)),
      topic: v.optional(v.nullable(topicField)),
      isDiscussed: v.optional(v.boolean()),
    }),
  ),
  /** Moves a point to a place counted from 0. */
  'meetings.movePoint': call<Meeting>()(
    v.strictObject({
      meetingId: idField,
      pointId: idField,
      toIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
  'meetings.removePoint': destructive<Meeting>()(
    v.strictObject({ meetingId: idField, pointId: idField }),
  ),
  'meetings.addAction': call<ActionItem>()(
    v.strictObject({
      meetingId: idField,
      text: lineField(longestLine),
      owner: sideField,
      dueOn: v.nullable(dateField),
    }),
  ),
  'meetings.changeAction': call<ActionItem>()(
    v.strictObject({
      meetingId: idField,
      actionId: idField,
      text: v.optional(lineField(longestLine)),
      owner: v.optional(sideField),
      dueOn: v.optional(v.nullable(dateField)),
      stance: v.optional(v.nullable(stanceField)),
      isDone: v.optional(v.boolean()),
    }),
  ),
  'meetings.removeAction': destructive<Meeting>()(
    v.strictObject({ meetingId: idField, actionId: idField }),
  ),
  /** Writes notes that were typed upon what stood there before, and tells what stands there now. */
  'meetings.writeNotes': call<WrittenNotes>()(
    v.strictObject({
      meetingId: idField,
      notes: v.optional(textField),
      privateNotes: v.optional(textField),
      reflection: v.optional(textField),
      notesBefore: v.optional(textField),
      privateNotesBefore: v.optional(textField),
    }),
  ),
  /** What a meeting is wrapped up from. */
  'meetings.wrapUpView': call<WrapUpView>()(meetingId),
  /** Where the points come from that were carried to a meeting. */
  'meetings.carried': call<readonly CarriedPoint[]>()(meetingId),
  /** Keeps a wrap-up as far as it has got. */
  'meetings.keepWrapUp': call<null>()(
    v.strictObject({ meetingId: idField, draft: wrapUpDraftSchema }),
  ),
  /** Brings a meeting to its end; points of which nothing is said are carried. */
  'meetings.wrapUp': destructive<null>()(
    v.strictObject({
      meetingId: idField,
      points: v.array(pointFate),
      actions: v.array(
        v.strictObject({ actionId: idField, owner: sideField, dueOn: v.nullable(dateField) }),
      ),
      feedback: v.array(
        v.strictObject({ feedbackKind: feedbackKindField, text: lineField(longestLine) }),
      ),
      deliveredFeedbackIds: v.array(idField),
      nextTime: v.nullable(v.strictObject(newTime)),
    }),
  ),
  'meetings.postpone': destructive<null>()(v.strictObject({ meetingId: idField, ...newTime })),
  'meetings.cancel': destructive<null>()(meetingId),
  'meetings.skip': destructive<null>()(meetingId),
  'meetings.delete': destructive<null>()(meetingId),
} as const satisfies CallsOf<'meetings'>;
