import * as v from 'valibot';
import {
  answerField,
  decisionStanceField,
  delegationLevelField,
  firstStanceField,
} from '../decision/choices.ts';
import { dateField, idField, instantField, storedLineField, storedTextField } from './fields.ts';

const scoreField = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const countField = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What the helper said when the run was finished; it is never changed afterwards. */
const suggestedSchema = v.looseObject({
  manage: scoreField,
  lead: scoreField,
  delegation: scoreField,
  stance: decisionStanceField,
  /** Which comes first where both are needed. */
  first: v.nullable(firstStanceField),
  /** Null when nothing was answered that moves it. */
  level: v.nullable(delegationLevelField),
  /** Ids of the model's flags. */
  flags: v.array(v.string()),
  /** Id of the model's confidence step: how much was answered. */
  confidence: v.nullable(v.string()),
});

/** What the user goes with instead. */
const chosenSchema = v.looseObject({
  stance: decisionStanceField,
  level: v.nullable(delegationLevelField),
  reason: storedLineField,
});

/** A move that went to somebody's agenda; `id` is that of the move's own record. */
const sentMoveSchema = v.looseObject({
  id: idField,
  /** Id of the model's move. */
  moveId: v.string(),
  /** The meeting that it was sent to; carried on, the item keeps its id in another. */
  meetingId: idField,
  itemId: idField,
  kind: v.picklist(['point', 'action']),
});

export const processField = v.picklist(['yes', 'partly', 'no']);
export const outcomeField = v.picklist(['yes', 'partly', 'no', 'too-early']);
export const chooseAgainField = v.picklist(['yes', 'unsure', 'no']);

/** Looked back on. How it was decided and how it went are two things, and stay two. */
const reviewSchema = v.looseObject({
  on: dateField,
  whatHappened: storedTextField,
  process: processField,
  outcome: outcomeField,
  wouldChooseAgain: chooseAgainField,
});

/** One run of "manage or lead?": its answers, what was suggested, chosen, done, and what came of it. */
export const decisionSchema = v.looseObject({
  kind: v.literal('decision'),
  version: v.literal(1),
  id: idField,
  /** Whom it is about; null for nobody in particular. */
  personId: v.nullable(idField),
  /** The situation in a line; may be empty until the run is finished. */
  title: storedTextField,
  /** What it is about of what the person looks after; for the delegation level. */
  area: v.nullable(storedLineField),
  /** By scale id; what was skipped has no entry. */
  answers: v.record(v.string(), answerField),
  modelVersion: countField,
  /** Null until the run is finished. */
  suggested: v.nullable(suggestedSchema),
  /** Null as long as the user goes with the suggestion. */
  chosen: v.nullable(chosenSchema),
  sent: v.array(sentMoveSchema),
  reviewOn: v.nullable(dateField),
  review: v.nullable(reviewSchema),
  createdAt: instantField,
  /** Null for a run that is still under way. */
  finishedAt: v.nullable(instantField),
});

export type Decision = v.InferOutput<typeof decisionSchema>;
export type SentMove = v.InferOutput<typeof sentMoveSchema>;
export type DecisionReview = v.InferOutput<typeof reviewSchema>;
