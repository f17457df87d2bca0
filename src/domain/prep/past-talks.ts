import { talkedAboutAt } from '../agenda/points.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { localDateOf } from '../time/instants.ts';
import type { Topic } from '../documents/topics.ts';
import type { Source } from './suggestion.ts';

type PastPoint = MeetingSummary['points'][number];

/** A point that was talked about, and where. */
export interface PastTalk {
  readonly point: PastPoint;
  readonly source: Source;
}

/**
 * What was talked about at some meetings: points that were checked off, or became a promise or a
 * decision. What was carried on or dropped was not talked about, however often it stood on an agenda.
 * @param timeZone in which the user counts days
 */
export function pastTalks(
  meetings: readonly MeetingSummary[],
  timeZone: string,
): readonly PastTalk[] {
  return meetings.flatMap((meeting) =>
    meeting.points.flatMap((point) => {
      const talkedAt = talkedAboutAt(point);
      if (talkedAt === null) return [];
      const on = dateOf(meeting) ?? localDateOf(talkedAt, timeZone);
      return [{ point, source: { meetingId: meeting.id, on } }];
    }),
  );
}

/** The date of a meeting where it takes place, YYYY-MM-DD; null while it has none. */
export const dateOf = ({ startLocal }: Pick<MeetingSummary, 'startLocal'>): string | null =>
  startLocal?.slice(0, 10) ?? null;

/** For each topic the last time that it was talked about. */
export function lastTalks(talks: readonly PastTalk[]): ReadonlyMap<Topic, Source> {
  const last = new Map<Topic, Source>();
  for (const { point, source } of talks) {
    if (point.topic === null) continue;
    const known = last.get(point.topic);
    if (known === undefined || isLater(source, known)) last.set(point.topic, source);
  }
  return last;
}

/** By date, and by id where two are on the same: the order of the meetings makes no difference. */
export const isLater = (one: Source, other: Source): boolean =>
  one.on > other.on || (one.on === other.on && one.meetingId > other.meetingId);
