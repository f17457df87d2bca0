/** The half of a 1:1 that may be shared. Nothing private comes as far as the window that shows it. */
export interface ShareView {
  readonly meetingId: string;
  readonly personName: string;
  /** The calendar date of the 1:1 where it takes place; null while it has none. */
  readonly onDate: string | null;
  readonly markdown: string;
  /** How much of the agenda and of the action items stays here. */
  readonly leftOut: { readonly points: number; readonly actions: number };
}

/** A file that was written where the user wanted it. */
export interface SavedFile {
  readonly path: string;
}
