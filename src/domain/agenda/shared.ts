import type { Decision } from '../documents/decision.ts';
import type { ActionItem, Meeting, TalkingPoint } from '../documents/meeting.ts';

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

/**
 * A meeting with everything in it as private as it is anywhere: a point may have been made private where
 * it moved on to, and a promise that was sent by the helper long ago does not say so itself.
 */
export function asPrivateAsAnywhere(
  meeting: Meeting,
  {
    meetings,
    decisions,
  }: {
    readonly meetings: readonly { readonly points: readonly PointMarks[] }[];
    readonly decisions: readonly Pick<Decision, 'id' | 'sent'>[];
  },
): Meeting {
  const hidden = new Set(
    meetings.flatMap(({ points }) =>
      points.filter((point) => !isSharedPoint(point)).map(({ id }) => id),
    ),
  );
  const sent = new Map(
    decisions.flatMap(({ id, sent: moves }) => moves.map(({ itemId }) => [itemId, id] as const)),
  );
  return {
    ...meeting,
    agenda: meeting.agenda.map((point) =>
      hidden.has(point.id) ? { ...point, visibility: 'private' } : point,
    ),
    actionItems: meeting.actionItems.map((action) => ({
      ...action,
      fromPointId: action.fromPointId ?? sent.get(action.id) ?? null,
    })),
  };
}
