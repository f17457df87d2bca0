import type { ActionItem } from '../../domain/documents/meeting.ts';

/** An open action item with where it was promised. */
export interface OpenAction {
  readonly action: ActionItem;
  readonly meetingId: string;
  readonly personId: string;
  readonly personName: string;
}

/** A promise in the list over all people. */
export interface ListedAction extends OpenAction {
  /** The wall date of the meeting in which it was made; null while that has none. */
  readonly metOn: string | null;
}

export interface ActionsView {
  /** The instant that this view was made for. */
  readonly now: string;
  /** Open: overdue first, then by due date, then without one. Done: what was done last first. */
  readonly actions: readonly ListedAction[];
}
