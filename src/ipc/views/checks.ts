/** A point of a short check that waits on an agenda. */
export interface PlacedPoint {
  readonly pointId: string;
  readonly meetingId: string;
  /** Null while the 1:1 has no date. */
  readonly startsAt: string | null;
}
