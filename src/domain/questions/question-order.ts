import { topics } from '../documents/topics.ts';
import type { Question } from './question-bank-shape.ts';
import type { QuestionHistory } from './question-history.ts';
import { followedOn } from './question-history.ts';
import { shuffleRank } from './shuffle-rank.ts';
import type { ParticularSituation } from './situations.ts';

interface Preference {
  readonly seed: string;
  readonly situation: ParticularSituation | null;
}

/** Whether the question is tagged with the situation; with none, no question is. */
export function belongsTo(
  situation: ParticularSituation | null,
  { situations }: Question,
): boolean {
  return situation !== null && situations.includes(situation);
}

/**
 * The order in which questions are proposed: what belongs to the situation first; the topics in
 * turns, the one not touched for longest first; within a topic what goes on from an earlier
 * question, then what was never asked, then what was asked longest ago. The seed breaks ties.
 */
export function bestFirst(
  questions: readonly Question[],
  history: QuestionHistory,
  { seed, situation }: Preference,
): readonly Question[] {
  const topicOrder = topics.toSorted(
    (one, other) =>
      compareDates(history.lastTouched(one), history.lastTouched(other)) ||
      shuffleRank(seed, one) - shuffleRank(seed, other),
  );
  const isForTheSituation = (question: Question) => belongsTo(situation, question);
  return [
    questions.filter(isForTheSituation),
    questions.filter((question) => !isForTheSituation(question)),
  ].flatMap((tier) => {
    const byTopic = topicOrder.map((topic) =>
      tier
        .filter((question) => question.topic === topic)
        .sort((one, other) => compareWithinTopic(one, other, history, seed)),
    );
    return takeInTurns(byTopic);
  });
}

function compareWithinTopic(
  one: Question,
  other: Question,
  history: QuestionHistory,
  seed: string,
): number {
  return (
    Number(followedOn(other, history) !== null) - Number(followedOn(one, history) !== null) ||
    compareDates(history.lastAsked(one.id), history.lastAsked(other.id)) ||
    compareByLot(one, other, seed)
  );
}

/** Questions that were all asked lately, the one asked longest ago first. */
export function longestAgoFirst(
  questions: readonly Question[],
  history: QuestionHistory,
  seed: string,
): readonly Question[] {
  return questions.toSorted(
    (one, other) =>
      compareDates(history.lastAsked(one.id), history.lastAsked(other.id)) ||
      compareByLot(one, other, seed),
  );
}

/** Earlier first, and never before all others. */
function compareDates(one: string | null, other: string | null): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function compareByLot(one: Question, other: Question, seed: string): number {
  return shuffleRank(seed, one.id) - shuffleRank(seed, other.id);
}

/** The first of each list, then the second of each, and so on. */
function takeInTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_turn, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}
