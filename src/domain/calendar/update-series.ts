import type { PersonFile } from '../agenda/person-file.ts';
import { withSeries } from '../agenda/person-file.ts';
import type { CalendarLink, Series } from '../documents/series.ts';
import { isSameJson } from '../merge/json.ts';
import { ruleWithEnd } from '../series/rule-end.ts';
import type { SeriesValues } from '../series/revise-series.ts';
import { valuesFrom } from '../series/revise-series.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { LinkedSeries } from './calendar-links.ts';
import { withPlansFollowing } from './follow-plans.ts';
import { mergedExceptions, withOwnOccurrences } from './given-exceptions.ts';
import { withNewTimes } from './new-times.ts';
import { givenBy, linkTo } from './series-from-event.ts';

/** What became of a series whose event has changed. */
export interface UpdatedSeries {
  readonly file: PersonFile;
  readonly outcome: 'updated' | 'unchanged';
  readonly isOwnTimeReplaced: boolean;
}

export interface UpdateParts {
  /** The subscription that the event is in; null when it came in a file. */
  readonly sourceId: string | null;
  /** UTC instant. */
  readonly now: string;
}

/**
 * Brings a series up to what its event is now. What the calendar left as it was stays as the user has
 * it; what was held stays as it was.
 */
export function updateSeries(
  file: PersonFile,
  { series, event }: { readonly series: LinkedSeries; readonly event: CalendarEvent },
  { sourceId, now }: UpdateParts,
): UpdatedSeries {
  const { given } = series.calendar;
  const theirs = givenBy(event);
  const calendar = linkTo(event, sourceId ?? series.calendar.sourceId);
  const isMoved = !isSameTimes(given, theirs) && !isSameTimes(series, theirs);
  const place = series.place === given.place ? theirs.place : series.place;
  const isOwnTimeReplaced = isMoved && !isSameTimes(series, given);
  if (isSameJson(given, theirs)) {
    const isNewSource = calendar.sourceId !== series.calendar.sourceId;
    const linked = isNewSource ? withSeries(file, { ...series, calendar }) : file;
    return { file: linked, outcome: 'unchanged', isOwnTimeReplaced: false };
  }
  const rule = isMoved ? otherEndOf(series, theirs) : series.rule;
  if (isMoved && rule === undefined) {
    const moved = withNewTimes(file, { series: { ...series, place }, event, calendar, now });
    return { file: moved, outcome: 'updated', isOwnTimeReplaced };
  }
  const exceptions = mergedExceptions(series.exceptions, given.exceptions, theirs.exceptions);
  const kept = { ...series, rule: rule ?? null, place, exceptions, calendar };
  const updated = withOwnOccurrences(kept);
  const after = withPlansFollowing(withSeries(file, updated), updated, now);
  return { file: after, outcome: 'updated', isOwnTimeReplaced };
}

type Times = Pick<SeriesValues, 'startLocal' | 'timeZone' | 'durationMinutes' | 'rule'>;

const isSameTimes = (one: Times, other: Times): boolean =>
  isSameButRule(one, other) && one.rule === other.rule && one.startLocal === other.startLocal;

const isSameButRule = (one: Times, other: Times): boolean =>
  one.timeZone === other.timeZone && one.durationMinutes === other.durationMinutes;

/** The new rule of a series of which only the end has changed; undefined when more has. */
function otherEndOf(series: Series, theirs: CalendarLink['given']): string | null | undefined {
  if (series.rule === null || theirs.rule === null || !isSameButRule(series, theirs))
    return undefined;
  const never = { kind: 'never' } as const;
  if (ruleWithEnd(series.rule, never) !== ruleWithEnd(theirs.rule, never)) return undefined;
  if (series.startLocal === theirs.startLocal) return theirs.rule;
  // It may have been changed from a date on; what is left of the rule from there is what counts.
  return valuesFrom({ ...series, ...theirs }, series.startLocal)?.rule;
}
