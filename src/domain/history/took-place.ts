import { talkedAboutAt } from '../agenda/points.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { epochOf } from '../time/instants.ts';

/**
 * Whether a 1:1 took place: somebody said so, or its time has come and something in it was talked
 * about or noted. Not everybody wraps up.
 */
export function tookPlace(
  meeting: Pick<MeetingSummary, 'status' | 'wrappedUpAt' | 'points' | 'hasNotes'>,
  startsAt: string | null,
  now: string,
): boolean {
  const { status, wrappedUpAt, points, hasNotes } = meeting;
  if (status !== 'planned') return status === 'held';
  if (startsAt === null || epochOf(startsAt) > epochOf(now)) return false;
  return wrappedUpAt !== null || hasNotes || points.some((point) => talkedAboutAt(point) !== null);
}
