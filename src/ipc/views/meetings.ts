import type { ItemDecision } from '../../domain/decision/sent-items.ts';
import type { Feedback } from '../../domain/documents/feedback.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';

/** A 1:1 that is coming, planned or not. */
export interface UpcomingMeeting {
  readonly personId: string;
  readonly personName: string;
  readonly seriesId: string | null;
  /** Identity within the series; null for a meeting outside any series. */
  readonly originalLocal: string | null;
  readonly startLocal: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly durationMinutes: number;
  /** Null until somebody has opened its plan. */
  readonly meetingId: string | null;
  readonly openPoints: number;
}

/** A meeting in a list. */
export interface MeetingSummary {
  readonly id: string;
  readonly startsAt: string | null;
  readonly status: Meeting['status'];
  readonly points: number;
  readonly openActions: number;
}

export interface MeetingView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly meeting: Meeting;
  readonly personName: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** The decisions behind points and action items, where they come from one. */
  readonly decisions: readonly ItemDecision[];
  /** The points that moved on when it was held and can still be checked off here, by their ids. */
  readonly canComeBack: readonly string[];
}

/** A point that was carried to a meeting, and where it comes from. */
export interface CarriedPoint {
  readonly pointId: string;
  readonly carryCount: number;
  readonly firstRaisedOn: string;
  readonly ageDays: number;
  /** The oldest meeting that still has it; null when that is this one. */
  readonly raisedIn: string | null;
}

/** When the next 1:1 with a person is; without a start while that is open. */
export interface NextDate {
  readonly startLocal: string | null;
  readonly startsAt: string | null;
  readonly timeZone: string;
  readonly durationMinutes: number;
}

/** What a meeting is wrapped up from. */
export interface WrapUpView extends MeetingView {
  /** The calendar date of the user. */
  readonly today: string;
  readonly carried: readonly CarriedPoint[];
  readonly next: NextDate;
  /** Noticed earlier and not said yet. */
  readonly feedbackToGive: readonly Feedback[];
  /** Said in this meeting. */
  readonly feedbackGiven: readonly Feedback[];
}

/** A meeting to point at; without a date `startsAt` is null. */
export interface MeetingPointer {
  readonly id: string;
  readonly startsAt: string | null;
}

/** What stands in the notes of a meeting once they are written. */
export interface WrittenNotes {
  readonly notes: string;
  readonly privateNotes: string;
}
