import type { Feedback } from '../documents/feedback.ts';
import type { Meeting, Side } from '../documents/meeting.ts';
import { changeAction } from './actions.ts';
import { decidePoint, dropPoint, turnIntoAction } from './carry.ts';
import type { AgendaChange } from './change.ts';
import type { NewTime } from './meeting-life.ts';
import { holdMeeting, postponeMeeting } from './meeting-life.ts';
import { writeNotes } from './notes.ts';
import type { PersonFile } from './person-file.ts';
import { meetingIn, nextMeetingAfter, withMeeting } from './person-file.ts';
import { withSaidChecked } from './said-in.ts';

/** What becomes of an unfinished point; one of which nothing is said is carried. */
export type PointFate =
  | { readonly kind: 'carry'; readonly pointId: string }
  | { readonly kind: 'drop'; readonly pointId: string }
  | {
      readonly kind: 'action';
      readonly pointId: string;
      readonly owner: Side;
      readonly dueOn: string | null;
      /** The new promise's. */
      readonly actionId: string;
    }
  | { readonly kind: 'decision'; readonly pointId: string; readonly text: string };

/** What is said at the end of a meeting, taken together. */
export interface WrapUp {
  readonly points: readonly PointFate[];
  /** Whose the promises are, and by when. */
  readonly actions: readonly {
    readonly actionId: string;
    readonly owner: Side;
    readonly dueOn: string | null;
  }[];
  /** Feedback that was given just now. */
  readonly feedback: readonly Pick<Feedback, 'id' | 'feedbackKind' | 'text'>[];
  /** Feedback that was noticed earlier and has been said now. */
  readonly deliveredFeedbackIds: readonly string[];
  /** How it went; undefined leaves what is there. */
  readonly reflection?: string | undefined;
  /** When to meet next instead; null leaves the next date as it is. */
  readonly nextTime: NewTime | null;
}

/** When it is: the UTC instant, and the calendar date of the user. */
interface Moment {
  readonly now: string;
  readonly today: string;
}

/**
 * Brings a meeting to its end in one go. What it names that is not there, or not open any more, is
 * passed over: somebody else has dealt with it. What is still open then is carried.
 */
export function wrapUpMeeting(
  file: PersonFile,
  meetingId: string,
  wrapUp: WrapUp,
  moment: Moment,
): PersonFile {
  const meeting = meetingIn(file, meetingId);
  if (meeting === null) return file;
  const done = { ...settle(meeting, wrapUp, moment.now), wrapUpDraft: null };
  const settled = withMeeting(file, done);
  const told = { ...settled, feedback: feedbackAfter(file, meetingId, wrapUp, moment) };
  const dated = wrapUp.nextTime === null ? told : moveNext(told, meeting, wrapUp.nextTime, moment);
  return holdMeeting(dated, meetingId, moment.now);
}

function settle(meeting: Meeting, wrapUp: WrapUp, now: string): Meeting {
  const { points, actions, reflection, deliveredFeedbackIds } = wrapUp;
  const changes = [
    ...actions.map(
      ({ actionId, ...change }) =>
        (one: Meeting) =>
          changeAction(one, actionId, change, now),
    ),
    ...points.map((fate) => (one: Meeting) => leavePoint(one, fate, now)),
  ];
  const settled = changes.reduce((one, change) => {
    const changed: AgendaChange = change(one);
    return changed.ok ? changed.meeting : one;
  }, meeting);
  return writeNotes(withSaidChecked(settled, deliveredFeedbackIds, now), { reflection });
}

function leavePoint(meeting: Meeting, fate: PointFate, now: string): AgendaChange {
  switch (fate.kind) {
    case 'carry':
      return { ok: true, meeting };
    case 'drop':
      return dropPoint(meeting, fate.pointId, now);
    case 'action': {
      const { pointId, actionId: id, owner, dueOn } = fate;
      return turnIntoAction(meeting, pointId, { id, owner, dueOn, now });
    }
    case 'decision':
      return decidePoint(meeting, fate.pointId, { text: fate.text, now });
  }
}

function feedbackAfter(
  { personId, feedback }: PersonFile,
  meetingId: string,
  wrapUp: WrapUp,
  { now, today }: Moment,
): readonly Feedback[] {
  const said = new Set(wrapUp.deliveredFeedbackIds);
  const delivered = { deliveredAt: now, deliveredIn: meetingId };
  return [
    ...feedback.map((one) =>
      said.has(one.id) && one.deliveredAt === null ? { ...one, ...delivered } : one,
    ),
    ...wrapUp.feedback.map((given) => ({
      ...({ kind: 'feedback', version: 1, personId, noticedOn: today, createdAt: now } as const),
      ...given,
      ...delivered,
    })),
  ];
}

/** Gives the next meeting another time; one that has no date, or is not there yet, gets this one. */
function moveNext(file: PersonFile, meeting: Meeting, to: NewTime, { now }: Moment): PersonFile {
  const next = nextMeetingAfter(file, meeting, now);
  return postponeMeeting(next.after, next.meeting.id, to);
}
