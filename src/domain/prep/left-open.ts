import { occurrenceKey, statusAmong, timesAmong } from '../agenda/meeting-times.ts';
import { openPoints } from '../agenda/points.ts';
import { compareTexts } from '../compare-texts.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import type { Series } from '../documents/series.ts';
import { daysSince } from '../time/dates.ts';
import { epochOf } from '../time/instants.ts';
import { dateOf } from './past-talks.ts';
import type { PrepInput } from './prep-input.ts';
import { sentItemIds } from './reviews-due.ts';
import type { LeftOpenSuggestion, Suggestion } from './suggestion.ts';
import { keyOfPoint } from './suggestion.ts';

/**
 * The meetings in which a point can wait without being looked at while another one is prepared: those that
 * are over, though nobody has wrapped them up; the agenda without a date, once there is a date; and a
 * second plan of the same 1:1, made on another computer.
 * @param prepared the meeting in hand
 * @param series those of the same person
 * @param now UTC instant
 */
export function whereThingsWait(
  prepared: Pick<Meeting, 'seriesId' | 'originalLocal'>,
  meetings: readonly MeetingSummary[],
  series: readonly Series[],
  now: string,
): readonly MeetingSummary[] {
  const [timesOf, statusOf] = [timesAmong(series), statusAmong(series)];
  return meetings.filter((meeting) => {
    if (openPoints(meeting.points).length === 0) return false;
    if (statusOf(meeting) !== 'planned' || isPlanOf(prepared, meeting)) return true;
    const times = timesOf(meeting);
    return times === null || epochOf(times.endsAt) <= epochOf(now);
  });
}

const isPlanOf = (
  prepared: Pick<Meeting, 'seriesId' | 'originalLocal'>,
  meeting: MeetingSummary,
): boolean => prepared.seriesId !== null && occurrenceKey(prepared) === occurrenceKey(meeting);

/**
 * What was left open there: of the latest 1:1 first, since that is what one remembers, and of each what was
 * raised first. Whoever wraps up each time has none of these.
 * A point that two meetings have is taken from the one where it has come furthest.
 */
export function leftOpen(input: PrepInput): readonly LeftOpenSuggestion[] {
  const here = new Set(
    input.meeting.agenda.filter(({ leftAs }) => leftAs?.kind !== 'carried').map(({ id }) => id),
  );
  const waiting = input.waitingIn
    .filter(({ id }) => id !== input.meeting.id)
    .flatMap((meeting) => openPoints(meeting.points).map((point) => ({ meeting, point })))
    .filter(({ point }) => !here.has(point.id))
    .toSorted((one, other) => one.point.carryCount - other.point.carryCount);
  return [...new Map(waiting.map((one) => [one.point.id, one])).values()]
    .toSorted(
      (one, other) =>
        compareTexts(dayOf(other), dayOf(one)) || compareTexts(orderOf(one), orderOf(other)),
    )
    .map((one) => suggestionOf(one, input));
}

/** What this suggestion brings back, rather than raise it anew; null for nothing. */
export function broughtBackBy(input: PrepInput, suggestion: Suggestion): LeftOpenSuggestion | null {
  if (suggestion.group === 'left-open') return suggestion;
  return leftOpen(input).find(({ subject }) => subject === suggestion.key) ?? null;
}

interface Waiting {
  readonly meeting: MeetingSummary;
  readonly point: MeetingSummary['points'][number];
}

/** What has no date comes before all that has one. */
const dayOf = ({ meeting }: Waiting): string => dateOf(meeting) ?? '9999';

const orderOf = ({ point: { firstRaisedOn, id } }: Waiting): string => `${firstRaisedOn} ${id}`;

function suggestionOf({ meeting, point }: Waiting, input: PrepInput): LeftOpenSuggestion {
  const { id: pointId, topic, stance, visibility, origin, carryCount, firstRaisedOn } = point;
  const on = dateOf(meeting);
  return {
    group: 'left-open',
    key: `left:${pointId}`,
    text: point.text ?? '',
    ...{ topic, stance, visibility, origin, pointId, carryCount },
    meetingId: meeting.id,
    source: on === null ? null : { meetingId: meeting.id, on },
    ageDays: daysSince(firstRaisedOn, input.today),
    // What a decision sent looks ahead, and is no looking back on it.
    subject: sentItemIds(input).has(pointId) ? null : keyOfPoint(point),
  };
}
