import type { Series } from '../../../domain/documents/series.ts';
import { epochOf, instantOf } from '../../../domain/time/instants.ts';

/** One date of a series that is not as its rule gives it. */
export interface ShownException {
  readonly originalLocal: string;
  /** Whether it was added beside the rule. */
  readonly isAdded: boolean;
  /** When the rule, or for an added one its calendar, has it: an instant. */
  readonly originallyAt: string;
  /** When it is; null when it was cancelled. */
  readonly takesPlace: { readonly startsAt: string; readonly durationMinutes: number } | null;
}

/** Those exceptions that are not over, soonest first; what is no date is left to the data screen. */
export function comingExceptions(series: Series, now: string): readonly ShownException[] {
  return series.exceptions
    .flatMap((exception): ShownException[] => {
      try {
        const { originalLocal } = exception;
        const originallyAt = instantOf(originalLocal, series.timeZone);
        const isAdded = exception.kind === 'added';
        if (exception.kind === 'cancelled')
          return [{ originalLocal, isAdded, originallyAt, takesPlace: null }];
        const startsAt = instantOf(exception.startLocal, series.timeZone);
        const { durationMinutes } = exception;
        const takesPlace = { startsAt, durationMinutes };
        return [{ originalLocal, isAdded, originallyAt, takesPlace }];
      } catch {
        return [];
      }
    })
    .filter(({ originallyAt, takesPlace }) => {
      const minutes = takesPlace?.durationMinutes ?? series.durationMinutes;
      const last = Math.max(epochOf(originallyAt), epochOf(takesPlace?.startsAt ?? originallyAt));
      return last + minutes * 60_000 > epochOf(now);
    })
    .sort((one, other) => epochOf(one.originallyAt) - epochOf(other.originallyAt));
}
