import type { Series } from '../../domain/documents/series.ts';
import type { SeriesValues } from '../../domain/series/revise-series.ts';

/** What a form needs that changes a series from one occurrence on, or as a whole. */
export interface SeriesChangeView {
  readonly series: Series;
  /** The occurrence; null when none is to come. */
  readonly occurrence: {
    /** Its identity within the series. */
    readonly originalLocal: string;
    /** When it takes place, moved or not. */
    readonly startLocal: string;
    readonly durationMinutes: number;
    /** The values with which the series would go on from it as it is. */
    readonly rest: SeriesValues;
  } | null;
  /** Whether one of the series was held, so that it cannot be changed as a whole. */
  readonly isBegun: boolean;
}
