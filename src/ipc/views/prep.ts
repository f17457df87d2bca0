import type { CarriedAgendaPoint } from '../../domain/prep/carried-points.ts';
import type { RecentOwnership } from '../../domain/prep/recent-ownership.ts';
import type { Suggestion } from '../../domain/prep/suggestion.ts';

/** What there is to know before a meeting, and of the talks before it. */
export interface PrepView {
  /** The calendar date that this view was made on, such as 2026-11-23. */
  readonly today: string;
  /** In the order in which they are looked at. */
  readonly suggestions: readonly Suggestion[];
  /** Points that are on the agenda already, since they were carried on to it. */
  readonly carried: readonly CarriedAgendaPoint[];
  /** Why no question can be suggested, in a sentence; null when one can. */
  readonly questionProblem: string | null;
  /** Whose agendas the last ones were. */
  readonly ownership: RecentOwnership;
}
