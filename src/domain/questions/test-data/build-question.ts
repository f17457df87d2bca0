import type { Question } from '../question-bank.ts';

/** A question that may be asked of a report at any time, but for what the test says. */
export function buildQuestion(given: Partial<Question> & Pick<Question, 'id'>): Question {
  return {
    text: `What about ${given.id}?`,
    topic: 'growth',
    depth: 'opening',
    stance: 'none',
    situations: ['any'],
    relationships: ['report'],
    ...given,
  };
}
