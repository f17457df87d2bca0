import type { DelegationLevelNumber } from '../decision/choices.ts';
import type { Decision } from '../documents/decision.ts';
import type { Feedback } from '../documents/feedback.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Person } from '../documents/person.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import type { Topic } from '../documents/topics.ts';
import type { Question } from '../questions/question-bank.ts';

/** All that the preparation of one meeting depends on. */
export interface PrepInput {
  readonly person: Pick<
    Person,
    'relationship' | 'dismissedSuggestions' | 'questionsNotForUs' | 'delegations'
  >;
  /** The one that is prepared. */
  readonly meeting: Pick<
    Meeting,
    'id' | 'startLocal' | 'agenda' | 'templateId' | 'snoozedSuggestions'
  >;
  /** All meetings with this person; whether the one in hand is among them makes no difference. */
  readonly meetings: readonly MeetingSummary[];
  /** Of these, the ones in which open points wait; see whereThingsWait. */
  readonly waitingIn: readonly MeetingSummary[];
  /** All that was noticed about this person. */
  readonly feedback: readonly Feedback[];
  /** All that was decided about this person. */
  readonly decisions: readonly Decision[];
  /** The question bank; empty when there is none. */
  readonly questions: readonly Question[];
  /** The date on which it is prepared, YYYY-MM-DD. */
  readonly today: string;
  /** The zone in which the user counts days. */
  readonly timeZone: string;
  /** After how many days a topic counts as not touched for long. */
  readonly quietAfterDays: number;
  /** What a point on a topic says. */
  readonly topicText: (topic: Topic) => string;
  /** What a point says that looks back on a decision. */
  readonly reviewText: (title: string) => string;
  /** What a point says that asks for the next level of an area. */
  readonly stepText: (area: string, level: DelegationLevelNumber) => string;
}

/** Two months: at a 1:1 a week that is eight talks in which a topic did not come up. */
export const defaultQuietDays = 60;

/** The date that things are prepared for: the meeting's own, or today's while it has none. */
export const preparedFor = ({ meeting, today }: PrepInput): string =>
  meeting.startLocal?.slice(0, 10) ?? today;
