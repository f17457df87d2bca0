import type { DecisionScore } from '../../../domain/decision/score.ts';
import type { DecisionModel, ScoreName } from '../../../domain/decision/model.ts';
import { m } from '../../../messages/index.ts';

/** What has to be answered before there is a stance; empty when there is one. */
export function stillNeeded(model: DecisionModel, score: DecisionScore): string {
  const manage = numberWords(questionsThatMove(model, 'manage'));
  const lead = numberWords(questionsThatMove(model, 'lead'));
  if (score.manage === null && score.lead === null) return m.helper_needs_both({ manage, lead });
  if (score.manage === null) return m.helper_needs_manage({ questions: manage });
  if (score.lead === null) return m.helper_needs_lead({ questions: lead });
  return '';
}

/** What has to be answered before there is a delegation level. */
export function neededForLevel(model: DecisionModel): string {
  return m.helper_needs_level({ questions: numberWords(questionsThatMove(model, 'delegation')) });
}

function questionsThatMove(model: DecisionModel, name: ScoreName): readonly number[] {
  return model.questions
    .filter(({ scales }) => scales.some(({ weights }) => (weights[name] ?? 0) !== 0))
    .map(({ order }) => order)
    .toSorted((one, other) => one - other);
}

/** Rising whole numbers as words: "1 to 5 or 7". */
function numberWords(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const parts = runs.flatMap(({ first, last }) => {
    if (last === first) return [String(first)];
    if (last === first + 1) return [String(first), String(last)];
    return [m.helper_numbers({ first, last })];
  });
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(parts);
}
