import type { Stance } from '../../../domain/documents/meeting.ts';
import { topics } from '../../../domain/documents/topics.ts';
import { m } from '../../../messages/index.ts';
import { topicName } from './topic-names.ts';

const stanceNames: Record<Stance, () => string> = {
  manage: m.run_stance_manage,
  lead: m.run_stance_lead,
  none: m.run_stance_none,
};

/** What a stance is called. */
export const stanceName = (stance: Stance): string => stanceNames[stance]();

const stances = ['manage', 'lead', 'none'] as const satisfies readonly Stance[];

/** What can be said of a talking point: mostly managing, leading, or neither. */
export const stanceChoices = () =>
  stances.map((stance) => ({ value: stance, label: stanceName(stance) }));

/** What a talking point can be about. */
export const topicChoices = () =>
  topics.map((topic) => ({ value: topic, label: topicName(topic) }));

/** The stance that a key means, in a row that has the focus; null for any other key. */
export function stanceOfKey(key: string): Stance | null {
  const keys: Readonly<Record<string, Stance>> = { m: 'manage', l: 'lead', n: 'none' };
  return keys[key.toLowerCase()] ?? null;
}
