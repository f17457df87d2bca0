import type { Question, QuestionBank } from '../../domain/questions/question-bank.ts';

/** A question of the bank, with what is known of it for the person that was chosen. */
export interface QuestionEntry {
  readonly question: Question;
  /** The date of the 1:1 at which it was asked last; null when it never was. */
  readonly lastAskedOn: string | null;
  /** The meeting on whose agenda it is open; null when it is on none. */
  readonly onAgendaOf: string | null;
  readonly isNotForUs: boolean;
}

export interface QuestionBankView {
  /** In the order of the bank. Without a person, nothing is known of who was asked what. */
  readonly entries: readonly QuestionEntry[];
  /** What each situation means, in one line. */
  readonly situations: QuestionBank['situations'];
}
