import type { Condition, DecisionModel } from '../../../domain/decision/model.ts';
import { m } from '../../../messages/index.ts';
import { placeOf } from './reasons.ts';
import { percentWords } from './score-words.ts';

/** One rule of the model in words. */
export interface ThresholdRow {
  readonly when: string;
  readonly then: string;
}

/** Every threshold of the model in the order in which it is tried. */
export function thresholdRows(model: DecisionModel): readonly ThresholdRow[] {
  return [
    ...stanceRows(model),
    ...firstRows(model),
    ...model.delegation.levels.map(({ level, title, from }) => ({
      when: m.helper_when_delegation({ from: percentWords(from) }),
      then: m.helper_then_level({ level, title }),
    })),
    ...model.flags.flatMap(({ title, anyOf }) =>
      anyOf.map((row) => ({
        when: allOf(row.map((condition) => conditionWords(model, condition))),
        then: m.helper_then_flag({ title }),
      })),
    ),
    ...model.confidence.map(({ from, text }) => ({
      when: m.helper_when_share({ from: percentWords(from) }),
      then: text,
    })),
  ];
}

function stanceRows({ stance }: DecisionModel): readonly ThresholdRow[] {
  const { leaveBelow, bothFrom, bothWhenCloserThan, texts } = stance;
  return [
    { when: m.helper_when_below({ limit: percentWords(leaveBelow) }), then: texts.leave.title },
    { when: m.helper_when_from({ limit: percentWords(bothFrom) }), then: texts.both.title },
    {
      when: m.helper_when_close({ limit: percentWords(bothWhenCloserThan) }),
      then: texts.both.title,
    },
    { when: m.helper_when_else(), then: m.helper_then_higher() },
  ];
}

function firstRows(model: DecisionModel): readonly ThresholdRow[] {
  const { rules, onEqualScores } = model.stance.firstOfBoth;
  const first = { manage: m.helper_then_manage_first, lead: m.helper_then_lead_first };
  return [
    ...rules.map((rule) => ({
      when: m.helper_when_both({
        condition: allOf(rule.when.map((condition) => conditionWords(model, condition))),
      }),
      then: first[rule.first](),
    })),
    { when: m.helper_when_both_equal(), then: first[onEqualScores]() },
    { when: m.helper_when_both_else(), then: m.helper_then_higher_first() },
  ];
}

function conditionWords(model: DecisionModel, condition: Condition): string {
  switch (condition.kind) {
    case 'stance':
      return m.helper_if_stance({ stance: model.stance.texts[condition.is].title });
    case 'level':
      return m.helper_if_level({ level: condition.atMost });
    case 'answer': {
      const title = placeOf(model, condition.scale)?.title ?? condition.scale;
      const { atLeast, atMost } = condition;
      return allOf([
        ...(atLeast === undefined ? [] : [m.helper_if_at_least({ title, number: atLeast + 1 })]),
        ...(atMost === undefined ? [] : [m.helper_if_at_most({ title, number: atMost + 1 })]),
      ]);
    }
  }
}

const allOf = (conditions: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(conditions);
