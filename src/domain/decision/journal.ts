/** The decision journal: what of it is looked for, and how the user's own choices went. */
import type { Decision, DecisionReview } from '../documents/decision.ts';
import { searchTextOf } from '../documents/summaries.ts';
import { hasAllWords } from '../text-filter.ts';
import type { DecisionStance } from './choices.ts';
import { isReviewDue } from './due-reviews.ts';
import { outcomeOf } from './outcome.ts';

/** A finished decision, and whom it is about; null for nobody in particular. */
export interface JournalEntry {
  readonly decision: Decision;
  readonly personName: string | null;
}

/** Decisions about whomever; no id is empty. */
export const anybody = '';
/** Decisions about nobody in particular; no id is a hyphen. */
export const nobody = '-';

/** What the journal is narrowed to. */
export interface JournalWish {
  /** Words that stand in it, in any order. */
  readonly text: string;
  /** An id, or one of the two words above. */
  readonly personId: string;
  readonly stance: DecisionStance | 'any';
  readonly review: 'any' | 'due' | 'to-come' | 'done';
  readonly choice: 'any' | 'followed' | 'overridden';
}

/** Whether the user went with something else than was suggested. */
export const isOverridden = ({ chosen }: Pick<Decision, 'chosen'>): boolean => chosen !== null;

/** The entries that a wish asks for, in the order in which they came; `today` is a calendar date. */
export function fittingEntries<E extends JournalEntry>(
  entries: readonly E[],
  wish: JournalWish,
  today: string,
): readonly E[] {
  return entries.filter(
    ({ decision, personName }) =>
      isAbout(decision, wish.personId) &&
      (wish.stance === 'any' || outcomeOf(decision)?.stance === wish.stance) &&
      (wish.review === 'any' || reviewStateOf(decision, today) === wish.review) &&
      (wish.choice === 'any' || isOverridden(decision) === (wish.choice === 'overridden')) &&
      hasAllWords(wordsOf(decision, personName), wish.text),
  );
}

function isAbout({ personId }: Decision, wished: string): boolean {
  switch (wished) {
    case anybody:
      return true;
    case nobody:
      return personId === null;
    default:
      return personId === wished;
  }
}

/** Where a decision is on its way to being looked back on; one without a day is never due. */
function reviewStateOf(decision: Decision, today: string): 'due' | 'to-come' | 'done' {
  if (decision.review !== null) return 'done';
  return isReviewDue(decision, today) ? 'due' : 'to-come';
}

function wordsOf(decision: Decision, personName: string | null): string {
  const { title, body } = searchTextOf(decision);
  return [title, body, personName ?? ''].join('\n');
}

/** How often each answer was given. */
type Counts<Answer extends string> = Readonly<Record<Answer, number>>;

/** Some decisions, and what was said of those that were looked back on; way and end stay apart. */
export interface Reviewed {
  readonly decisions: number;
  readonly lookedBack: number;
  readonly process: Counts<DecisionReview['process']>;
  readonly outcome: Counts<DecisionReview['outcome']>;
}

/** The decisions in which the suggestion was followed, beside those in which it was not. */
export interface OverrideFigures {
  readonly followed: Reviewed;
  readonly overridden: Reviewed;
  /** Whether both sides have enough to be read beside each other. */
  readonly canCompare: boolean;
}

/** With fewer on a side, one good or bad day would be most of the picture. */
export const fewestToCompare = 5;

/** How the two kinds of decisions went, in plain counts. It is no mark, of nobody. */
export function overrideFigures(decisions: readonly Decision[]): OverrideFigures {
  const finished = decisions.filter(({ finishedAt }) => finishedAt !== null);
  const followed = reviewedOf(finished.filter((decision) => !isOverridden(decision)));
  const overridden = reviewedOf(finished.filter(isOverridden));
  const fewest = Math.min(followed.lookedBack, overridden.lookedBack);
  return { followed, overridden, canCompare: fewest >= fewestToCompare };
}

function reviewedOf(decisions: readonly Decision[]): Reviewed {
  const reviews = decisions.flatMap(({ review }) => review ?? []);
  const ways = reviews.map(({ process }) => process);
  const ends = reviews.map(({ outcome }) => outcome);
  return {
    decisions: decisions.length,
    lookedBack: reviews.length,
    process: { yes: 0, partly: 0, no: 0, ...countsOf(ways) },
    outcome: { yes: 0, partly: 0, no: 0, 'too-early': 0, ...countsOf(ends) },
  };
}

function countsOf<Answer extends string>(
  given: readonly Answer[],
): Partial<Record<Answer, number>> {
  const counts: Partial<Record<Answer, number>> = {};
  for (const answer of given) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}
