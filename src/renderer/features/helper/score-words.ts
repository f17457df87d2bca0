import type { DecisionScore } from '../../../domain/decision/score.ts';
import type { DecisionModel } from '../../../domain/decision/model.ts';
import { m } from '../../../messages/index.ts';

/** The heading of the result, for moving the focus to it. */
export const resultHeadingId = 'helper-result';

/** The button that keeps the decision, for the same. */
export const keepButtonId = 'helper-keep';

/** A score of 0 to 1 as a whole per cent; "no answer yet" without one. */
export function percentWords(score: number | null): string {
  return score === null ? m.helper_score_none() : m.helper_percent({ value: percent(score) });
}

/** 0 to 100. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

/** Why one of both comes first: the model's own reason, or the scores. Empty unless it is both. */
export function firstWords(model: DecisionModel, { order, manage, lead }: DecisionScore): string {
  if (order === null) return '';
  const { rules } = model.stance.firstOfBoth;
  const because =
    rules.find(({ id }) => id === order.rule)?.because ??
    (manage === lead ? m.helper_first_equal() : m.helper_first_higher());
  return order.first === 'manage'
    ? m.helper_first_manage({ because })
    : m.helper_first_lead({ because });
}

/** The result in one breath, for a screen reader. */
export function spokenResult(model: DecisionModel, score: DecisionScore): string {
  const level = model.delegation.levels.find((each) => each.level === score.level);
  return [
    m.helper_spoken_progress({ answered: score.answeredCount, all: score.questionCount }),
    m.helper_spoken_scores({ manage: percentWords(score.manage), lead: percentWords(score.lead) }),
    score.stance === null
      ? ''
      : m.helper_spoken_stance({ stance: model.stance.texts[score.stance].title }),
    level === undefined ? '' : m.helper_spoken_level({ level: level.level, title: level.title }),
    ...model.flags
      .filter(({ id }) => score.flags.includes(id))
      .map(({ title }) => m.helper_spoken_flag({ title })),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
