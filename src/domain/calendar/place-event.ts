import type { Series } from '../documents/series.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { localText, readSeries } from '../series/read-series.ts';
import { ruleWithEnd } from '../series/rule-end.ts';
import { parseRule } from '../series/rule.ts';
import type { Rule } from '../series/rule.ts';
import { epochOf } from '../time/instants.ts';
import type { EventNote, EventProblem } from './calendar-event.ts';
import type { Clock } from './clocks.ts';
import { clockOf } from './clocks.ts';
import type { FileZones, Years } from './file-zones.ts';
import type { WrittenEvent, WrittenTime } from './read-event.ts';

type Local = Temporal.PlainDateTime;

/** An event on the clock of its zone. */
export interface PlacedEvent {
  readonly written: WrittenEvent;
  readonly clock: Clock;
  readonly durationMinutes: number;
  /** Its rule and first date, without exceptions. */
  readonly read: ReadSeries;
  readonly notes: readonly EventNote[];
  /** Any time of the file on the clock of the event. */
  readonly localOf: (time: WrittenTime) => Local | null;
}

export type Placing =
  | { readonly ok: true; readonly placed: PlacedEvent }
  | { readonly ok: false; readonly reason: EventProblem };

/** Finds out when an event is. */
export function placeEvent(written: WrittenEvent, zones: FileZones, now: string): Placing {
  if ((written.rule?.length ?? 0) > longestRule) return { ok: false, reason: 'rule-unsupported' };
  const parsed = written.rule === null ? null : parseRule(written.rule);
  if (parsed?.ok === false) return { ok: false, reason: `rule-${parsed.problem}` };
  const years = yearsOf(written.start.local, parsed?.rule ?? null, now);
  const clock = clockFor(written, zones, years);
  if (clock === null) return { ok: false, reason: 'unknown-zone' };
  const localOf = (time: WrittenTime): Local | null => {
    const local = localOn(clock, time, { start: written.start, zones, years });
    return local !== null && local.year >= 1 && local.year <= 9999 ? local : null;
  };
  const first = localOf(written.start);
  if (first === null) return { ok: false, reason: 'impossible-start' };
  const durationMinutes = lengthOf(written, { clock, first, localOf });
  if (durationMinutes < 0) return { ok: false, reason: 'ends-before-it-starts' };
  const startLocal = localText(first);
  const timeZone = clock.zone ?? 'UTC';
  const rule = written.rule === null ? null : ruleOn(clock, written.rule, parsed?.rule ?? null);
  const read = readSeries(draft({ startLocal, timeZone, durationMinutes, rule }));
  if (typeof read === 'string') return { ok: false, reason: 'impossible-start' };
  const notes = notesOf(written, clock);
  return { ok: true, placed: { written, clock, durationMinutes, read, notes, localOf } };
}

/** As long as a series keeps one, with room for an end. */
const longestRule = 450;

/** A series that only serves to compute dates. */
export const draft = (
  values: Pick<Series, 'startLocal' | 'timeZone' | 'durationMinutes' | 'rule'>,
): Series => ({
  ...{ kind: 'series', version: 3, id: 'draft', personId: 'draft', continues: null },
  ...{ exceptions: [], place: '', calendar: null, createdAt: '1970-01-01T00:00:00Z' },
  ...values,
});

/** Zones have changed their clocks within these years; outside of them no calendar has events. */
const [firstYear, lastYear] = [1900, 2200];

/** How many years ahead the clocks of a series without an end are looked at. */
const yearsAhead = 2;

function yearsOf(start: Local, rule: Rule | null, now: string): Years {
  const thisYear = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').year;
  const ahead = Math.max(start.year, thisYear + yearsAhead);
  const to = rule === null ? start.year : Math.min(ahead, untilYear(rule) ?? ahead);
  // Of what has long been going on, only the last year is of use.
  const from = Math.max(start.year, Math.min(thisYear - 1, to));
  return { from: inRange(from), to: inRange(Math.max(from, to)) };
}

const inRange = (year: number): number => Math.min(lastYear, Math.max(firstYear, year));

function untilYear({ until }: Rule): number | null {
  switch (until?.kind) {
    case undefined:
      return null;
    case 'date':
      return Number(until.date.slice(0, 4));
    case 'local':
      return Number(until.local.slice(0, 4));
    case 'instant':
      return Number(until.instant.slice(0, 4));
  }
}

function clockFor({ start, rule, added }: WrittenEvent, zones: FileZones, years: Years) {
  if (start.isDate) return zones.usual;
  // What recurs in UTC does so; what takes place once may as well be told on the user's clock.
  if (start.isUtc) return rule === null && added.length === 0 ? zones.usual : clockOf('UTC');
  return start.timeZoneId === null ? zones.usual : zones.clockFor(start.timeZoneId, years);
}

function localOn(
  clock: Clock,
  time: WrittenTime,
  {
    start,
    zones,
    years,
  }: { readonly start: WrittenTime; readonly zones: FileZones; readonly years: Years },
): Local | null {
  const { local, isDate, isUtc, timeZoneId } = time;
  if (isUtc) return clock.localAt(epochOf(`${localText(local)}Z`));
  const isOnSameClock = isDate || timeZoneId === null || timeZoneId === start.timeZoneId;
  if (isOnSameClock && !start.isUtc) return local;
  if (isDate) return local;
  const other = timeZoneId === null ? zones.usual : zones.clockFor(timeZoneId, years);
  return other === null ? null : clock.localAt(other.epochAt(local));
}

/** How long a 1:1 is of which the calendar does not say so. */
const usualMinutes = 30;
const dayMinutes = 24 * 60;

function lengthOf(
  { start, end, durationMinutes }: WrittenEvent,
  { clock, first, localOf }: Pick<PlacedEvent, 'clock' | 'localOf'> & { readonly first: Local },
): number {
  const last = end === null ? null : localOf(end);
  const usual = start.isDate ? dayMinutes : usualMinutes;
  const minutes =
    last === null
      ? (durationMinutes ?? 0)
      : start.isDate
        ? first.until(last).total('minutes')
        : (clock.epochAt(last) - clock.epochAt(first)) / 60_000;
  return minutes === 0 ? usual : minutes;
}

/** A rule with its end on the clock of a zone that nobody else knows. */
function ruleOn(clock: Clock, text: string, rule: Rule | null): string {
  if (clock.zone !== null || rule?.until?.kind !== 'instant') return text;
  const local = localText(clock.localAt(epochOf(rule.until.instant)));
  return ruleWithEnd(text, { kind: 'local', local });
}

function notesOf({ start }: WrittenEvent, clock: Clock): readonly EventNote[] {
  const isFloating = !start.isDate && !start.isUtc && start.timeZoneId === null;
  return [
    ...(isFloating ? (['floating-time'] as const) : []),
    ...(clock.isMatched ? (['zone-matched'] as const) : []),
  ];
}
