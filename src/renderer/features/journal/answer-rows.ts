import type { OverrideFigures } from '../../../domain/decision/journal.ts';
import { m } from '../../../messages/index.ts';
import { outcomeAnswers, processAnswers } from '../decision/review-answers.ts';

/** How often one answer was given where the suggestion was followed, and where it was not. */
interface AnswerRow {
  readonly answer: 'yes' | 'partly' | 'no' | 'too-early';
  readonly label: string;
  readonly followed: number;
  readonly overridden: number;
}

/** One question of the review, with all of its answers. */
export interface AnsweredQuestion {
  readonly title: string;
  readonly answers: readonly AnswerRow[];
}

/** The figures question by question: the way and the end are two, and stay two. */
export function answerRows({ followed, overridden }: OverrideFigures): readonly AnsweredQuestion[] {
  return [
    {
      title: m.journal_process(),
      answers: processAnswers.map(({ value, label }) => ({
        ...{ answer: value, label },
        ...{ followed: followed.process[value], overridden: overridden.process[value] },
      })),
    },
    {
      title: m.journal_outcome(),
      answers: outcomeAnswers.map(({ value, label }) => ({
        ...{ answer: value, label },
        ...{ followed: followed.outcome[value], overridden: overridden.outcome[value] },
      })),
    },
  ];
}
