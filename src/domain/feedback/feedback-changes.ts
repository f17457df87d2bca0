import { givenOf } from '../agenda/change.ts';
import type { Feedback } from '../documents/feedback.ts';

/** Something noticed as it is written down; `now` is the UTC instant of writing. */
export interface NewFeedback extends Pick<
  Feedback,
  'id' | 'personId' | 'feedbackKind' | 'text' | 'noticedOn'
> {
  readonly now: string;
}

/** What may change in it; a part that is left out or undefined stays. */
export interface FeedbackChange {
  readonly feedbackKind?: Feedback['feedbackKind'] | undefined;
  readonly text?: string | undefined;
  readonly noticedOn?: string | undefined;
}

/** Feedback that has yet to be said. */
export function newFeedback({ now, ...given }: NewFeedback): Feedback {
  return {
    kind: 'feedback',
    version: 1,
    ...given,
    deliveredAt: null,
    deliveredIn: null,
    createdAt: now,
  };
}

/** Changes what was noticed; whether it has been said stays as it is. */
export function changeFeedback(feedback: Feedback, change: FeedbackChange): Feedback {
  return { ...feedback, ...givenOf(change) };
}

/**
 * Says where it was said. Of a meeting that has begun it was then, else now; what is known to have
 * been said keeps its moment when it was in the same place.
 * @param meeting null when it was said elsewhere; `startsAt` null while it has no date
 * @param now UTC instant
 */
export function deliverFeedback(
  feedback: Feedback,
  meeting: { readonly id: string; readonly startsAt: string | null } | null,
  now: string,
): Feedback {
  const deliveredIn = meeting?.id ?? null;
  if (feedback.deliveredAt !== null && feedback.deliveredIn === deliveredIn) return feedback;
  const start = meeting?.startsAt ?? null;
  const hasBegun = start !== null && Date.parse(start) <= Date.parse(now);
  return { ...feedback, deliveredAt: hasBegun ? start : now, deliveredIn };
}

/** It has yet to be said, after all. */
export function undeliverFeedback(feedback: Feedback): Feedback {
  return { ...feedback, deliveredAt: null, deliveredIn: null };
}

/**
 * Feedback that an undo brings back: what has not been said, or was said in a meeting that is not there,
 * points to none.
 */
export function settleFeedback(
  feedback: Feedback,
  hasMeeting: (meetingId: string) => boolean,
): Feedback {
  const { deliveredAt, deliveredIn } = feedback;
  if (deliveredIn === null) return feedback;
  return deliveredAt !== null && hasMeeting(deliveredIn)
    ? feedback
    : { ...feedback, deliveredIn: null };
}

/** To be said, what was noticed first before; and what was said, the latest first. */
export function sortFeedback(all: readonly Feedback[]): {
  readonly toDeliver: readonly Feedback[];
  readonly delivered: readonly Feedback[];
} {
  const noticed = ({ noticedOn, createdAt }: Feedback): string => `${noticedOn} ${createdAt}`;
  const said = ({ deliveredAt }: Feedback): number => Date.parse(deliveredAt ?? '');
  return {
    toDeliver: all
      .filter(({ deliveredAt }) => deliveredAt === null)
      .toSorted((one, other) => (noticed(one) < noticed(other) ? -1 : 1)),
    delivered: all
      .filter(({ deliveredAt }) => deliveredAt !== null)
      .toSorted((one, other) => said(other) - said(one)),
  };
}
