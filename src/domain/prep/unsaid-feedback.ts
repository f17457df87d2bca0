import { compareTexts } from '../compare-texts.ts';
import type { Feedback } from '../documents/feedback.ts';
import { daysSince } from '../time/dates.ts';
import type { PrepInput } from './prep-input.ts';
import type { FeedbackSuggestion } from './suggestion.ts';
import { keyOf } from './suggestion.ts';

/**
 * Feedback that has not been given, what was noticed longest ago first: it does not keep. On the
 * agenda it is for the user's eyes alone, as it is in the log.
 */
export function unsaidFeedback({ feedback, today }: PrepInput): readonly FeedbackSuggestion[] {
  return feedback
    .filter(({ deliveredAt, text }) => deliveredAt === null && text.trim() !== '')
    .toSorted((one, other) => compareTexts(orderOf(one), orderOf(other)))
    .map(({ id, text, feedbackKind, noticedOn }) => {
      const origin = { kind: 'feedback', feedbackId: id } as const;
      return {
        group: 'feedback',
        key: keyOf(origin),
        text: text.trim().replaceAll(/\s+/g, ' '),
        topic: feedbackKind === 'positive' ? 'recognition' : 'feedback',
        stance: null,
        visibility: 'private',
        ...{ origin, feedbackKind },
        source: null,
        ageDays: daysSince(noticedOn, today),
      };
    });
}

const orderOf = ({ noticedOn, createdAt, id }: Feedback): string =>
  `${noticedOn} ${createdAt} ${id}`;
