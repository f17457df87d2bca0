/** From scores to words: stance, which to do first, delegation level and flags. */
import type { Scores } from './arithmetic.ts';
import type {
  AnswerCondition,
  Answers,
  Condition,
  DecisionModel,
  DecisionStance,
  DelegationLevelNumber,
  FirstStance,
} from './model.ts';

/** Which of the two to do first when the stance is "both"; `rule` names the model's rule, if any. */
export interface FirstOfBoth {
  readonly first: FirstStance;
  readonly rule: string | null;
}

/**
 * The stance for two scores (0 to 1); null when either is missing.
 * Both low: leave. Both high, or too near each other to call: both. Else the higher one.
 */
export function chooseStance(
  model: DecisionModel,
  { manage, lead }: Pick<Scores, 'manage' | 'lead'>,
): DecisionStance | null {
  if (manage === null || lead === null) return null;
  const { leaveBelow, bothFrom, bothWhenCloserThan } = model.stance;
  if (manage < leaveBelow && lead < leaveBelow) return 'leave';
  if (manage >= bothFrom && lead >= bothFrom) return 'both';
  if (Math.abs(manage - lead) < bothWhenCloserThan) return 'both';
  return manage > lead ? 'manage' : 'lead';
}

/** Which comes first when both are needed: the first of the model's rules that holds, else the higher score. */
export function chooseFirst(model: DecisionModel, answers: Answers, scores: Scores): FirstOfBoth {
  const { rules, onEqualScores } = model.stance.firstOfBoth;
  const rule = rules.find(({ when }) => allHold(when, answers));
  if (rule !== undefined) return { first: rule.first, rule: rule.id };
  const lean = (scores.manage ?? 0) - (scores.lead ?? 0);
  if (lean === 0) return { first: onEqualScores, rule: null };
  return { first: lean > 0 ? 'manage' : 'lead', rule: null };
}

/** The delegation level, 1 to 7, for a score of 0 to 1; null without a score. */
export function chooseLevel(
  model: DecisionModel,
  delegation: number | null,
): DelegationLevelNumber | null {
  if (delegation === null) return null;
  return model.delegation.levels.findLast(({ from }) => delegation >= from)?.level ?? null;
}

/** Ids of the flags whose conditions hold. A skipped answer never raises a flag. */
export function raiseFlags(
  model: DecisionModel,
  answers: Answers,
  stance: DecisionStance | null,
  level: DelegationLevelNumber | null,
): readonly string[] {
  return model.flags
    .filter((flag) =>
      flag.anyOf.some((row) => row.every((condition) => holds(condition, answers, stance, level))),
    )
    .map((flag) => flag.id);
}

/** Whether some answers meet every one of these conditions; a skipped one meets none. */
export const allHold = (conditions: readonly AnswerCondition[], answers: Answers): boolean =>
  conditions.every((condition) => holds(condition, answers, null, null));

function holds(
  condition: Condition,
  answers: Answers,
  stance: DecisionStance | null,
  level: DelegationLevelNumber | null,
): boolean {
  switch (condition.kind) {
    case 'answer': {
      const answer = answers[condition.scale];
      if (answer === undefined) return false;
      const { atLeast = 0, atMost = 4 } = condition;
      return answer >= atLeast && answer <= atMost;
    }
    case 'stance':
      return stance === condition.is;
    case 'level':
      return level !== null && level <= condition.atMost;
  }
}
