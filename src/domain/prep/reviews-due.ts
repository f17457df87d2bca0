import { dueReviews } from '../decision/due-reviews.ts';
import { outcomeOf } from '../decision/outcome.ts';
import type { Decision } from '../documents/decision.ts';
import type { Stance } from '../documents/meeting.ts';
import { daysSince } from '../time/dates.ts';
import type { PrepInput } from './prep-input.ts';
import { preparedFor } from './prep-input.ts';
import type { ReviewSuggestion } from './suggestion.ts';
import { keyOf } from './suggestion.ts';

/**
 * Decisions about this person to look back on by the day of the meeting, the one due longest first.
 * What was decided about somebody is for the user's eyes until they say it themselves.
 */
export function reviewsDue(input: PrepInput): readonly ReviewSuggestion[] {
  return dueReviews(input.decisions, preparedFor(input)).map((decision) => {
    const origin = { kind: 'decision', decisionId: decision.id } as const;
    return {
      group: 'reviews',
      key: keyOf(origin),
      text: input.reviewText(decision.title),
      topic: null,
      stance: stanceOf(decision),
      visibility: 'private',
      origin,
      source: null,
      decisionId: decision.id,
      ageDays: daysSince(decision.reviewOn ?? input.today, input.today),
    };
  });
}

function stanceOf(decision: Decision): Stance | null {
  const stance = outcomeOf(decision)?.stance ?? null;
  return stance === 'manage' || stance === 'lead' ? stance : null;
}

/** Ids of the items that decisions sent to agendas: their origin is a decision, yet they look ahead. */
export const sentItemIds = ({ decisions }: Pick<PrepInput, 'decisions'>): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ sent }) => sent.map(({ itemId }) => itemId)));
