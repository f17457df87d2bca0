import type { Relationship } from '../documents/relationships.ts';
import type { Topic } from '../documents/topics.ts';
import { daysSince } from '../time/dates.ts';
import { depthRank } from './depths.ts';
import type { Question } from './question-bank-shape.ts';
import type { AskedQuestion, QuestionHistory } from './question-history.ts';
import { followedOn, readQuestionHistory } from './question-history.ts';
import { belongsTo, bestFirst, longestAgoFirst } from './question-order.ts';
import type { ParticularSituation } from './situations.ts';

/** Everything that a pick depends on. Dates are YYYY-MM-DD. */
export interface PickInput {
  readonly questions: readonly Question[];
  readonly relationship: Relationship;
  /** At earlier meetings with this person, in any order. */
  readonly asked: readonly AskedQuestion[];
  /** Ids of the questions that the user does not want for this person. */
  readonly notForUs: readonly string[];
  /** When a topic last came up with this person, by whatever way. */
  readonly topicsTouched: Readonly<Partial<Record<Topic, string>>>;
  /** The meeting's date, rather than that of preparing it, so that every look gives the same. */
  readonly today: string;
  readonly situation: ParticularSituation | null;
  /** Ids that "another one" has passed over, each as often as it was shown. */
  readonly skip: readonly string[];
  /** The meeting's id: one meeting is proposed one question. */
  readonly seed: string;
}

/** Why this question and no other: where the suggestion comes from. */
type PickReason =
  | { readonly kind: 'situation'; readonly situation: ParticularSituation }
  /** `questionId` is the earlier question that it goes on from. */
  | { readonly kind: 'goes-deeper'; readonly questionId: string; readonly askedOn: string }
  /** `sinceDays` is null when the topic never came up. */
  | { readonly kind: 'topic-untouched'; readonly topic: Topic; readonly sinceDays: number | null }
  /** All that fit were asked within the last 90 days. */
  | { readonly kind: 'asked-longest-ago'; readonly askedOn: string };

export interface PickedQuestion {
  readonly question: Question;
  readonly reason: PickReason;
}

/**
 * Picks one question for a person's next meeting; null when the bank has none that fits.
 *
 * What fits: it may be asked of the relationship and in the situation, it is not among those not
 * wanted, it was not asked within 90 days, and it goes at most one step deeper than the topic has
 * gone within a year. What comes first: what belongs to the situation; then the topic not touched
 * for longest; within a topic what follows a question asked within a year, then what was never
 * asked. "Another one" goes from topic to topic, and begins again when all were shown.
 */
export function pickQuestion(input: PickInput): PickedQuestion | null {
  const history = readQuestionHistory(
    input.questions,
    input.asked,
    input.topicsTouched,
    input.today,
  );
  const fitting = input.questions.filter((question) => fits(question, input, history));
  const rested = fitting.filter(({ id }) => !history.isResting(id));
  const allRest = rested.length === 0;
  const proposals = allRest
    ? longestAgoFirst(fitting, history, input.seed)
    : bestFirst(rested, history, input);
  const question = leastShown(proposals, input.skip);
  if (question === null) return null;
  return { question, reason: reasonFor(question, input, history, allRest) };
}

function fits(question: Question, input: PickInput, history: QuestionHistory): boolean {
  return (
    question.relationships.includes(input.relationship) &&
    !input.notForUs.includes(question.id) &&
    (question.situations.includes('any') || belongsTo(input.situation, question)) &&
    depthRank(question.depth) <= history.reachedDepth(question.topic) + 1
  );
}

/** The first of those that were shown least often. */
function leastShown(questions: readonly Question[], skip: readonly string[]): Question | null {
  const timesShown = ({ id }: Question) => skip.filter((shown) => shown === id).length;
  const [first] = questions.toSorted((one, other) => timesShown(one) - timesShown(other));
  return first ?? null;
}

function reasonFor(
  question: Question,
  { situation, today }: PickInput,
  history: QuestionHistory,
  allRest: boolean,
): PickReason {
  const askedOn = history.lastAsked(question.id);
  if (allRest && askedOn !== null) return { kind: 'asked-longest-ago', askedOn };
  if (situation !== null && belongsTo(situation, question)) return { kind: 'situation', situation };
  const earlierOn = followedOn(question, history);
  if (question.follows !== undefined && earlierOn !== null) {
    return { kind: 'goes-deeper', questionId: question.follows, askedOn: earlierOn };
  }
  const touchedOn = history.lastTouched(question.topic);
  return {
    kind: 'topic-untouched',
    topic: question.topic,
    // A topic can have been touched at a meeting that is later than the one in hand.
    sinceDays: touchedOn === null ? null : daysSince(touchedOn, today),
  };
}
