import { m } from '../../../messages/index.ts';
import type { Choice } from '../../ui/choice.ts';

/** Whether a stage comes for one person: as for all, or whatever holds for all. */
export type StageChoice = 'usual' | 'always' | 'never';

/** What a stage can be for one person, to choose from. */
export const stageChoices = (): readonly Choice<StageChoice>[] => [
  { value: 'usual', label: m.reminder_settings_usual() },
  { value: 'always', label: m.reminder_settings_always() },
  { value: 'never', label: m.reminder_settings_never() },
];

/** The choice that stands for what is kept; null is as usual. */
export function stageChoiceOf(isWanted: boolean | null): StageChoice {
  if (isWanted === null) return 'usual';
  return isWanted ? 'always' : 'never';
}

/** What is kept for a choice. */
export const stageOf = (choice: StageChoice): boolean | null =>
  choice === 'usual' ? null : choice === 'always';

type LeadsChoice = 'usual' | 'own' | 'never';

/** What the minutes before the start can be for one person, to choose from. */
export const leadsChoices = (): readonly Choice<LeadsChoice>[] => [
  { value: 'usual', label: m.reminder_settings_usual() },
  { value: 'own', label: m.reminder_settings_own_minutes() },
  { value: 'never', label: m.reminder_settings_never() },
];

/** The choice that stands for some minutes; null is as usual. */
export function leadsChoiceOf(minutes: readonly number[] | null): LeadsChoice {
  if (minutes === null) return 'usual';
  return minutes.length === 0 ? 'never' : 'own';
}
