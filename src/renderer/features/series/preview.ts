import { nextOccurrence, type Occurrence } from '../../../domain/series/occurrences.ts';
import type { SeriesValues } from './series-draft.ts';

// Fetched with the form: the recurrence library is larger than all the rest of the window.

/** The first dates that a series would have from now on, soonest first. */
export function firstOccurrences(
  values: SeriesValues,
  now: string,
  count: number,
): readonly Occurrence[] {
  const series = {
    ...values,
    kind: 'series' as const,
    version: 3 as const,
    id: 'preview-of-a-series',
    personId: 'preview-of-a-series',
    exceptions: [],
    continues: null,
    calendar: null,
    createdAt: now,
  };
  const found: Occurrence[] = [];
  let after = now;
  while (found.length < count) {
    const next = nextOccurrence(series, after);
    if (next === null) break;
    found.push(next);
    after = next.startsAt;
  }
  return found;
}
