import type { Decision } from '../documents/decision.ts';
import type { DecisionStance, DelegationLevelNumber } from './choices.ts';

/** What holds of a decision: what the user chose, else what was suggested. Null while under way. */
export function outcomeOf({ chosen, suggested }: Pick<Decision, 'chosen' | 'suggested'>): {
  readonly stance: DecisionStance;
  readonly level: DelegationLevelNumber | null;
} | null {
  const { stance, level } = chosen ?? suggested ?? { stance: null, level: null };
  return stance === null ? null : { stance, level };
}
