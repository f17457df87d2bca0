import type { MeetingSummary } from '../documents/summaries.ts';

/**
 * The meeting in which an item is now: carried on, it is in several, and open in the last. Null when
 * it was taken away.
 */
export function placeOfItem(
  meetings: readonly MeetingSummary[],
  itemId: string,
): MeetingSummary | null {
  const holding = meetings.filter(
    ({ points, actions }) =>
      points.some(({ id }) => id === itemId) || actions.some(({ id }) => id === itemId),
  );
  const hasMovedOn = ({ points }: MeetingSummary): boolean =>
    points.some(({ id, leftAs }) => id === itemId && leftAs?.kind === 'carried');
  return holding.find((meeting) => !hasMovedOn(meeting)) ?? holding[0] ?? null;
}
