import type { Relationship } from '../documents/relationships.ts';

/** What is known of a person before a 1:1. */
export interface MeetingSituation {
  readonly relationship: Relationship;
  /** How many days lie between this 1:1 and the one before; null when there was none. */
  readonly daysSinceLast: number | null;
  /** The template of the 1:1 before; null when it had none. */
  readonly lastTemplateId: string | null;
}

/** Why a template comes first. */
export type FittingReason =
  | { readonly kind: 'first-meeting' }
  | { readonly kind: 'skip-level' }
  | { readonly kind: 'long-gap'; readonly days: number }
  | { readonly kind: 'used-last' }
  | { readonly kind: 'regular' };

export interface FittingTemplate {
  readonly templateId: string;
  readonly reason: FittingReason;
}

/** Whoever was away for as long as this has much to come back to. */
const longGapDays = 42;

/** More than this is no choice, but a list. */
const most = 3;

/** For whom the first week is about arriving, and not about getting on with a neighbour. */
const arriving: readonly Relationship[] = ['report', 'mentee'];

/**
 * The templates to offer first for a 1:1, best first, each once: what its situation asks for, then
 * what was used last with this person, then the weekly one.
 * @param available the ids of those that can be used
 */
export function fittingTemplates(
  { relationship, daysSinceLast, lastTemplateId }: MeetingSituation,
  available: readonly string[],
): readonly FittingTemplate[] {
  const wanted: FittingTemplate[] = [];
  if (relationship === 'skip-level')
    wanted.push({ templateId: 'skip-level', reason: { kind: 'skip-level' } });
  if (daysSinceLast === null && arriving.includes(relationship))
    wanted.push({ templateId: 'first-week', reason: { kind: 'first-meeting' } });
  if (daysSinceLast !== null && daysSinceLast >= longGapDays)
    wanted.push({ templateId: 'return', reason: { kind: 'long-gap', days: daysSinceLast } });
  if (lastTemplateId !== null)
    wanted.push({ templateId: lastTemplateId, reason: { kind: 'used-last' } });
  wanted.push({ templateId: 'weekly', reason: { kind: 'regular' } });
  return wanted
    .filter(({ templateId }) => available.includes(templateId))
    .filter(
      ({ templateId }, place, all) =>
        all.findIndex((other) => other.templateId === templateId) === place,
    )
    .slice(0, most);
}
