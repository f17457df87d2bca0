import type { Relationship } from '../../domain/documents/relationships.ts';
import type { Gaps, MonthCount } from '../../domain/history/frequency.ts';
import type { HistoryEntry } from '../../domain/history/timeline.ts';
import type { TopicAge } from '../../domain/history/topic-ages.ts';

export interface HistoryView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly personName: string;
  readonly relationship: Relationship;
  readonly cadenceDays: number | null;
  /** Those in which something happened, newest first. */
  readonly years: readonly number[];
  /** The year shown; null while nothing has happened. */
  readonly year: number | null;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** The last twelve months, oldest first. */
  readonly months: readonly MonthCount[];
  readonly gaps: Gaps;
  readonly topics: readonly TopicAge[];
}

export interface HistorySearchView {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Whether there were more than are given. */
  readonly isCut: boolean;
}
