import * as v from 'valibot';
import {
  dateField,
  idField,
  instantField,
  localField,
  minutesField,
  storedLineField,
  storedTextField,
  timeZoneField,
} from './fields.ts';
import type { Ranked } from './ranks.ts';
import { inRankOrder } from './ranks.ts';

export const sideField = v.picklist(['me', 'them']);
export const stanceField = v.picklist(['manage', 'lead', 'none']);
export const visibilityField = v.picklist(['shared', 'private']);

/** Where a talking point came from, so that it can be traced back. */
const originSchema = v.variant('kind', [
  v.looseObject({ kind: v.literal('typed') }),
  v.looseObject({ kind: v.literal('template'), templateId: v.string() }),
  v.looseObject({ kind: v.literal('carried'), meetingId: idField, pointId: idField }),
  v.looseObject({ kind: v.literal('guide'), pageId: v.string() }),
  v.looseObject({ kind: v.literal('decision'), decisionId: idField }),
]);

/** Where an item stands in its list; a file without it can be read, see inRankOrder. */
const rankField = v.optional(v.unknown());

/** One agenda item. */
const talkingPointSchema = v.looseObject({
  id: idField,
  rank: rankField,
  text: storedLineField,
  addedBy: sideField,
  /** Mostly managing or leading; null until somebody says. */
  stance: v.nullable(stanceField),
  visibility: visibilityField,
  origin: originSchema,
  /** How often it has moved on unfinished. */
  carryCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  firstRaisedOn: dateField,
  discussedAt: v.nullable(instantField),
});

/** A promise. */
const actionItemSchema = v.looseObject({
  id: idField,
  rank: rankField,
  text: storedLineField,
  owner: sideField,
  dueOn: v.nullable(dateField),
  doneAt: v.nullable(instantField),
  createdAt: instantField,
});

const meetingStatuses = ['planned', 'held', 'cancelled', 'skipped'] as const;

/**
 * A planned or held occurrence: agenda, notes, private notes, action items. The two lists are kept in
 * the order of their items' ranks: in a file that was edited by hand the ranks win over the places.
 */
export const meetingSchema = v.looseObject({
  kind: v.literal('meeting'),
  version: v.literal(2),
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
  createdAt: instantField,
});

export type Side = v.InferOutput<typeof sideField>;
export type Stance = v.InferOutput<typeof stanceField>;
export type Visibility = v.InferOutput<typeof visibilityField>;
export type Origin = v.InferOutput<typeof originSchema>;
export type TalkingPoint = v.InferOutput<typeof talkingPointSchema> & Ranked;
export type ActionItem = v.InferOutput<typeof actionItemSchema> & Ranked;
export type Meeting = v.InferOutput<typeof meetingSchema>;
