import type { ActionItem, Meeting, TalkingPoint } from '../documents/meeting.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { isOpenPoint } from './points.ts';
import type { ThereAgain } from './undone-meeting.ts';
import { has, hasAction, isHere, pointIn } from './undone-meeting.ts';

/**
 * The promises of a meeting in which an act is taken back. One that is elsewhere by now stays there, and
 * one whose point was dealt with otherwise, or moved on, once it was no promise any more, stays away.
 * @param elsewhere the other meetings of the same people
 */
export function promisesBack(one: ThereAgain, elsewhere: readonly MeetingSummary[]): ActionItem[] {
  const { found, undone } = one;
  const isThere = (id: string): boolean =>
    hasAction(found, id) || elsewhere.some(({ actions }) => has(actions, id));
  return undone.actionItems.filter(
    (action) =>
      hasAction(found, action.id) ||
      (!isThere(action.id) && isStillOf(action, one, elsewhere, isThere)),
  );
}

/** The same meeting in which an open point of which a promise has come back has become that promise. */
export function withPromised(meeting: Meeting, found: Meeting | null, now: string): Meeting {
  const agenda = meeting.agenda.map((point): TalkingPoint => {
    const promise = meeting.actionItems.find(({ fromPointId }) => fromPointId === point.id);
    if (promise === undefined || !isFree(point, (id) => hasAction(meeting, id))) return point;
    const stoodBeside = pointIn(found, point.id) !== undefined && hasAction(found, promise.id);
    if (stoodBeside) return point;
    return { ...point, leftAs: { kind: 'action', actionId: promise.id, at: now } };
  });
  return { ...meeting, agenda };
}

/** Whether nothing else has become of the point that a promise came from. */
function isStillOf(
  { id, fromPointId }: ActionItem,
  { undone }: ThereAgain,
  elsewhere: readonly MeetingSummary[],
  isThere: (id: string) => boolean,
): boolean {
  if (fromPointId === null) return true;
  const point = pointIn(undone, fromPointId);
  if (point !== undefined && isHere(point))
    return isFree(point, (other) => other !== id && isThere(other));
  return !elsewhere.some(({ points }) =>
    points.some((other) => other.id === fromPointId && isHere(other)),
  );
}

/** Whether a point is open, or was a promise that is gone. */
const isFree = (point: TalkingPoint, isThere: (id: string) => boolean): boolean =>
  isOpenPoint(point) || (point.leftAs?.kind === 'action' && !isThere(point.leftAs.actionId));
