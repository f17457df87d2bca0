import type { Meeting, TalkingPoint } from '../documents/meeting.ts';
import type { AgendaProblem } from './change.ts';
import type { PersonFile } from './person-file.ts';
import { meetingIn, withMeeting } from './person-file.ts';
import type { PointChange } from './points.ts';
import { changePoint, isOpenPoint } from './points.ts';
import { carryOn } from './settle-file.ts';

// Points of a meeting that is over. None stays open in it, where no preparation would look for it:
// what is open goes on to the next 1:1 at once.

/** A person's file as it is after a change of one point, or why there is none. */
type FileChange =
  | { readonly ok: true; readonly file: PersonFile }
  | { readonly ok: false; readonly problem: AgendaProblem };

/**
 * Changes one point of a meeting that is over. Checking off what moved on when it was held says that it
 * was talked about there after all: it comes back from the next agenda, as long as it is open there.
 * What is opened again goes on to the next agenda.
 * @param now the UTC instant
 */
export function changeLatePoint(
  file: PersonFile,
  meeting: Meeting,
  { pointId, change, now }: { pointId: string; change: PointChange; now: string },
): FileChange {
  const before = change.isDiscussed === true ? calledBack(file, meeting, pointId) : file;
  const changed = changePoint(meetingIn(before, meeting.id) ?? meeting, pointId, change, now);
  if (!changed.ok) return changed;
  return { ok: true, file: carryOn(withMeeting(before, changed.meeting), changed.meeting, now) };
}

/** The meeting that a point moved on to when its own was held; null for none. */
export function movedOnTo(
  { status }: Pick<Meeting, 'status'>,
  { leftAs }: Pick<TalkingPoint, 'leftAs'>,
): string | null {
  return status === 'held' && leftAs?.kind === 'carried' ? leftAs.toMeetingId : null;
}

/** A point as it stands, open, in the meeting that it moved on to; undefined when it does not. */
export const openThere = (next: Meeting | null, pointId: string): TalkingPoint | undefined =>
  next?.agenda.find((point) => point.id === pointId && isOpenPoint(point));

/** Takes a point back from where it moved on to, with what was changed of it there. */
function calledBack(file: PersonFile, meeting: Meeting, pointId: string): PersonFile {
  const left = meeting.agenda.find(({ id }) => id === pointId);
  const nextId = left === undefined ? null : movedOnTo(meeting, left);
  const next = nextId === null ? null : meetingIn(file, nextId);
  const there = openThere(next, pointId);
  if (left === undefined || next === null || there === undefined) return file;
  const { rank, carriedFrom, carryCount } = left;
  const back: TalkingPoint = { ...there, rank, carriedFrom, carryCount };
  const emptied = { ...next, agenda: next.agenda.filter((point) => point !== there) };
  const agenda = meeting.agenda.map((point) => (point === left ? back : point));
  return withMeeting(withMeeting(file, emptied), { ...meeting, agenda });
}
