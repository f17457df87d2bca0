import type { SeriesException } from '../documents/series.ts';
import { inOrder } from '../series/change-series.ts';
import { localText } from '../series/read-series.ts';
import { ruleTimesBetween } from '../series/rule-times.ts';
import type { EventNote } from './calendar-event.ts';
import type { PlacedEvent } from './place-event.ts';
import type { WrittenEvent } from './read-event.ts';

type Local = Temporal.PlainDateTime;

/** What differs from the rule of an event. */
export interface Instances {
  readonly exceptions: readonly SeriesException[];
  readonly notes: readonly EventNote[];
}

/** An instance that has been changed, and to which wall time the event had given it. */
export interface ChangedInstance {
  readonly original: Local;
  readonly written: WrittenEvent;
}

/** Brings together all that a calendar says of single instances of an event. */
export function instancesOf(
  event: PlacedEvent,
  changed: readonly ChangedInstance[],
  now: string,
): Instances {
  const { written, localOf } = event;
  const cancelled = written.cancelled.flatMap((time) => {
    const local = localOf(time);
    return local === null ? [] : [{ local, isDay: time.isDate && !written.start.isDate }];
  });
  const added = written.added.flatMap(({ time, durationMinutes }) => {
    const local = localOf(time);
    const minutes = durationMinutes ?? event.durationMinutes;
    return local === null || minutes > longestMinutes ? [] : [{ local, minutes }];
  });
  const isAllAdded = added.length === written.added.length;
  const times = [...cancelled, ...added].map(({ local }) => local);
  const isOfRule = ruleTimesAmong(event, [...times, ...changed.map((one) => one.original)], now);
  const exceptions = new Map<string, SeriesException>();
  for (const { local, minutes } of added) {
    if (isOfRule.has(localText(local))) continue;
    const at = localText(local);
    exceptions.set(at, {
      kind: 'added',
      ...{ originalLocal: at, startLocal: at },
      durationMinutes: minutes,
    });
  }
  for (const { local, isDay } of cancelled) {
    const day = local.toPlainDate().toString();
    const gone = isDay
      ? [...isOfRule, ...exceptions.keys()].filter((one) => one.startsWith(day))
      : [localText(local)];
    for (const originalLocal of gone) {
      if (isOfRule.has(originalLocal))
        exceptions.set(originalLocal, { kind: 'cancelled', originalLocal });
      else exceptions.delete(originalLocal);
    }
  }
  const unread = changed.filter((one) => !applyChange(event, one, { exceptions, isOfRule }));
  return {
    exceptions: inOrder([...exceptions.values()]),
    notes: unread.length > 0 || !isAllAdded ? ['instance-unread'] : [],
  };
}

/** Whether what has become of an instance could be read. */
function applyChange(
  event: PlacedEvent,
  { original, written }: ChangedInstance,
  {
    exceptions,
    isOfRule,
  }: {
    readonly exceptions: Map<string, SeriesException>;
    readonly isOfRule: ReadonlySet<string>;
  },
): boolean {
  const originalLocal = localText(original);
  const isRegular = isOfRule.has(originalLocal);
  if (written.status === 'cancelled') {
    if (isRegular) exceptions.set(originalLocal, { kind: 'cancelled', originalLocal });
    else exceptions.delete(originalLocal);
    return true;
  }
  const start = event.localOf(written.start);
  if (start === null || written.start.isDate !== event.written.start.isDate) return false;
  const startLocal = localText(start);
  const durationMinutes = lengthOfChange(event, written, start);
  if (durationMinutes === null) return false;
  const isAsGiven =
    isRegular && startLocal === originalLocal && durationMinutes === event.durationMinutes;
  const kind = isRegular ? 'moved' : 'added';
  if (isAsGiven) exceptions.delete(originalLocal);
  else exceptions.set(originalLocal, { kind, originalLocal, startLocal, durationMinutes });
  return true;
}

const longestMinutes = 24 * 60;

function lengthOfChange(event: PlacedEvent, written: WrittenEvent, start: Local): number | null {
  const end = written.end === null ? null : event.localOf(written.end);
  const minutes =
    end === null
      ? (written.durationMinutes ?? event.durationMinutes)
      : (event.clock.epochAt(end) - event.clock.epochAt(start)) / 60_000;
  if (minutes === 0) return event.durationMinutes;
  return minutes > 0 && minutes <= longestMinutes ? minutes : null;
}

/** Far enough ahead for any exception that somebody made on purpose. */
const yearsAhead = 10;
/** Further back than anybody's working life; what was changed before that is nobody's any more. */
const yearsBack = 50;

/**
 * Those of some wall times, and all others of their years, that the rule of an event gives. Year by
 * year: what lies between two dates that are far apart can be more than is ever counted.
 */
function ruleTimesAmong(
  { read }: PlacedEvent,
  times: readonly Local[],
  now: string,
): ReadonlySet<string> {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').toPlainDateTime();
  const first = today.year - yearsBack;
  const last = Math.max(today.year, read.first.year) + yearsAhead;
  const years = new Set(times.map(({ year }) => year));
  const inReach = [...years].filter((year) => year >= first && year <= last);
  return new Set(
    inReach.flatMap((year) => {
      const from = Temporal.PlainDateTime.from({ year, month: 1, day: 1 });
      const to = from.add({ years: 1 }).subtract({ minutes: 1 });
      return ruleTimesBetween(read, from, to).map(localText);
    }),
  );
}
