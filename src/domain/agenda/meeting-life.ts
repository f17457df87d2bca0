import type { ActionItem, Meeting } from '../documents/meeting.ts';
import { rankBehind } from '../documents/ranks.ts';
import type { Series } from '../documents/series.ts';
import type { ExceptionChange } from '../series/change-series.ts';
import { cancelOccurrence, moveOccurrence } from '../series/change-series.ts';
import { findOccurrence } from '../series/occurrences.ts';
import { localOf } from '../time/instants.ts';
import { openActions } from './actions.ts';
import { startsAt } from './meeting-times.ts';
import type { PersonFile } from './person-file.ts';
import {
  meetingIn,
  nextMeetingAfter,
  seriesOf,
  startOf,
  withMeeting,
  withoutMeetings,
  withSeries,
} from './person-file.ts';
import { isSharedAction } from './shared.ts';
import { carryOn } from './settle-file.ts';

// What can become of a meeting as a whole. Whatever does, its open points, open promises and the
// feedback said in it stay with the person. An operation on a meeting that is not there, or that is
// not planned any more where that matters, leaves the file as it is.

/** When a meeting is to be instead; the wall time is in the meeting's own zone. */
export interface NewTime {
  readonly startLocal: string;
  readonly durationMinutes: number;
}

/** Marks a meeting as held; what is still open in it moves on. */
export function holdMeeting(file: PersonFile, meetingId: string, now: string): PersonFile {
  const meeting = meetingIn(file, meetingId);
  if (meeting === null || meeting.status === 'cancelled' || meeting.status === 'skipped')
    return file;
  const held: Meeting = { ...meeting, status: 'held', wrappedUpAt: meeting.wrappedUpAt ?? now };
  return carryOn(withMeeting(file, held), held, now);
}

/** Gives a planned meeting another time. It stays the same meeting: nothing in it is carried. */
export function postponeMeeting(file: PersonFile, meetingId: string, to: NewTime): PersonFile {
  const meeting = meetingIn(file, meetingId);
  if (meeting?.status !== 'planned') return file;
  const start = startsAt({ ...meeting, ...to });
  if (start === null) return file;
  const zone = seriesOf(file, meeting)?.timeZone ?? meeting.timeZone;
  const { durationMinutes } = to;
  const postponed = withMeeting(file, { ...meeting, ...to });
  return withException(postponed, meeting, (series, originalLocal) =>
    moveOccurrence(series, originalLocal, { startLocal: localOf(start, zone), durationMinutes }),
  );
}

/** Calls a planned meeting off (cancelled) or leaves it out (skipped); what is open moves on. */
export function callOffMeeting(
  file: PersonFile,
  meetingId: string,
  { status, now }: { readonly status: 'cancelled' | 'skipped'; readonly now: string },
): PersonFile {
  const meeting = meetingIn(file, meetingId);
  if (meeting?.status !== 'planned') return file;
  const off: Meeting = { ...meeting, ...timeOf(file, meeting), status, wrapUpDraft: null };
  return carryOn(withoutOccurrence(withMeeting(file, off), off), off, now);
}

/**
 * Takes a meeting away with its notes. What is open in it moves on, its open promises with the
 * meeting in which they were made; feedback said in it loses the link alone.
 */
export function deleteMeeting(file: PersonFile, meetingId: string, now: string): PersonFile {
  const meeting = meetingIn(file, meetingId);
  if (meeting === null) return file;
  const moved = moveActions(carryOn(withoutOccurrence(file, meeting), meeting, now), meeting, now);
  return withoutMeetings(moved, [meetingId]);
}

/** Moves open promises on to the next meeting. */
function moveActions(file: PersonFile, meeting: Meeting, now: string): PersonFile {
  const open = openActions(meeting.actionItems);
  if (open.length === 0) return file;
  const next = nextMeetingAfter(file, meeting, now);
  return withMeeting(
    next.after,
    open.reduce((to, action) => receiveAction(to, action, meeting), next.meeting),
  );
}

function receiveAction(to: Meeting, action: ActionItem, from: Meeting): Meeting {
  if (to.actionItems.some(({ id }) => id === action.id)) return to;
  const received: ActionItem = {
    ...action,
    rank: rankBehind(to.actionItems),
    // The point that it came from stays behind; that it was private must still be known.
    fromPointId: isSharedAction(action, from.agenda) ? null : action.fromPointId,
    carriedFrom: action.carriedFrom ?? from.id,
  };
  return { ...to, actionItems: [...to.actionItems, received] };
}

/** When a meeting was to be, for after its occurrence is gone from the series. */
function timeOf(file: PersonFile, meeting: Meeting): Partial<Pick<Meeting, 'startLocal'>> {
  const start = startOf(file, meeting);
  return start === null ? {} : { startLocal: localOf(start, meeting.timeZone) };
}

const withoutOccurrence = (file: PersonFile, meeting: Meeting): PersonFile =>
  withException(file, meeting, cancelOccurrence);

/** Writes into the series of a meeting what has become of its occurrence. */
function withException(
  file: PersonFile,
  meeting: Meeting,
  except: (series: Series, originalLocal: string) => ExceptionChange,
): PersonFile {
  const series = seriesOf(file, meeting);
  const { originalLocal } = meeting;
  if (series === null || originalLocal === null) return file;
  if (findOccurrence(series, originalLocal) === null) return file;
  const changed = except(series, originalLocal);
  return changed.ok ? withSeries(file, changed.series) : file;
}
