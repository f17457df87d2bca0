import type { Meeting } from '../documents/meeting.ts';
import type { Occurrence } from '../series/occurrences.ts';
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
    version: 3,
    status: 'planned',
    templateId: null,
    agenda: [],
    actionItems: [],
    notes: '',
    privateNotes: '',
    reflection: '',
    wrappedUpAt: null,
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
