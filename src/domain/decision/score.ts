/**
 * The "manage or lead?" helper, computed. Pure: the same model and answers always give the same
 * result, whatever order the answers came in.
 */
import { computeScores, shareAnswered } from './arithmetic.ts';
import type { Scores } from './arithmetic.ts';
import { explainWeights, findFlips } from './explain.ts';
import type { Flip, WeighedAnswer } from './explain.ts';
import type { Answers, DecisionModel, DecisionStance, DelegationLevelNumber } from './model.ts';
import { chooseFirst, chooseLevel, chooseStance, raiseFlags } from './stance.ts';
import type { FirstOfBoth } from './stance.ts';

/** Everything that one run of the helper says. */
export interface DecisionScore extends Scores {
  readonly level: DelegationLevelNumber | null;
  readonly stance: DecisionStance | null;
  /** Set only when the stance is "both". */
  readonly order: FirstOfBoth | null;
  /** Ids of the raised flags, in the model's order. */
  readonly flags: readonly string[];
  /** At most three answers, the heaviest first. */
  readonly weighedMost: readonly WeighedAnswer[];
  /** Every change of one given answer that would change the stance, the smallest change first. */
  readonly flips: readonly Flip[];
  /** Questions with at least one answer, and all questions. */
  readonly answeredCount: number;
  readonly questionCount: number;
  /** Id of one of the model's confidence steps; null as long as there is no stance. */
  readonly confidence: string | null;
}

/** Scores one run: `answers` maps scale ids to 0–4; what was skipped has no entry. Never throws. */
export function scoreAnswers(model: DecisionModel, answers: Answers): DecisionScore {
  const scores = computeScores(model, answers);
  const stance = chooseStance(model, scores);
  const level = chooseLevel(model, scores.delegation);
  return {
    ...scores,
    level,
    stance,
    order: stance === 'both' ? chooseFirst(model, answers, scores) : null,
    flags: raiseFlags(model, answers, stance, level),
    weighedMost: explainWeights(model, answers).slice(0, 3),
    flips: findFlips(model, answers, stance),
    answeredCount: model.questions.filter((question) =>
      question.scales.some((scale) => answers[scale.id] !== undefined),
    ).length,
    questionCount: model.questions.length,
    confidence: stance === null ? null : chooseConfidence(model, answers),
  };
}

/** The share that counts is that of the less answered score: a stance needs both. */
function chooseConfidence(model: DecisionModel, answers: Answers): string | null {
  const answeredShare = Math.min(
    shareAnswered(model, answers, 'manage'),
    shareAnswered(model, answers, 'lead'),
  );
  return model.confidence.findLast((step) => answeredShare >= step.from)?.id ?? null;
}
