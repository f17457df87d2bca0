import { longestCadenceDays } from '../../../domain/documents/person-limits.ts';
import { m } from '../../../messages/index.ts';
import type { Choice } from '../../ui/choice.ts';

/** What the list offers: nothing, the usual numbers of days, or a number of one's own. */
type CadenceChoice = 'none' | '7' | '14' | '21' | '30' | 'other';

const usual = ['7', '14', '21', '30'] as const satisfies readonly CadenceChoice[];

/** What was agreed, to choose from. */
export const cadenceChoices = (): readonly Choice<CadenceChoice>[] => [
  { value: 'none', label: m.people_cadence_none() },
  { value: '7', label: m.people_cadence_week() },
  { value: '14', label: m.people_cadence_two_weeks() },
  { value: '21', label: m.people_cadence_three_weeks() },
  { value: '30', label: m.people_cadence_month() },
  { value: 'other', label: m.people_cadence_other() },
];

/** The choice that stands for a number of days; null is that nothing is agreed. */
export function cadenceChoiceOf(days: number | null): CadenceChoice {
  if (days === null) return 'none';
  return usual.find((choice) => choice === String(days)) ?? 'other';
}

/** The number of days that was chosen or typed; undefined while it is none that can be agreed. */
export function cadenceDaysOf(choice: CadenceChoice, typed: string): number | null | undefined {
  if (choice === 'none') return null;
  const text = choice === 'other' ? typed.trim() : choice;
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const days = Number(text);
  return days >= 1 && days <= longestCadenceDays ? days : undefined;
}
