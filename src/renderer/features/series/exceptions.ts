import type { Series } from '../../../domain/documents/series.ts';
import { epochOf, instantOf } from '../../../domain/time/instants.ts';

/** One date of a series that is not as its rule gives it. */
export interface ShownException {
  readonly originalLocal: string;
  /** When the rule has it, an instant. */
  readonly originallyAt: string;
  /** Where it was moved; null when it was cancelled. */
  readonly movedTo: { readonly startsAt: string; readonly durationMinutes: number } | null;
}

/** Those exceptions that are not over, soonest first; what is no date is left to the data screen. */
export function comingExceptions(series: Series, now: string): readonly ShownException[] {
  return series.exceptions
    .flatMap((exception): ShownException[] => {
      try {
        const { originalLocal } = exception;
        const originallyAt = instantOf(originalLocal, series.timeZone);
        if (exception.kind === 'cancelled') return [{ originalLocal, originallyAt, movedTo: null }];
        const startsAt = instantOf(exception.startLocal, series.timeZone);
        const { durationMinutes } = exception;
        return [{ originalLocal, originallyAt, movedTo: { startsAt, durationMinutes } }];
      } catch {
        return [];
      }
    })
    .filter(({ originallyAt, movedTo }) => {
      const minutes = movedTo?.durationMinutes ?? series.durationMinutes;
      const last = Math.max(epochOf(originallyAt), epochOf(movedTo?.startsAt ?? originallyAt));
      return last + minutes * 60_000 > epochOf(now);
    })
    .sort((one, other) => epochOf(one.originallyAt) - epochOf(other.originallyAt));
}
