/** How much, and how long, is waited for of a calendar. */
export interface FetchLimits {
  readonly maximumBytes: number;
  readonly redirects: number;
  /** How long it may take until the server begins to answer. */
  readonly answerMilliseconds: number;
  /** How long it may be silent in the middle of its answer. */
  readonly silenceMilliseconds: number;
  readonly totalMilliseconds: number;
}

/** As much as the largest calendars have, and as long as anybody would wait. */
export const usualLimits: FetchLimits = {
  maximumBytes: 50 * 1024 * 1024,
  redirects: 5,
  answerMilliseconds: 15_000,
  silenceMilliseconds: 15_000,
  totalMilliseconds: 90_000,
};
