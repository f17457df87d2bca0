import type { Topic } from '../documents/topics.ts';
import { topics } from '../documents/topics.ts';
import { depthRank } from './depths.ts';
import type { Question } from './question-bank-shape.ts';

/** How long a question rests once it was asked: a quarter, so that the answer can have changed. */
const restDays = 90;

/** For how long a talk about a topic is remembered well enough to go on from it. */
const memoryYears = 1;

/** A question that was put to the person, and the date of that meeting. */
export interface AskedQuestion {
  readonly questionId: string;
  readonly on: string;
}

/** What earlier meetings with one person say about a bank of questions. Dates are YYYY-MM-DD. */
export interface QuestionHistory {
  /** The last time, or null when it never was. */
  lastAsked(questionId: string): string | null;
  /** Whether it was asked within the last 90 days. */
  isResting(questionId: string): boolean;
  /** Whether it was asked within a year. */
  isRemembered(questionId: string): boolean;
  /** The rank of the deepest question of the topic that was asked within a year; 0 for none. */
  reachedDepth(topic: Topic): number;
  /** The last time that the topic came up, by a question or otherwise; null when it never did. */
  lastTouched(topic: Topic): string | null;
}

/**
 * Reads the history once, so that each question can be judged quickly. `asked` may come in any
 * order, and name questions that the bank no longer has.
 */
export function readQuestionHistory(
  questions: readonly Question[],
  asked: readonly AskedQuestion[],
  topicsTouched: Readonly<Partial<Record<Topic, string>>>,
  today: string,
): QuestionHistory {
  const day = Temporal.PlainDate.from(today);
  const restsFrom = day.subtract({ days: restDays }).toString();
  const remembersFrom = day.subtract({ years: memoryYears }).toString();

  const lastAsked = new Map<string, string>();
  for (const { questionId, on } of asked) {
    lastAsked.set(questionId, laterOf(lastAsked.get(questionId), on) ?? on);
  }

  const reached = new Map<Topic, number>();
  const touched = new Map(topics.map((topic) => [topic, topicsTouched[topic] ?? null]));
  for (const { id, topic, depth } of questions) {
    const on = lastAsked.get(id);
    if (on === undefined) continue;
    touched.set(topic, laterOf(touched.get(topic), on));
    if (on < remembersFrom) continue;
    reached.set(topic, Math.max(reached.get(topic) ?? 0, depthRank(depth)));
  }

  const wasAskedSince = (questionId: string, from: string): boolean => {
    const on = lastAsked.get(questionId);
    return on !== undefined && on >= from;
  };
  return {
    lastAsked: (questionId) => lastAsked.get(questionId) ?? null,
    isResting: (questionId) => wasAskedSince(questionId, restsFrom),
    isRemembered: (questionId) => wasAskedSince(questionId, remembersFrom),
    reachedDepth: (topic) => reached.get(topic) ?? 0,
    lastTouched: (topic) => touched.get(topic) ?? null,
  };
}

function laterOf(one: string | null | undefined, other: string | null): string | null {
  if (one === null || one === undefined) return other;
  return other === null || one > other ? one : other;
}

/**
 * When the question that this one follows was asked, if this one can go on from it now: that was
 * within a year, and this one was not asked within a year itself. Otherwise null.
 */
export function followedOn({ id, follows }: Question, history: QuestionHistory): string | null {
  if (follows === undefined || !history.isRemembered(follows)) return null;
  return history.isRemembered(id) ? null : history.lastAsked(follows);
}
