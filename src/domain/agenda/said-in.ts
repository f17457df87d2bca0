import type { Feedback } from '../documents/feedback.ts';

/**
 * The feedback that was said in one of these meetings, as it is once they are gone: it has still been
 * said, and loses the link alone.
 */
export const feedbackWithoutMeetings = (
  feedback: readonly Feedback[],
  meetingIds: readonly string[],
): readonly Feedback[] =>
  feedback
    .filter(({ deliveredIn }) => deliveredIn !== null && meetingIds.includes(deliveredIn))
    .map((one) => ({ ...one, deliveredIn: null }));
