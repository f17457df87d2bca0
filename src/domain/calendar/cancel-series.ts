import type { PersonFile } from '../agenda/person-file.ts';
import type { Series } from '../documents/series.ts';
import { nextOccurrence } from '../series/occurrences.ts';
import { isHeld, leftAlone } from '../series/plans.ts';
import { endSeries } from '../series/revise-series.ts';
import { localOf } from '../time/instants.ts';
import type { LinkedSeries } from './calendar-links.ts';
import { meetingsOf, withRevision } from './follow-plans.ts';

/**
 * Ends what a calendar has called off: what was stays, what is to come goes, and a plan with
 * something in it stands alone. Null when nothing of it is to come.
 */
export function cancelSeries(
  file: PersonFile,
  series: LinkedSeries,
  now: string,
): PersonFile | null {
  if (nextOccurrence(series, now) === null) return null;
  const meetings = meetingsOf(file, series);
  const held = meetings.filter((meeting) => isHeld(meeting, series, now));
  const last = lastDay(
    series,
    held.map(({ originalLocal }) => originalLocal ?? ''),
    now,
  );
  if (last === null) return withoutSeries(file, series);
  const ended = endSeries({ series, meetings, now }, last);
  return ended.ok ? withRevision(file, { ...ended, series: ended.series.map(withEndGiven) }) : null;
}

/** The last day on which it took place; null when it never did. */
function lastDay(
  { rule, startLocal, timeZone }: Series,
  held: readonly string[],
  now: string,
): string | null {
  const isBegun = held.length > 0 || startLocal <= localOf(now, timeZone);
  if (rule === null || !isBegun) return null;
  const yesterday = Temporal.PlainDate.from(localOf(now, timeZone))
    .subtract({ days: 1 })
    .toString();
  const days = [yesterday, startLocal, ...held].map((local) => local.slice(0, 10));
  return days.reduce((last, day) => (day > last ? day : last));
}

function withoutSeries(file: PersonFile, series: Series): PersonFile {
  const { kept, emptyIds } = leftAlone(
    meetingsOf(file, series).filter(({ status }) => status === 'planned'),
  );
  const after = withRevision(file, { ok: true, series: [], meetings: kept, emptyIds });
  return { ...after, series: after.series.filter(({ id }) => id !== series.id) };
}

/** The calendar gave this end: when it has the event again, that is a change. */
function withEndGiven(series: Series): Series {
  const { calendar, rule } = series;
  return calendar === null
    ? series
    : { ...series, calendar: { ...calendar, given: { ...calendar.given, rule } } };
}
