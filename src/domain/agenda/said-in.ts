import type { Feedback } from '../documents/feedback.ts';
import type { Meeting, TalkingPoint } from '../documents/meeting.ts';
import { isOpenPoint } from './points.ts';

/** The feedback that a point tells; null for a point that tells none. */
export const feedbackToldBy = ({ origin }: Pick<TalkingPoint, 'origin'>): string | null =>
  origin.kind === 'feedback' ? origin.feedbackId : null;

/**
 * A meeting in which some feedback has been said: the open points that tell it are checked off, so that
 * it is not carried on to be said again.
 * @param now UTC instant
 */
export function withSaidChecked(
  meeting: Meeting,
  feedbackIds: readonly string[],
  now: string,
): Meeting {
  const isSaid = (point: TalkingPoint): boolean =>
    isOpenPoint(point) && feedbackIds.includes(feedbackToldBy(point) ?? '');
  if (!meeting.agenda.some(isSaid)) return meeting;
  const agenda = meeting.agenda.map((point) =>
    isSaid(point) ? { ...point, discussedAt: now } : point,
  );
  return { ...meeting, agenda };
}

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
