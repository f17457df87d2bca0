import { agendaOwnership } from '../agenda/ownership.ts';
import type { AgendaOwnership } from '../agenda/ownership.ts';
import { compareTexts } from '../compare-texts.ts';
import type { Relationship } from '../documents/relationships.ts';
import type { MeetingSummary } from '../documents/summaries.ts';

/** How many held meetings the gauge looks back on. */
const meetingsLookedAt = 6;

/** Whose points the agendas of late held. */
export interface RecentOwnership extends AgendaOwnership {
  /** How many held meetings this is about, at most six. */
  readonly meetings: number;
  /** Whether more than half were mine, where the agenda should be the other person's. */
  readonly isMostlyMine: boolean;
}

/**
 * How far the agendas of the last six held meetings were the other person's; one with something on it
 * counts once its time has passed, though nobody wrapped it up. A point that was carried on counts once. A template's points are nobody's, and private ones are on no agenda that
 * the other person could add to.
 *
 * More than half mine is worth a hint: GitLab's handbook asks that the person reporting fills the
 * agenda. So there is none upwards, with one's own manager or mentor, where filling it is mine.
 * @param metAt when the two met in a meeting; null when they did not
 */
export function recentOwnership(
  meetings: readonly MeetingSummary[],
  relationship: Relationship,
  metAt: (meeting: MeetingSummary) => string | null,
): RecentOwnership {
  const recent = meetings
    .filter(
      (meeting) =>
        meeting.status === 'held' ||
        (meeting.status === 'planned' && meeting.points.length > 0 && metAt(meeting) !== null),
    )
    .toSorted((one, other) => compareTexts(heldAt(other), heldAt(one)))
    .slice(0, meetingsLookedAt);
  const points = new Map(
    recent.flatMap((meeting) =>
      meeting.points
        .filter(({ visibility }) => visibility === 'shared')
        .map((point) => [point.id, point]),
    ),
  );
  const ownership = agendaOwnership([...points.values()]);
  const isTheirs = relationship !== 'manager' && relationship !== 'mentor';
  return {
    ...ownership,
    meetings: recent.length,
    isMostlyMine: isTheirs && ownership.mine > ownership.theirs,
  };
}

/** Sorts by time; one without a date was held when it was wrapped up. */
const heldAt = ({ startLocal, wrappedUpAt, id }: MeetingSummary): string =>
  `${startLocal ?? wrappedUpAt ?? ''} ${id}`;
