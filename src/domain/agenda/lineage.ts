import type { Meeting, TalkingPoint } from '../documents/meeting.ts';

/** The way of one talking point through the meetings that it was on the agenda of. */
interface Lineage {
  readonly pointId: string;
  /** Where it was raised first, as far as that meeting is still there; oldest first. */
  readonly meetingIds: readonly string[];
  readonly firstRaisedOn: string;
  readonly carryCount: number;
}

/** What is to be known of a meeting, or of its summary. */
interface WithPoints {
  readonly id: Meeting['id'];
  readonly points: readonly Pick<TalkingPoint, 'id' | 'carryCount' | 'firstRaisedOn'>[];
}

/** The way of one talking point; null when no meeting has it. */
export function lineageOf(meetings: readonly WithPoints[], pointId: string): Lineage | null {
  const stages = meetings
    .flatMap(({ id: meetingId, points }) =>
      points.filter(({ id }) => id === pointId).map((point) => ({ meetingId, point })),
    )
    // The count grows with every step, also where a meeting in between was deleted.
    .sort((one, other) => one.point.carryCount - other.point.carryCount);
  const last = stages.at(-1);
  if (last === undefined) return null;
  const { firstRaisedOn, carryCount } = last.point;
  return {
    pointId,
    meetingIds: stages.map(({ meetingId }) => meetingId),
    firstRaisedOn,
    carryCount,
  };
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** How many days before `today` a point was raised first; 0 when that cannot be said. */
export function ageDays(firstRaisedOn: string, today: string): number {
  const days = Math.round((Date.parse(today) - Date.parse(firstRaisedOn)) / dayMilliseconds);
  return Number.isNaN(days) ? 0 : Math.max(0, days);
}
