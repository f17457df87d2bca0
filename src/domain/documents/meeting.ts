import * as v from 'valibot';
import { delegationLevelField } from '../decision/choices.ts';
import { feedbackKindField } from './feedback.ts';
import {
  dateField,
  idField,
  instantField,
  localField,
  minutesField,
  lineSetField,
  storedLineField,
  storedTextField,
  timeZoneField,
} from './fields.ts';
import type { Ranked } from './ranks.ts';
import { inRankOrder } from './ranks.ts';
import { topics } from './topics.ts';

export const sideField = v.picklist(['me', 'them']);
export const stanceField = v.picklist(['manage', 'lead', 'none']);
export const visibilityField = v.picklist(['shared', 'private']);
export const topicField = v.picklist(topics);

/** Where a talking point came from, so that it can be traced back. */
const originSchema = v.variant('kind', [
  v.looseObject({ kind: v.literal('typed') }),
  v.looseObject({ kind: v.literal('template'), templateId: v.string() }),
  v.looseObject({ kind: v.literal('question'), questionId: v.string() }),
  v.looseObject({
    kind: v.literal('guide'),
    pageId: v.string(),
    /** A heading of the page; null for the page as a whole. */
    anchor: v.nullable(v.string()),
    /** Set on a point that a short check ended in. */
    check: v.optional(v.looseObject({ checkId: v.string(), pointId: v.string() })),
  }),
  v.looseObject({
    kind: v.literal('decision'),
    decisionId: idField,
    /** Set on a point that asks to hand an area over one level further, since it went well. */
    raises: v.optional(v.looseObject({ area: storedLineField, level: delegationLevelField })),
  }),
  v.looseObject({ kind: v.literal('feedback'), feedbackId: idField }),
  /** A promise that is taken up. */
  v.looseObject({ kind: v.literal('action'), meetingId: idField, actionId: idField }),
  /** Suggested, since nobody has touched the topic for long. */
  v.looseObject({ kind: v.literal('topic'), topic: topicField }),
]);

/** What became of a point that is not talked about any more in its meeting, and when. */
const leftAsSchema = v.variant('kind', [
  v.looseObject({ kind: v.literal('carried'), toMeetingId: idField, at: instantField }),
  v.looseObject({ kind: v.literal('dropped'), at: instantField }),
  /** It became a promise. */
  v.looseObject({ kind: v.literal('action'), actionId: idField, at: instantField }),
  v.looseObject({ kind: v.literal('decision'), text: storedLineField, at: instantField }),
]);

/** Where an item stands in its list; a file without it can be read, see inRankOrder. */
const rankField = v.optional(v.unknown());

/**
 * One agenda item. One that is carried on keeps its id in the next meeting, so that carrying it twice
 * is carrying it once.
 */
const talkingPointSchema = v.looseObject({
  id: idField,
  rank: rankField,
  text: storedLineField,
  addedBy: sideField,
  /** Mostly managing or leading; null until somebody says. */
  stance: v.nullable(stanceField),
  visibility: visibilityField,
  topic: v.nullable(topicField),
  origin: originSchema,
  /** The meeting that it moved on from, unfinished; null where it was raised. */
  carriedFrom: v.nullable(idField),
  /** How often it has moved on unfinished. */
  carryCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  firstRaisedOn: dateField,
  discussedAt: v.nullable(instantField),
  /** Null while it is on this agenda; see isOpenPoint. */
  leftAs: v.nullable(leftAsSchema),
});

/** A promise. */
const actionItemSchema = v.looseObject({
  id: idField,
  rank: rankField,
  text: storedLineField,
  owner: sideField,
  dueOn: v.nullable(dateField),
  doneAt: v.nullable(instantField),
  /** Mostly managing or leading; null until somebody says. */
  stance: v.nullable(stanceField),
  /** The point, or the decision, that it came from; see isSharedAction. */
  fromPointId: v.nullable(idField),
  /** The meeting in which it was made, if it was moved here because that one was deleted. */
  carriedFrom: v.nullable(idField),
  createdAt: instantField,
});

/** What a user can say becomes of an unfinished point; the middle three turn it into something. */
const fateField = v.picklist(['carry', 'do', 'delegate', 'decide', 'drop']);

/**
 * A wrap-up as far as it has got, so that it can be gone on with tomorrow. Nothing of it is done before
 * the end; private, as the feedback in it is.
 */
export const wrapUpDraftSchema = v.looseObject({
  /** By the ids of the points. */
  points: v.array(
    v.looseObject({
      id: idField,
      /** Null while the user, who is asked, has not answered. */
      fate: v.nullable(fateField),
      dueOn: v.nullable(dateField),
      decision: storedTextField,
    }),
  ),
  /** By the ids of the action items. */
  actions: v.array(v.looseObject({ id: idField, owner: sideField, dueOn: v.nullable(dateField) })),
  /** Feedback that was given just now, line by line. */
  given: v.array(
    v.looseObject({ id: idField, feedbackKind: feedbackKindField, text: storedTextField }),
  ),
  /** The line that is being typed; what stands there at the end counts. */
  typed: storedTextField,
  typedKind: feedbackKindField,
  /** Feedback that was noticed earlier and has been said. */
  saidIds: v.array(idField),
  /** What stands in the fields of the next date, usable or not; null while it stays as it is. */
  next: v.nullable(
    v.looseObject({ date: storedTextField, time: storedTextField, minutes: storedTextField }),
  ),
});

const meetingStatuses = ['planned', 'held', 'cancelled', 'skipped'] as const;

/**
 * A planned or held occurrence: agenda, notes, private notes, action items. The two lists are kept in
 * the order of their items' ranks: in a file that was edited by hand the ranks win over the places.
 */
export const meetingSchema = v.looseObject({
  kind: v.literal('meeting'),
  version: v.literal(5),
  id: idField,
  personId: idField,
  seriesId: v.nullable(idField),
  /** The wall time that the series' rule gave this occurrence: its identity within the series. */
  originalLocal: v.nullable(localField),
  startLocal: v.nullable(localField),
  timeZone: timeZoneField,
  durationMinutes: minutesField,
  status: v.picklist(meetingStatuses),
  templateId: v.nullable(v.string()),
  agenda: v.pipe(v.array(talkingPointSchema), v.transform(inRankOrder)),
  actionItems: v.pipe(v.array(actionItemSchema), v.transform(inRankOrder)),
  notes: storedTextField,
  privateNotes: storedTextField,
  /** How it went, for the user alone. */
  reflection: storedTextField,
  wrappedUpAt: v.nullable(instantField),
  /** Null while nobody has begun to wrap it up, and once that is done. */
  wrapUpDraft: v.nullable(wrapUpDraftSchema),
  /** Keys of suggestions that are not to be made again for this meeting. */
  snoozedSuggestions: lineSetField(storedLineField),
  createdAt: instantField,
});

export type Side = v.InferOutput<typeof sideField>;
export type Stance = v.InferOutput<typeof stanceField>;
export type Visibility = v.InferOutput<typeof visibilityField>;
export type Origin = v.InferOutput<typeof originSchema>;
export type TalkingPoint = v.InferOutput<typeof talkingPointSchema> & Ranked;
export type ActionItem = v.InferOutput<typeof actionItemSchema> & Ranked;
export type WrapUpDraft = v.InferOutput<typeof wrapUpDraftSchema>;
export type Meeting = v.InferOutput<typeof meetingSchema>;
