import type { OpenAction } from './actions.ts';
import type { UpcomingMeeting } from './meetings.ts';
import type { InboxReminder } from './reminders.ts';

export interface TodayView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly hasPeople: boolean;
  /** Running or coming 1:1s of the next seven days, soonest first. */
  readonly upcoming: readonly UpcomingMeeting[];
  /** Overdue first, then by due date, then without one. */
  readonly openActions: readonly OpenAction[];
  /** Decisions to look back on, the one due longest first. */
  readonly dueReviews: readonly DueReview[];
  /** Reminders that came too late and were not read yet, the latest news first. */
  readonly missed: readonly InboxReminder[];
}

/** A decision to look back on. */
export interface DueReview {
  readonly decisionId: string;
  readonly title: string;
  /** Null for a decision about nobody in particular. */
  readonly personName: string | null;
  /** A calendar date. */
  readonly reviewOn: string;
}
