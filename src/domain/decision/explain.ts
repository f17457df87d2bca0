/** Why the helper says what it says: the heaviest answers, and what would change its mind. */
import { computeScores, contribution } from './arithmetic.ts';
import { answerValues } from './answer-values.ts';
import type { Answers, AnswerValue, DecisionModel, DecisionStance } from './model.ts';
import { chooseStance } from './stance.ts';

/** One answer and how hard it pulled a score away from its middle. */
export interface WeighedAnswer {
  readonly questionId: string;
  readonly scaleId: string;
  readonly answer: AnswerValue;
  readonly score: 'manage' | 'lead';
  /** Whether it pulled that score up or down. */
  readonly direction: 'raises' | 'lowers';
  /** 0 to 1: its share of the answered weights times its distance from the middle. */
  readonly pull: number;
}

/** One change of one given answer, and the stance that it would lead to. */
export interface Flip {
  readonly questionId: string;
  readonly scaleId: string;
  readonly from: AnswerValue;
  readonly to: AnswerValue;
  readonly stance: DecisionStance;
}

/**
 * Every answer that pulled the manage or the lead score, the strongest pull first; ties stay in the
 * order of the questions. An answer in the exact middle pulled nothing and is not listed.
 */
export function explainWeights(model: DecisionModel, answers: Answers): readonly WeighedAnswer[] {
  const pulls: WeighedAnswer[] = [];
  for (const score of ['manage', 'lead'] as const) {
    const answered = answeredScales(model, answers).filter(
      ({ scale }) => (scale.weights[score] ?? 0) !== 0,
    );
    const total = answered.reduce((sum, { scale }) => sum + Math.abs(scale.weights[score] ?? 0), 0);
    for (const { questionId, scale, answer } of answered) {
      const weight = scale.weights[score] ?? 0;
      const fromMiddle = contribution(answer, weight) * 2 - 1;
      if (fromMiddle === 0) continue;
      pulls.push({
        questionId,
        scaleId: scale.id,
        answer,
        score,
        direction: fromMiddle > 0 ? 'raises' : 'lowers',
        pull: (Math.abs(weight) / total) * Math.abs(fromMiddle),
      });
    }
  }
  return pulls.sort((one, other) => other.pull - one.pull);
}

/**
 * Tries every other value of every given answer and lists those that give another stance, the
 * smallest change first. Empty without a stance.
 */
export function findFlips(
  model: DecisionModel,
  answers: Answers,
  stance: DecisionStance | null,
): readonly Flip[] {
  if (stance === null) return [];
  const flips: Flip[] = [];
  for (const { questionId, scale, answer: from } of answeredScales(model, answers)) {
    for (const to of answerValues) {
      if (to === from) continue;
      const other = chooseStance(model, computeScores(model, { ...answers, [scale.id]: to }));
      if (other === null || other === stance) continue;
      flips.push({ questionId, scaleId: scale.id, from, to, stance: other });
    }
  }
  return flips.sort((one, other) => Math.abs(one.to - one.from) - Math.abs(other.to - other.from));
}

function answeredScales(model: DecisionModel, answers: Answers) {
  return model.questions
    .toSorted((one, other) => one.order - other.order)
    .flatMap((question) =>
      question.scales.flatMap((scale) => {
        const answer = answers[scale.id];
        return answer === undefined ? [] : [{ questionId: question.id, scale, answer }];
      }),
    );
}
