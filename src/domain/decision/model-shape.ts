/** The shape of resources/decision-model.json, and the types that follow from it. */
import * as v from 'valibot';
import { sideField, visibilityField } from '../documents/meeting.ts';
import type { AnswerValue } from './choices.ts';
import {
  answerField,
  decisionStanceField,
  delegationLevelField,
  firstStanceField,
} from './choices.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case kebab'));
const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'a text is missing'));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const weight = v.pipe(v.number(), v.minValue(-10), v.maxValue(10));
const reviewDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365));
const year = v.pipe(v.number(), v.integer(), v.minValue(1500), v.maxValue(2200));

/** How firm the ground under a statement is. */
export const evidenceTagSchema = v.picklist([
  'well-supported',
  'plausible-or-contested',
  'practice',
  'article',
]);
export type EvidenceTag = v.InferOutput<typeof evidenceTagSchema>;

/** The answers of one run, by scale id. */
export type Answers = Readonly<Record<string, AnswerValue>>;

export type ScoreName = 'manage' | 'lead' | 'delegation';

const answerConditionSchema = v.pipe(
  v.strictObject({
    kind: v.literal('answer'),
    scale: id,
    atLeast: v.optional(answerField),
    atMost: v.optional(answerField),
  }),
  v.check(
    (condition) => condition.atLeast !== undefined || condition.atMost !== undefined,
    'an answer condition needs atLeast or atMost',
  ),
);
export type AnswerCondition = v.InferOutput<typeof answerConditionSchema>;
const stanceConditionSchema = v.strictObject({
  kind: v.literal('stance'),
  is: decisionStanceField,
});
const levelConditionSchema = v.strictObject({
  kind: v.literal('level'),
  atMost: delegationLevelField,
});
const conditionSchema = v.union([
  answerConditionSchema,
  stanceConditionSchema,
  levelConditionSchema,
]);
export type Condition = v.InferOutput<typeof conditionSchema>;

const scaleSchema = v.strictObject({
  id,
  /** Given when a question has two scales; says what this one asks. */
  statement: v.optional(text),
  poles: v.strictObject({ low: text, high: text }),
  /** Above zero: the high pole raises the score. Below zero: the low pole raises it. */
  weights: v.strictObject({
    manage: v.optional(weight),
    lead: v.optional(weight),
    delegation: v.optional(weight),
  }),
});
export type Scale = v.InferOutput<typeof scaleSchema>;

const questionSchema = v.strictObject({
  id,
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text,
  help: text,
  scales: v.pipe(v.array(scaleSchema), v.minLength(1), v.maxLength(2)),
  evidence: evidenceTagSchema,
  sources: v.pipe(v.array(id), v.minLength(1)),
  guide: id,
});
export type Question = v.InferOutput<typeof questionSchema>;

const stanceTextSchema = v.strictObject({ title: text, sentence: text });

const stanceRulesSchema = v.strictObject({
  leaveBelow: share,
  bothFrom: share,
  bothWhenCloserThan: share,
  firstOfBoth: v.strictObject({
    rules: v.array(
      v.strictObject({
        id,
        when: v.pipe(v.array(answerConditionSchema), v.minLength(1)),
        first: firstStanceField,
        because: text,
      }),
    ),
    onEqualScores: firstStanceField,
  }),
  texts: v.strictObject({
    manage: stanceTextSchema,
    lead: stanceTextSchema,
    both: stanceTextSchema,
    leave: stanceTextSchema,
  }),
});

const levelSchema = v.strictObject({
  level: delegationLevelField,
  id: v.picklist(['tell', 'sell', 'consult', 'agree', 'advise', 'inquire', 'delegate']),
  /** The lowest delegation score, 0 to 1, at which this level begins. */
  from: share,
  title: text,
  meaning: text,
  sentence: text,
});

const flagSchema = v.strictObject({
  id,
  title: text,
  text,
  /** Raised when all conditions of any one row hold. */
  anyOf: v.pipe(v.array(v.pipe(v.array(conditionSchema), v.minLength(1))), v.minLength(1)),
  evidence: evidenceTagSchema,
  sources: v.pipe(v.array(id), v.minLength(1)),
  guide: id,
});

/** What a move is taken from. */
const moveOccasionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('stance'), is: decisionStanceField }),
  v.strictObject({ kind: v.literal('flag'), is: id }),
]);

const moveParts = {
  id,
  text,
  when: moveOccasionSchema,
  /** Which side it serves where the stance is "both". */
  leans: firstStanceField,
};
const moveSchema = v.variant('as', [
  v.strictObject({ ...moveParts, as: v.literal('point'), visibility: visibilityField }),
  v.strictObject({ ...moveParts, as: v.literal('action'), owner: sideField }),
]);
export type Move = v.InferOutput<typeof moveSchema>;

const reviewSchema = v.strictObject({
  usualDays: reviewDays,
  /** The first one that holds. */
  rules: v.array(
    v.strictObject({
      id,
      when: v.pipe(v.array(answerConditionSchema), v.minLength(1)),
      days: reviewDays,
    }),
  ),
});

const sourceSchema = v.strictObject({
  id,
  title: text,
  authors: text,
  year: v.optional(year),
  note: text,
  url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
});

export const decisionModelShape = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  scale: v.strictObject({ lowest: v.literal(0), highest: v.literal(4) }),
  notice: text,
  questions: v.pipe(v.array(questionSchema), v.minLength(1)),
  stance: stanceRulesSchema,
  delegation: v.strictObject({
    sources: v.pipe(v.array(id), v.minLength(1)),
    evidence: evidenceTagSchema,
    levels: v.pipe(v.array(levelSchema), v.length(7)),
  }),
  flags: v.array(flagSchema),
  /** What to do next, in the order in which it is offered. */
  moves: v.array(moveSchema),
  /** After how many days a decision is looked back at. */
  review: reviewSchema,
  /** In rising order of `from`, the share of the weights that was answered. */
  confidence: v.pipe(v.array(v.strictObject({ id, from: share, text })), v.minLength(1)),
  sources: v.pipe(v.array(sourceSchema), v.minLength(1)),
});

/** The decision model as plain data. Question order and scale order are the file's. */
export type DecisionModel = v.InferOutput<typeof decisionModelShape>;
