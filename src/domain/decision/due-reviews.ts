/** Which decisions wait to be looked back on. */
import { compareTexts } from '../compare-texts.ts';
import type { Decision } from '../documents/decision.ts';

/** Whether a decision is to be looked back on by a calendar date. */
export function isReviewDue(
  { finishedAt, review, reviewOn }: Pick<Decision, 'finishedAt' | 'review' | 'reviewOn'>,
  date: string,
): boolean {
  return finishedAt !== null && review === null && reviewOn !== null && reviewOn <= date;
}

/** Those of some decisions whose review is due by a date, the one due longest first. */
export function dueReviews(decisions: readonly Decision[], date: string): readonly Decision[] {
  return decisions
    .filter((decision) => isReviewDue(decision, date))
    .toSorted((one, other) => compareTexts(orderOf(one), orderOf(other)));
}

const orderOf = ({ reviewOn, createdAt, id }: Decision): string =>
  `${reviewOn ?? ''} ${createdAt} ${id}`;
