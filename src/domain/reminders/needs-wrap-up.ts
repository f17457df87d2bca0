import { openActions } from '../agenda/actions.ts';
import { openPoints } from '../agenda/points.ts';
import type { MeetingSummary } from '../documents/summaries.ts';

type Wrappable = Pick<MeetingSummary, 'status' | 'wrappedUpAt' | 'points' | 'actions' | 'hasNotes'>;

/**
 * Whether something in a 1:1 is left to wrap up once it is over. A planned one has yet to be told
 * what became of it, if anything was written in it; one that was held is done, unless points were
 * left open or promises made without wrapping up. Of a plan with nothing in it there is nothing.
 */
export function needsWrapUp(meeting: Wrappable): boolean {
  const { status, wrappedUpAt, points, actions, hasNotes } = meeting;
  if (wrappedUpAt !== null) return false;
  if (status === 'planned') return points.length > 0 || actions.length > 0 || hasNotes;
  return status === 'held' && openPoints(points).length + openActions(actions).length > 0;
}
