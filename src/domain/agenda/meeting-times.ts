import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import type { Occurrence } from '../series/occurrences.ts';
import { findOccurrence } from '../series/occurrences.ts';
import { addMinutes, instantOf } from '../time/instants.ts';

/** An empty plan for an occurrence; `id` is new, `now` a UTC instant. */
export function newMeeting(
  occurrence: Omit<Occurrence, 'startsAt' | 'endsAt' | 'isMoved'>,
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

/** What says when a meeting is, beside its series. */
type Timed = Pick<Meeting, 'originalLocal' | 'startLocal' | 'timeZone' | 'durationMinutes'>;

/** The instant of a wall time that a meeting has or is to have; null without one, or with an impossible one. */
export function startsAt({
  startLocal,
  timeZone,
}: Pick<Timed, 'startLocal' | 'timeZone'>): string | null {
  if (startLocal === null) return null;
  try {
    return instantOf(startLocal, timeZone);
  } catch {
    return null;
  }
}

/** When a meeting is: on the clock of its zone, and as UTC instants. */
export interface MeetingTimes {
  readonly startLocal: string;
  readonly timeZone: string;
  readonly durationMinutes: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * When a meeting is. Its series has the say, since it may have been moved there; without one, and for
 * an occurrence that the series does not have any more, its own wall time. Null while it has no date, or
 * an impossible one.
 */
export function timesOf(meeting: Timed, ofSeries: Series | null): MeetingTimes | null {
  const { originalLocal } = meeting;
  const isElsewhere = ofSeries !== null && !isWhereItsSeriesHasIt(meeting, ofSeries);
  const occurrence =
    isElsewhere && originalLocal !== null ? findOccurrence(ofSeries, originalLocal) : null;
  const { startLocal, timeZone, durationMinutes } = occurrence ?? meeting;
  const start = startsAt({ startLocal, timeZone });
  if (startLocal === null || start === null) return null;
  const end = addMinutes(start, durationMinutes);
  return { startLocal, timeZone, durationMinutes, startsAt: start, endsAt: end };
}

/**
 * Whether a meeting is when its series has it, if the series has it at all: then there is no need to
 * find out, which takes the longer the longer the series runs.
 */
function isWhereItsSeriesHasIt(meeting: Timed, series: Series): boolean {
  const { originalLocal } = meeting;
  const exception = series.exceptions.find((one) => one.originalLocal === originalLocal);
  if (exception?.kind === 'cancelled') return true;
  const place = exception ?? { startLocal: originalLocal, durationMinutes: series.durationMinutes };
  return (
    meeting.startLocal === place.startLocal &&
    meeting.timeZone === series.timeZone &&
    meeting.durationMinutes === place.durationMinutes
  );
}

/** When meetings are that are of one or other of these series, or of none. */
export function timesAmong(
  series: readonly Series[],
): (meeting: Timed & Pick<Meeting, 'seriesId'>) => MeetingTimes | null {
  const known = new Map(series.map((one) => [one.id, one]));
  return (meeting) => timesOf(meeting, known.get(meeting.seriesId ?? '') ?? null);
}

/**
 * What became of meetings that are of one or other of these series, or of none. A series alone may say
 * that a plan was cancelled: nothing was written in that when the word came from a calendar, or from
 * another computer.
 */
export function statusAmong(
  series: readonly Series[],
): (meeting: Pick<Meeting, 'status' | 'originalLocal' | 'seriesId'>) => Meeting['status'] {
  const known = new Map(series.map((one) => [one.id, one]));
  return ({ status, seriesId, originalLocal }) => {
    // Most meetings of a long series were held, and the series has many exceptions.
    if (status !== 'planned') return status;
    const exceptions = known.get(seriesId ?? '')?.exceptions ?? [];
    const isCalledOff = exceptions.some(
      (one) => one.kind === 'cancelled' && one.originalLocal === originalLocal,
    );
    return isCalledOff ? 'cancelled' : status;
  };
}

/** What makes a meeting the plan of one occurrence. */
export const occurrenceKey = ({
  seriesId,
  originalLocal,
}: Pick<Meeting, 'seriesId' | 'originalLocal'>): string =>
  `${seriesId ?? ''} ${originalLocal ?? ''}`;
