import type { DecisionModel, Question } from '../../../domain/decision/model.ts';

/** `ask`: what the work asks for; `ground`: what stands and what is missing; `hands`: who decides. */
export type ThemeName = 'ask' | 'ground' | 'hands';

/** Questions that follow one another and belong together. */
export interface Theme {
  readonly name: ThemeName;
  readonly questions: readonly [Question, ...Question[]];
}

/**
 * The questions in their order, cut into themes by what the model does with them: those asked from
 * both sides, those that move one score, and those about handing over alone. The order is never
 * changed, so a theme comes twice when the model mixes them.
 */
export function themesOf(model: DecisionModel): readonly Theme[] {
  const themes: Theme[] = [];
  for (const question of model.questions.toSorted((one, other) => one.order - other.order)) {
    const name = themeOf(question);
    const last = themes.at(-1);
    if (last?.name === name) {
      themes[themes.length - 1] = { name, questions: [...last.questions, question] };
    } else themes.push({ name, questions: [question] });
  }
  return themes;
}

function themeOf({ scales }: Question): ThemeName {
  if (scales.length > 1) return 'ask';
  const movesScore = scales.some(
    ({ weights }) => (weights.manage ?? 0) !== 0 || (weights.lead ?? 0) !== 0,
  );
  return movesScore ? 'ground' : 'hands';
}
