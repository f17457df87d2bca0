import { depthRank } from './depths.ts';
import type { Question } from './question-bank-shape.ts';

/**
 * What a schema cannot see: whether the questions fit each other.
 * Returns the first contradiction as a clause without a full stop, or null when there is none.
 */
export function findContradiction(questions: readonly Question[]): string | null {
  const byId = new Map<string, Question>();
  for (const question of questions) {
    if (byId.has(question.id)) return `the question "${question.id}" is there twice`;
    byId.set(question.id, question);
  }
  for (const question of questions) {
    if (question.follows === undefined) continue;
    const problem = whyItCannotFollow(question, byId.get(question.follows));
    if (problem !== null) {
      return `the question "${question.id}" follows "${question.follows}", ${problem}`;
    }
  }
  return null;
}

function whyItCannotFollow(question: Question, followed: Question | undefined): string | null {
  if (followed === undefined) return 'which is not there';
  if (followed.topic !== question.topic) return 'which has another topic';
  if (depthRank(followed.depth) >= depthRank(question.depth)) return 'which is not shallower';
  const meetsSomebody = question.relationships.some((one) => followed.relationships.includes(one));
  return meetsSomebody ? null : 'which is never asked of the same person';
}
