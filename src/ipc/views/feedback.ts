import type { Feedback } from '../../domain/documents/feedback.ts';
import type { Relationship } from '../../domain/documents/relationships.ts';
import type { MeetingPointer } from './meetings.ts';

/** Something that was said, and where; null for elsewhere, or a meeting that is gone. */
interface DeliveredFeedback {
  readonly feedback: Feedback;
  readonly meeting: MeetingPointer | null;
}

export interface FeedbackView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly personName: string;
  readonly relationship: Relationship;
  /** What was noticed first stands first. */
  readonly toDeliver: readonly Feedback[];
  /** What was said last stands first. */
  readonly delivered: readonly DeliveredFeedback[];
  /** Where something may have been said: the latest 1:1s that have begun, newest first. */
  readonly meetings: readonly MeetingPointer[];
}
