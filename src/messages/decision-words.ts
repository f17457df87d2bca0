import type { DecisionStance, DelegationLevelNumber } from '../domain/decision/choices.ts';
import { m } from './index.ts';

/** What the four stances are called where the model, which has longer words, is not at hand. */
export const decisionStanceNames: Readonly<Record<DecisionStance, () => string>> = {
  manage: m.decision_stance_manage,
  lead: m.decision_stance_lead,
  both: m.decision_stance_both,
  leave: m.decision_stance_leave,
};

/** The answers of somebody who looks back. */
export const reviewAnswerNames = {
  yes: m.decision_answer_yes,
  partly: m.decision_answer_partly,
  no: m.decision_answer_no,
  unsure: m.decision_answer_unsure,
  'too-early': m.decision_answer_too_early,
} as const;

/** What a decision came to, in a few words: "Lead, level 5". */
export function outcomeWords({
  stance,
  level,
}: {
  readonly stance: DecisionStance;
  readonly level: DelegationLevelNumber | null;
}): string {
  const name = decisionStanceNames[stance]();
  return level === null ? name : m.decision_stance_level({ stance: name, level });
}
