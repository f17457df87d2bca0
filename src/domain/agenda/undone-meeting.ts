import type { Meeting, TalkingPoint } from '../documents/meeting.ts';

/** A meeting in which an act is taken back. */
export interface UndoneMeeting {
  /** What the act that is taken back had found; null when it made the meeting. */
  readonly before: Meeting | null;
  /** What it had left; null when it took the meeting away. */
  readonly after: Meeting | null;
  /** As it is until the undo; null when it is not there. */
  readonly found: Meeting | null;
  /** As it was before the act, with all that was typed in it since; null when it is to be gone. */
  readonly undone: Meeting | null;
}

/** One that is there once the act is taken back. */
export interface ThereAgain extends UndoneMeeting {
  readonly undone: Meeting;
}

/** Whether something of this id is in a list. */
export const has = (list: readonly { readonly id: string }[], wanted: string): boolean =>
  list.some(({ id }) => id === wanted);

/** Whether a promise is in a meeting, which may not be there. */
export const hasAction = (meeting: Meeting | null, id: string): boolean =>
  has(meeting?.actionItems ?? [], id);

/** A point of a meeting, which may not be there. */
export const pointIn = (meeting: Meeting | null, wanted: string): TalkingPoint | undefined =>
  meeting?.agenda.find(({ id }) => id === wanted);

/** Whether a point is in its place here, open or not, rather than on its way from here. */
export const isHere = (point: Pick<TalkingPoint, 'leftAs'> | undefined): boolean =>
  point !== undefined && point.leftAs?.kind !== 'carried';
