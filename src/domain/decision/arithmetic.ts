/** Weighted means over the answered scales. */
import type { Answers, AnswerValue, DecisionModel, Scale, ScoreName } from './model.ts';

/** The three scores, each 0 to 1, or null when nothing that moves it was answered. */
export interface Scores {
  readonly manage: number | null;
  readonly lead: number | null;
  readonly delegation: number | null;
}

/**
 * How far one answer supports a score, 0 to 1: the distance from the pole that lowers it.
 * `weight` must not be 0; its sign says which pole raises the score.
 */
export function contribution(answer: AnswerValue, weight: number): number {
  return weight > 0 ? answer / 4 : 1 - answer / 4;
}

/** All scales of a model in the order in which they are asked. */
export function scalesOf(model: DecisionModel): readonly Scale[] {
  return model.questions
    .toSorted((one, other) => one.order - other.order)
    .flatMap((question) => question.scales);
}

/**
 * Weighted means of the answered contributions. A skipped scale is left out of both the sum and the
 * weights, so it is not a vote for the middle. Ids that the model does not know are ignored.
 */
export function computeScores(model: DecisionModel, answers: Answers): Scores {
  return {
    manage: weightedMean(model, answers, 'manage'),
    lead: weightedMean(model, answers, 'lead'),
    delegation: weightedMean(model, answers, 'delegation'),
  };
}

/** The share, 0 to 1, of a score's weights that was answered. */
export function shareAnswered(model: DecisionModel, answers: Answers, name: ScoreName): number {
  let answered = 0;
  let total = 0;
  for (const scale of scalesOf(model)) {
    const size = Math.abs(scale.weights[name] ?? 0);
    total += size;
    if (answers[scale.id] !== undefined) answered += size;
  }
  return total === 0 ? 0 : answered / total;
}

function weightedMean(model: DecisionModel, answers: Answers, name: ScoreName): number | null {
  let sum = 0;
  let total = 0;
  for (const scale of scalesOf(model)) {
    const weight = scale.weights[name] ?? 0;
    const answer = answers[scale.id];
    if (weight === 0 || answer === undefined) continue;
    sum += Math.abs(weight) * contribution(answer, weight);
    total += Math.abs(weight);
  }
  return total === 0 ? null : sum / total;
}
