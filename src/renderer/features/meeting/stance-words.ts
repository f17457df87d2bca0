import type { Stance } from '../../../domain/documents/meeting.ts';
import { m } from '../../../messages/index.ts';

const stanceNames: Record<Stance, () => string> = {
  manage: m.run_stance_manage,
  lead: m.run_stance_lead,
  none: m.run_stance_none,
};

const stances = ['manage', 'lead', 'none'] as const satisfies readonly Stance[];

/** What a stance is called. */
export const stanceName = (stance: Stance): string => stanceNames[stance]();

/** What can be said of an item: mostly managing, leading, or neither. */
export const stanceChoices = () =>
  stances.map((stance) => ({ value: stance, label: stanceName(stance) }));

/** What is announced once a key has said it, or has taken it back. */
export const stanceSetWords = (stance: Stance | null): string =>
  stance === null ? m.run_stance_cleared() : m.run_stance_set({ stance: stanceName(stance) });
