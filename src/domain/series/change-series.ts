import { compareTexts } from '../compare-texts.ts';
import type { Series, SeriesException } from '../documents/series.ts';
import { findOccurrence } from './occurrences.ts';
import { localText, readLocal, readSeries } from './read-series.ts';
import { isOfRule } from './rule-times.ts';

/** Why one occurrence cannot be changed. */
export type ExceptionProblem =
  /** The series has no occurrence to which the rule gave this wall time. */
  | 'no-such-occurrence'
  /** The occurrence is as the rule gives it. */
  | 'nothing-to-put-back'
  /** The time to move to is none. */
  | 'impossible-start';

/** The series as it is after a change of one occurrence, or why there is none. */
export type ExceptionChange =
  | { readonly ok: true; readonly series: Series }
  | { readonly ok: false; readonly problem: ExceptionProblem };

/** When an occurrence takes place, apart from the rule. */
interface MovedTo {
  /** Wall time in the zone of the series. */
  readonly startLocal: string;
  readonly durationMinutes: number;
}

/**
 * Moves one occurrence, which is known by what the rule gave; one that was cancelled takes place
 * again. Moving it to where the rule has it makes it as the rule gave it.
 */
export function moveOccurrence(
  series: Series,
  originalLocal: string,
  { startLocal, durationMinutes }: MovedTo,
): ExceptionChange {
  const original = originalOf(series, originalLocal);
  if (original === null) return noSuchOccurrence;
  const start = readLocal(startLocal);
  if (start === null) return { ok: false, problem: 'impossible-start' };
  const moved = { originalLocal: original, startLocal: localText(start), durationMinutes };
  const isAsGiven =
    moved.startLocal === original && moved.durationMinutes === series.durationMinutes;
  return changed(series, original, isAsGiven ? [] : [{ kind: 'moved', ...moved }]);
}

/** Cancels one occurrence, wherever it was moved. */
export function cancelOccurrence(series: Series, originalLocal: string): ExceptionChange {
  const original = originalOf(series, originalLocal);
  if (original === null || findOccurrence(series, original) === null) return noSuchOccurrence;
  return changed(series, original, [{ kind: 'cancelled', originalLocal: original }]);
}

/** Puts one occurrence back that was moved or cancelled: it is again as the rule gives it. */
export function restoreOccurrence(series: Series, originalLocal: string): ExceptionChange {
  const original = readLocal(originalLocal);
  const restored = original === null ? null : changed(series, localText(original), []);
  return restored === null || restored.series.exceptions.length === series.exceptions.length
    ? { ok: false, problem: 'nothing-to-put-back' }
    : restored;
}

const noSuchOccurrence = { ok: false, problem: 'no-such-occurrence' } as const;

/** The one spelling of an occurrence's identity; null when the series has none there. */
function originalOf(series: Series, originalLocal: string): string | null {
  const read = readSeries(series);
  const local = readLocal(originalLocal);
  if (typeof read === 'string' || local === null || !isOfRule(read, local)) return null;
  return localText(local);
}

function changed(
  series: Series,
  original: string,
  instead: readonly SeriesException[],
): { readonly ok: true; readonly series: Series } {
  const others = series.exceptions.filter((exception) => {
    const local = readLocal(exception.originalLocal);
    return local === null || localText(local) !== original;
  });
  return { ok: true, series: { ...series, exceptions: inOrder([...others, ...instead]) } };
}

/** By what the rule gave, as the document keeps them. */
export function inOrder(exceptions: readonly SeriesException[]): SeriesException[] {
  return exceptions.toSorted((one, other) => compareTexts(one.originalLocal, other.originalLocal));
}
