import { areaKey } from '../delegation/ledger.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Origin, Stance, Visibility } from '../documents/meeting.ts';
import type { Topic } from '../documents/topics.ts';
import type { PickedQuestion } from '../questions/pick-question.ts';

const questionPrefix = 'question:';

/** The meeting that a suggestion comes from, and its date, YYYY-MM-DD. */
export interface Source {
  readonly meetingId: string;
  readonly on: string;
}

/** What every suggestion says: the talking point that it would become, and where it comes from. */
interface SuggestedPoint {
  /** Stays the same for as long as what it is about does; see keyOf. */
  readonly key: string;
  readonly text: string;
  readonly topic: Topic | null;
  readonly stance: Stance | null;
  readonly visibility: Visibility;
  readonly origin: Origin;
  /** Null when it comes from no meeting. */
  readonly source: Source | null;
}

/** A promise that is not kept yet. */
export interface PromiseSuggestion extends SuggestedPoint {
  readonly group: 'my-promises' | 'their-promises';
  /** Where it is written down, which is where it is marked as done. */
  readonly source: Source;
  readonly actionId: string;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  /** Days since it was made. */
  readonly ageDays: number;
}

/** A point that was left open in a meeting that is over, or on the agenda without a date. */
export interface LeftOpenSuggestion extends SuggestedPoint {
  readonly group: 'left-open';
  readonly meetingId: string;
  readonly pointId: string;
  readonly carryCount: number;
  /** Days since it was raised first. */
  readonly ageDays: number;
  /** The key of the suggestion that the point was once; null for none. */
  readonly subject: string | null;
}

/** Something noticed that has not been said yet. */
export interface FeedbackSuggestion extends SuggestedPoint {
  readonly group: 'feedback';
  readonly feedbackKind: Feedback['feedbackKind'];
  /** Days since it was noticed. */
  readonly ageDays: number;
}

/** A topic that was talked about once, and not for long. */
export interface TopicSuggestion extends SuggestedPoint {
  readonly group: 'topics';
  readonly topic: Topic;
  readonly source: Source;
  /** Days since it was talked about last. */
  readonly ageDays: number;
}

/** A decision to look back on. */
export interface ReviewSuggestion extends SuggestedPoint {
  readonly group: 'reviews';
  readonly decisionId: string;
  /** Days since its review was due. */
  readonly ageDays: number;
}

/** An area that could be handed over one level further. */
export interface StepSuggestion extends SuggestedPoint {
  readonly group: 'steps';
  /** The last handover that went well, and its title. */
  readonly decisionId: string;
  readonly title: string;
  /** How many went well in a row. */
  readonly wentWell: number;
}

/** The one question that fits. */
export interface QuestionSuggestion extends SuggestedPoint {
  readonly group: 'question';
  readonly questionId: string;
  readonly reason: PickedQuestion['reason'];
}

/** One thing to raise at the next 1:1. */
export type Suggestion =
  | PromiseSuggestion
  | LeftOpenSuggestion
  | FeedbackSuggestion
  | TopicSuggestion
  | ReviewSuggestion
  | StepSuggestion
  | QuestionSuggestion;

/** The origins of points that were suggested. */
type SuggestedOrigin = Extract<
  Origin,
  { kind: 'action' | 'feedback' | 'topic' | 'decision' | 'question' }
>;

/**
 * What tells one suggestion from another, for as long as its subject is there: what was dismissed or
 * put off is remembered by it.
 */
export function keyOf(origin: SuggestedOrigin): string {
  switch (origin.kind) {
    case 'action':
      return `action:${origin.meetingId}:${origin.actionId}`;
    case 'feedback':
      return `feedback:${origin.feedbackId}`;
    case 'topic':
      return `topic:${origin.topic}`;
    case 'decision': {
      const { decisionId, raises } = origin;
      if (raises === undefined) return `decision:${decisionId}`;
      return `level:${areaKey(raises.area)}:${String(raises.level)}`;
    }
    case 'question':
      return `${questionPrefix}${origin.questionId}`;
  }
}

/** The key of the suggestion that a point was; null for a point that was none. */
export function keyOfPoint({ origin }: { readonly origin: Origin }): string | null {
  switch (origin.kind) {
    case 'action':
    case 'feedback':
    case 'topic':
    case 'decision':
    case 'question':
      return keyOf(origin);
    case 'typed':
    case 'template':
    case 'guide':
      return null;
  }
}

/** The ids of the questions among some keys. */
export const questionIdsIn = (keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => (key.startsWith(questionPrefix) ? key.slice(questionPrefix.length) : []));
