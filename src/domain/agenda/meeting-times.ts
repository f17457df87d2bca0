import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import type { Occurrence } from '../series/occurrences.ts';
import { findOccurrence } from '../series/occurrences.ts';
import { addMinutes, instantOf } from '../time/instants.ts';

/** An empty plan for an occurrence; `id` is new, `now` a UTC instant. */
export function newMeeting(
  occurrence: Occurrence,
  { id, now }: { readonly id: string; readonly now: string },
): Meeting {
  return {
    ...emptyPlan(),
    ...{ id, createdAt: now },
    personId: occurrence.personId,
    seriesId: occurrence.seriesId,
    originalLocal: occurrence.originalLocal,
    startLocal: occurrence.startLocal,
    timeZone: occurrence.timeZone,
    durationMinutes: occurrence.durationMinutes,
  };
}

/** An empty plan for a time that is not known yet; `id` is new, `now` a UTC instant. */
export function undatedMeeting({
  now,
  ...given
}: Pick<Meeting, 'id' | 'personId' | 'timeZone' | 'durationMinutes'> & {
  readonly now: string;
}): Meeting {
  const undated = { seriesId: null, originalLocal: null, startLocal: null };
  return { ...emptyPlan(), ...given, ...undated, createdAt: now };
}

const emptyPlan = () =>
  ({
    kind: 'meeting',
    version: 5,
    status: 'planned',
    templateId: null,
    agenda: [],
    actionItems: [],
    notes: '',
    privateNotes: '',
    reflection: '',
    wrappedUpAt: null,
    wrapUpDraft: null,
    snoozedSuggestions: [],
  }) satisfies Partial<Meeting>;

/** What says when a meeting is. */
type Dated = Pick<Meeting, 'startLocal' | 'timeZone' | 'durationMinutes'>;

/** The instant at which a meeting starts; null while it has no date, or an impossible one. */
export function startsAt(meeting: Omit<Dated, 'durationMinutes'>): string | null {
  if (meeting.startLocal === null) return null;
  try {
    return instantOf(meeting.startLocal, meeting.timeZone);
  } catch {
    return null;
  }
}

/** The instant at which a meeting is planned to end; null while it has no start. */
export function endsAt(meeting: Dated): string | null {
  const start = startsAt(meeting);
  return start === null ? null : addMinutes(start, meeting.durationMinutes);
}

/** When a meeting is, UTC instants. */
export interface MeetingTimes {
  readonly startsAt: string;
  readonly endsAt: string;
}

type Timed = Pick<Meeting, 'originalLocal' | 'startLocal' | 'timeZone' | 'durationMinutes'>;

/**
 * When a meeting is. Its series has the say, since it may have been moved there; without one, its
 * own wall time. Null while it has no date.
 */
export function timesOf(meeting: Timed, ofSeries: Series | null): MeetingTimes | null {
  const isPlain = ofSeries !== null && isAsTheRuleSays(meeting, ofSeries);
  const series = isPlain ? null : ofSeries;
  const occurrence =
    series === null || meeting.originalLocal === null
      ? null
      : findOccurrence(series, meeting.originalLocal);
  if (occurrence !== null) return { startsAt: occurrence.startsAt, endsAt: occurrence.endsAt };
  const [start, end] = [startsAt(meeting), endsAt(meeting)];
  return start === null || end === null ? null : { startsAt: start, endsAt: end };
}

/**
 * Whether a meeting is when its series gives it, or would be if it were of its rule: then there is no
 * need to find out, which takes the longer the longer the series runs.
 */
function isAsTheRuleSays(meeting: Timed, series: Series): boolean {
  return (
    meeting.startLocal === meeting.originalLocal &&
    meeting.timeZone === series.timeZone &&
    meeting.durationMinutes === series.durationMinutes &&
    !series.exceptions.some(({ originalLocal }) => originalLocal === meeting.originalLocal)
  );
}

/** What makes a meeting the plan of one occurrence. */
export const occurrenceKey = ({
  seriesId,
  originalLocal,
}: Pick<Meeting, 'seriesId' | 'originalLocal'>): string =>
  `${seriesId ?? ''} ${originalLocal ?? ''}`;
