import type { ActionItem, TalkingPoint } from '../documents/meeting.ts';

type PointMarks = Pick<TalkingPoint, 'id' | 'visibility' | 'origin'>;

/** Whether the other side may see a point: what tells feedback is private, whatever it is marked as. */
export const isSharedPoint = ({ visibility, origin }: Omit<PointMarks, 'id'>): boolean =>
  visibility === 'shared' && origin.kind !== 'feedback';

/**
 * Whether the other side may see a promise: one that came from something is as private as that is, and
 * where that is not on the same agenda, nobody knows how private it was.
 * @param points of the meeting that the promise stands in
 */
export const isSharedAction = (
  { fromPointId }: Pick<ActionItem, 'fromPointId'>,
  points: readonly PointMarks[],
): boolean =>
  fromPointId === null || points.some((point) => point.id === fromPointId && isSharedPoint(point));
