/**
 * The one way to read resources/decision-model.json. The file holds every judgement (questions,
 * weights, thresholds, words); the code beside this holds arithmetic alone.
 */
import * as v from 'valibot';
import { findContradiction } from './model-consistency.ts';
import { decisionModelShape } from './model-shape.ts';
import type { DecisionModel } from './model-shape.ts';

export type { AnswerValue, DecisionStance, DelegationLevelNumber, FirstStance } from './choices.ts';
export type {
  AnswerCondition,
  Answers,
  Condition,
  DecisionModel,
  EvidenceTag,
  Move,
  Question,
  Scale,
  ScoreName,
} from './model-shape.ts';

export type DecisionModelResult =
  | { readonly ok: true; readonly value: DecisionModel }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a decision model from parsed JSON.
 * Fails, with one sentence that names the first thing wrong, when the shape is wrong or when parts
 * of the file contradict one another (an id used twice, a source or scale that does not exist, a
 * threshold out of order, a scale that pulls both scores the same way). Never throws.
 */
export function parseDecisionModel(json: unknown): DecisionModelResult {
  const parsed = v.safeParse(decisionModelShape, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? 'the file as a whole';
    return {
      ok: false,
      problem: `The decision model is not usable at ${place}: ${issue.message}.`,
    };
  }
  const contradiction = findContradiction(parsed.output);
  if (contradiction !== null) {
    return { ok: false, problem: `The decision model contradicts itself: ${contradiction}.` };
  }
  return { ok: true, value: parsed.output };
}
