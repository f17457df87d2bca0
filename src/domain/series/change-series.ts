import { compareTexts } from '../compare-texts.ts';
import type { Series, SeriesException } from '../documents/series.ts';
import { isSameJson } from '../merge/json.ts';
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
  const found = occurrenceOf(series, originalLocal);
  if (found === null) return noSuchOccurrence;
  const start = readLocal(startLocal);
  if (start === null) return { ok: false, problem: 'impossible-start' };
  const { original, isOfRule: isRegular } = found;
  const moved = { originalLocal: original, startLocal: localText(start), durationMinutes };
  if (!isRegular) return changed(series, original, [{ kind: 'added', ...moved }]);
  const isAsGiven =
    moved.startLocal === original && moved.durationMinutes === series.durationMinutes;
  return changed(series, original, isAsGiven ? [] : [{ kind: 'moved', ...moved }]);
}

/** Cancels one occurrence, wherever it was moved. */
export function cancelOccurrence(series: Series, originalLocal: string): ExceptionChange {
  const found = occurrenceOf(series, originalLocal);
  if (found === null || findOccurrence(series, found.original) === null) return noSuchOccurrence;
  const { original, isOfRule: isRegular } = found;
  return changed(series, original, [cancelledException(original, !isRegular)]);
}

/**
 * Puts one occurrence back that was moved or cancelled: it is again as the rule gives it, or where
 * it was added beside the rule.
 */
export function restoreOccurrence(series: Series, originalLocal: string): ExceptionChange {
  const local = readLocal(originalLocal);
  const original = local === null ? originalLocal : localText(local);
  const added: SeriesException = {
    ...{ kind: 'added', originalLocal: original, startLocal: original },
    durationMinutes: series.durationMinutes,
  };
  const isBeside = occurrenceOf(series, original)?.isOfRule === false;
  const restored = changed(series, original, isBeside ? [added] : []);
  return isSameJson(restored.series.exceptions, series.exceptions)
    ? { ok: false, problem: 'nothing-to-put-back' }
    : restored;
}

const noSuchOccurrence = { ok: false, problem: 'no-such-occurrence' } as const;

/** An occurrence, though it may be cancelled, in the one spelling of its identity. */
interface FoundOccurrence {
  readonly original: string;
  /** Else it was added beside the rule. */
  readonly isOfRule: boolean;
}

/** Null when the series has no occurrence there, and had none. */
function occurrenceOf(series: Series, originalLocal: string): FoundOccurrence | null {
  const read = readSeries(series);
  const local = readLocal(originalLocal);
  if (typeof read === 'string' || local === null) return null;
  const original = localText(local);
  if (isOfRule(read, local)) return { original, isOfRule: true };
  const exception = read.exceptions.get(original);
  const isBeside = exception?.kind === 'added' || exception?.wasAdded === true;
  return isBeside ? { original, isOfRule: false } : null;
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

/** That an occurrence does not take place. */
const cancelledException = (originalLocal: string, wasAdded: boolean): SeriesException => ({
  ...{ kind: 'cancelled', originalLocal },
  ...(wasAdded ? { wasAdded } : {}),
});

/** By what the rule gave, as the document keeps them. */
export function inOrder(exceptions: readonly SeriesException[]): SeriesException[] {
  return exceptions.toSorted((one, other) => compareTexts(one.originalLocal, other.originalLocal));
}
