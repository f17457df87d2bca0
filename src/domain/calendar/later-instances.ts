import { localText, readSeries } from '../series/read-series.ts';
import { valuesFrom } from '../series/revise-series.ts';
import { ruleWithEnd } from '../series/rule-end.ts';
import { weekdayCodes } from '../series/rule-parts.ts';
import { ruleTimesBetween } from '../series/rule-times.ts';
import type { Rule } from '../series/rule.ts';
import type { Weekday } from '../time/weekdays.ts';
import type { ChangedInstance } from './event-instances.ts';
import type { PlacedEvent } from './place-event.ts';
import { draft } from './place-event.ts';
import type { WrittenDate, WrittenEvent, WrittenTime } from './read-event.ts';

type Local = Temporal.PlainDateTime;

/** A part of an event, up to the next change of all later instances. */
export interface Stretch {
  readonly event: PlacedEvent;
  readonly changed: readonly ChangedInstance[];
  /** Where it begins, an instant in UTC; null for that with which the event itself begins. */
  readonly recurrenceId: string | null;
}

/**
 * Parts an event where all its later instances were changed (RANGE=THISANDFUTURE): each part has the
 * rule of the event, moved as the first of its instances was moved (RFC 5545, 3.8.4.4).
 */
export function stretchesOf(
  event: PlacedEvent,
  changed: readonly ChangedInstance[],
  now: string,
): readonly Stretch[] {
  const forks = changed
    .filter(({ written }) => written.isFromHereOn)
    .filter(({ original }) => valuesFrom(event.read.series, localText(original)) !== null)
    .toSorted((one, other) => Temporal.PlainDateTime.compare(one.original, other.original));
  const single = changed.filter((one) => !forks.includes(one));
  const [first] = forks;
  if (first === undefined) return [{ event, changed: single, recurrenceId: null }];
  const bounds = { from: null, to: first.original };
  const beginning: Stretch = {
    event: ended(within(event, bounds), first.original),
    changed: single.filter(({ original }) => isWithin(original, bounds)),
    recurrenceId: null,
  };
  const rest = forks.flatMap((fork, index) => {
    const end = forks[index + 1]?.original ?? null;
    return fork.written.status === 'cancelled' ? [] : [later(event, fork, { single, end, now })];
  });
  const isFromTheFirst = localText(first.original) === localText(event.read.first);
  return isFromTheFirst ? rest : [beginning, ...rest];
}

interface Bounds {
  readonly from: Local | null;
  readonly to: Local | null;
}

const isWithin = (local: Local, { from, to }: Bounds): boolean =>
  (from === null || Temporal.PlainDateTime.compare(local, from) >= 0) &&
  (to === null || Temporal.PlainDateTime.compare(local, to) < 0);

/** The event with those alone of its single dates that are in a stretch. */
function within(event: PlacedEvent, bounds: Bounds): PlacedEvent {
  const isInside = (time: WrittenTime): boolean => {
    const local = event.localOf(time);
    return local !== null && isWithin(local, bounds);
  };
  const { cancelled, added } = event.written;
  const written = {
    ...event.written,
    cancelled: cancelled.filter(isInside),
    added: added.filter(({ time }) => isInside(time)),
  };
  return { ...event, written };
}

function ended(event: PlacedEvent, before: Local): PlacedEvent {
  const { series } = event.read;
  const local = localText(before.subtract({ minutes: 1 }));
  const rule = series.rule === null ? null : ruleWithEnd(series.rule, { kind: 'local', local });
  return withValues(event, { rule });
}

function withValues(
  event: PlacedEvent,
  values: { readonly rule: string | null; readonly startLocal?: string },
): PlacedEvent {
  const { startLocal, timeZone } = event.read.series;
  const { durationMinutes } = event;
  const read = readSeries(draft({ startLocal, timeZone, durationMinutes, ...values }));
  return typeof read === 'string' ? event : { ...event, read };
}

function later(
  whole: PlacedEvent,
  { original, written }: ChangedInstance,
  {
    single,
    end,
    now,
  }: {
    readonly single: readonly ChangedInstance[];
    readonly end: Local | null;
    readonly now: string;
  },
): Stretch {
  const bounds = { from: original, to: end };
  const inside = within(end === null ? whole : ended(whole, end), bounds);
  const start = whole.localOf(written.start) ?? original;
  const shift = original.until(start);
  const moved = (local: Local): Local => local.add(shift);
  const rule = written.rule ?? movedRule(inside, original, start);
  const dates = rule === null ? datesFrom(inside, original, now).map(moved) : [];
  const event = withValues(
    {
      ...inside,
      durationMinutes: lengthOf(whole, written, start),
      written: movedEvent(inside, written, { moved, dates }),
    },
    { rule, startLocal: localText(start) },
  );
  return {
    event,
    changed: single
      .filter((one) => isWithin(one.original, bounds))
      .map((one) => ({ ...one, original: moved(one.original) })),
    recurrenceId: new Date(whole.clock.epochAt(original)).toISOString(),
  };
}

function lengthOf(
  whole: PlacedEvent,
  { end, durationMinutes }: WrittenEvent,
  start: Local,
): number {
  const last = end === null ? null : whole.localOf(end);
  const minutes =
    last === null
      ? (durationMinutes ?? 0)
      : (whole.clock.epochAt(last) - whole.clock.epochAt(start)) / 60_000;
  return minutes > 0 ? minutes : whole.durationMinutes;
}

function movedEvent(
  { written, localOf }: PlacedEvent,
  fork: WrittenEvent,
  { moved, dates }: { readonly moved: (local: Local) => Local; readonly dates: readonly Local[] },
): WrittenEvent {
  const onClock = (local: Local): WrittenTime => ({ ...written.start, local });
  const shifted = (time: WrittenTime): WrittenTime[] => {
    const local = localOf(time);
    return local === null ? [] : [{ ...onClock(moved(local)), isDate: time.isDate }];
  };
  const added = written.added.flatMap(({ time, durationMinutes }): WrittenDate[] =>
    shifted(time).map((one) => ({ time: one, durationMinutes })),
  );
  const counted = dates.slice(1).map((date) => ({ time: onClock(date), durationMinutes: null }));
  return {
    ...fork,
    ...{ cancelled: written.cancelled.flatMap(shifted), added: [...added, ...counted] },
    start: written.start,
  };
}

/** How many years of dates are counted out where no rule can say them. */
const yearsAhead = 2;
const maximumDates = 500;

function datesFrom({ read }: PlacedEvent, original: Local, now: string): readonly Local[] {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').toPlainDateTime();
  const later = Temporal.PlainDateTime.compare(today, original) > 0 ? today : original;
  return ruleTimesBetween(read, original, later.add({ years: yearsAhead })).slice(0, maximumDates);
}

/** The rule on the days to which an instance was moved; null where no rule can say them. */
function movedRule({ read }: PlacedEvent, original: Local, start: Local): string | null {
  const text = valuesFrom(read.series, localText(original))?.rule ?? null;
  const days = original.toPlainDate().until(start.toPlainDate()).days;
  const isAtSetTimes = read.rule?.numbers.has('BYHOUR') ?? false;
  if (text === null || read.rule === null || isAtSetTimes) return null;
  if (days === 0) return text;
  return isMovable(read.rule) ? withMovedDays(text, read.rule, days) : null;
}

/** Of what goes by the week each day can be moved; of what goes by the month it could not be said. */
const isMovable = ({ frequency, numbers, interval, byDay }: Rule): boolean =>
  numbers.size === 0 &&
  ((frequency === 'DAILY' && byDay.length === 0) ||
    (frequency === 'WEEKLY' && (interval === 1 || byDay.length <= 1)));

function withMovedDays(text: string, { byDay }: Rule, days: number): string {
  if (byDay.length === 0) return text;
  const moved = byDay.map(({ weekday }) => weekdayCodes[movedWeekday(weekday, days)]);
  return text.replace(/BYDAY=[^;]*/i, `BYDAY=${moved.join(',')}`);
}

const weekOfDays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function movedWeekday(weekday: Weekday, days: number): Weekday {
  const place = (((weekday - 1 + days) % 7) + 7) % 7;
  return weekOfDays[place] ?? weekday;
}
