/** A way back that can still be taken. */
export interface WayBack {
  readonly id: string;
  /** What would be undone. */
  readonly label: string;
  /** The instant at which it was done. */
  readonly at: string;
}
