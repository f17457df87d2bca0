/** Where a thought went that was noted for somebody. */
export interface Captured {
  /** In a sentence for the user. */
  readonly sentence: string;
  /** The plan that it is in. */
  readonly route: string;
}
