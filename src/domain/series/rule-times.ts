import { epochOf, instantOf, localOf } from '../time/instants.ts';
import { keptBySeries } from './kept-by-series.ts';
import type { ReadSeries } from './read-series.ts';
import { localText } from './read-series.ts';
import type { Until } from './rule-parts.ts';
import type { Rule } from './rule.ts';
import { wallTimesBetween } from './wall-times.ts';

/** How far ahead to look, nearest first. Leap days are up to eight years apart. */
export const horizonsDays = [31, 366, 10 * 366];

/**
 * The wall times that a series' rule gives from `from` up to and including `to`, in order, whatever
 * was cancelled or moved. Each is the identity of an occurrence.
 */
export function ruleTimesBetween(
  read: ReadSeries,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
): readonly Temporal.PlainDateTime[] {
  const { series, first, rule } = read;
  if (rule !== null) {
    const end = lastLocal(rule.until, series.timeZone);
    const latest = end === null || Temporal.PlainDateTime.compare(to, end) < 0 ? to : end;
    return timesOfRule(read, rule, from, latest).filter((local) =>
      isBeforeEnd(rule.until, local, series.timeZone),
    );
  }
  return isFromTo(first, from, to) ? [first] : [];
}

/** Looking farther than this many years is seldom, and done anew each time. */
const mostYearsKept = 3;

function timesOfRule(
  read: ReadSeries,
  rule: Rule,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
): readonly Temporal.PlainDateTime[] {
  const years = Math.max(0, to.year - from.year + 1);
  if (years > mostYearsKept) return wallTimesBetween(read.first, rule, from, to);
  return Array.from({ length: years }, (_, index) => timesOfYear(read, from.year + index))
    .flat()
    .filter((local) => isFromTo(local, from, to));
}

const timesOfYear = keptBySeries((read, year: number): readonly Temporal.PlainDateTime[] => {
  if (read.rule === null) return [];
  const begin = Temporal.PlainDateTime.from({ year, month: 1, day: 1 });
  const end = begin.add({ years: 1 }).subtract({ seconds: 1 });
  return wallTimesBetween(read.first, read.rule, begin, end);
});

const isFromTo = (
  local: Temporal.PlainDateTime,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
): boolean =>
  Temporal.PlainDateTime.compare(from, local) <= 0 &&
  Temporal.PlainDateTime.compare(local, to) <= 0;

/** The first wall times of the rule from `from` on, within ten years of it; fewer when it ends. */
export function ruleTimesFrom(
  read: ReadSeries,
  from: Temporal.PlainDateTime,
  count: number,
): readonly Temporal.PlainDateTime[] {
  let found: readonly Temporal.PlainDateTime[] = [];
  for (const days of horizonsDays) {
    if (found.length >= count) break;
    found = ruleTimesBetween(read, from, from.add({ days }));
  }
  return found.slice(0, count);
}

/** The wall times of the rule before one, from the first. */
export function ruleTimesBefore(
  read: ReadSeries,
  local: Temporal.PlainDateTime,
): readonly Temporal.PlainDateTime[] {
  return ruleTimesBetween(read, read.first, local.subtract({ minutes: 1 }));
}

/** Whether the rule gives this wall time. */
export function isOfRule(read: ReadSeries, local: Temporal.PlainDateTime): boolean {
  return ruleTimesBetween(read, local, local).length > 0;
}

/** Whether a wall time identifies an occurrence: one of the rule or one that was added beside it. */
export function isOfSeries(read: ReadSeries, local: Temporal.PlainDateTime): boolean {
  return read.exceptions.get(localText(local))?.kind === 'added' || isOfRule(read, local);
}

/** A wall time that no occurrence up to UNTIL is later than; saves looking beyond it. */
function lastLocal(until: Until | null, zone: string): Temporal.PlainDateTime | null {
  switch (until?.kind) {
    case undefined:
      return null;
    case 'date':
      return toLocal(until.date).add({ days: 1 });
    case 'local':
      return toLocal(until.local);
    case 'instant':
      return toLocal(localOf(until.instant, zone)).add({ days: 1 });
  }
}

/** UNTIL is inclusive, and an instant in it is held against the instant, not the wall time. */
function isBeforeEnd(until: Until | null, local: Temporal.PlainDateTime, zone: string): boolean {
  switch (until?.kind) {
    case undefined:
      return true;
    case 'date':
      return Temporal.PlainDate.compare(local.toPlainDate(), until.date) <= 0;
    case 'local':
      return Temporal.PlainDateTime.compare(local, until.local) <= 0;
    case 'instant':
      return epochOf(instantOf(localText(local), zone)) <= epochOf(until.instant);
  }
}

function toLocal(text: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(text);
}
