import { describe, expect, test } from 'vitest';
import type { SeriesException } from '../documents/series.ts';
import { fc, seedOf } from '../test-laws/fast-check.ts';
import { occurrencesBetween } from './occurrences.ts';
import type { Occurrence } from './occurrences.ts';
import { decade, start } from './test-data/any-start.ts';
import { seriesWith } from './test-data/series-with.ts';

// What occurrences-laws.test.ts shows of weeks and days, here of months, of exceptions, and of the
// hours that clocks skip or repeat. Both hemispheres; a change by half an hour
// and by two; one that goes back in winter's stead (Dublin) and one that follows the moon (Casablanca);
// two zones without any.
const zones = [
  'Europe/Dublin',
  'America/Chicago',
  'America/St_Johns',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Asia/Kolkata',
  'America/Phoenix',
];

type Local = Temporal.PlainDateTime;

/** The date of a rule in a month, counted without the library; null in a month that has none. */
interface Monthly {
  readonly ruleOf: (first: Local) => string;
  readonly inMonth: (month: Temporal.PlainYearMonth, first: Local) => Temporal.PlainDate | null;
}

const byDate: Monthly = {
  ruleOf: () => 'FREQ=MONTHLY',
  inMonth: (month, { day }) => (day <= month.daysInMonth ? month.toPlainDate({ day }) : null),
};
const byLastDay: Monthly = {
  ruleOf: () => 'FREQ=MONTHLY;BYMONTHDAY=-1',
  inMonth: (month) => month.toPlainDate({ day: month.daysInMonth }),
};
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const codeOf = ({ dayOfWeek }: Local): string => codes[dayOfWeek - 1] ?? '';
const byNthWeekday: Monthly = {
  ruleOf: (first) => `FREQ=MONTHLY;BYDAY=${Math.ceil(first.day / 7)}${codeOf(first)}`,
  inMonth: (month, first) => weekdaysOf(month, first)[Math.ceil(first.day / 7) - 1] ?? null,
};
const byLastWeekday: Monthly = {
  ruleOf: (first) => `FREQ=MONTHLY;BYDAY=-1${codeOf(first)}`,
  inMonth: (month, first) => weekdaysOf(month, first).at(-1) ?? null,
};

function weekdaysOf(
  month: Temporal.PlainYearMonth,
  { dayOfWeek }: Local,
): readonly Temporal.PlainDate[] {
  const days = Array.from({ length: month.daysInMonth }, (_, n) =>
    month.toPlainDate({ day: n + 1 }),
  );
  return days.filter((day) => day.dayOfWeek === dayOfWeek);
}

/** The wall times from the first on, up to the end of 2035. */
function expectedOf({ inMonth }: Monthly, first: Local): readonly string[] {
  const begin = first.toPlainDate().toPlainYearMonth();
  const months = Array.from({ length: 120 }, (_, n) => begin.add({ months: n }));
  const later = months
    .flatMap((month) => inMonth(month, first) ?? [])
    .map((date) => date.toPlainDateTime(first.toPlainTime()))
    .filter((local) => Temporal.PlainDateTime.compare(local, first) > 0 && local.year <= 2035);
  return [first, ...later].map(toMinute);
}

const toMinute = (local: Local): string => local.toString({ smallestUnit: 'minute' });
const dayAfter = (local: string): string =>
  toMinute(Temporal.PlainDateTime.from(local).add({ days: 1, hours: 1 }));

/** Where an occurrence is on the clock of its zone. */
const onTheClock = ({ startsAt, timeZone }: Occurrence): string =>
  toMinute(Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDateTime());

/** The wall time, or as much later as the clocks jumped where they skip it. */
function clockFor(local: string, timeZone: string): string {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  return toMinute(zoned.toPlainDateTime());
}

describe.each(zones)('ten years in %s', (timeZone) => {
  const seed = seedOf(zones.indexOf(timeZone));

  test('monthly: each month that has the date has it once, at its wall time', () => {
    const monthly = fc.constantFrom(byDate, byLastDay, byNthWeekday, byLastWeekday);
    fc.assert(
      fc.property(start, monthly, (first, rhythm) => {
        const series = seriesWith({
          ...{ startLocal: toMinute(first), timeZone },
          rule: rhythm.ruleOf(first),
        });
        const found = occurrencesBetween(series, decade.from, '2036-01-02T00:00:00Z').filter(
          ({ originalLocal }) => originalLocal < '2036',
        );
        expect(found.map(({ originalLocal }) => originalLocal)).toEqual(expectedOf(rhythm, first));
        expect(found.map(onTheClock)).toEqual(
          found.map(({ originalLocal }) => clockFor(originalLocal, timeZone)),
        );
        expect(new Set(found.map(({ startsAt }) => startsAt)).size).toBe(found.length);
      }),
      { numRuns: 4, seed },
    );
  });

  test('exceptions are known by what the rule gave, whatever the clocks do', () => {
    fc.assert(
      fc.property(
        start,
        fc.array(fc.nat(5), { minLength: 530, maxLength: 530 }),
        (first, thrown) => {
          const dice = [...thrown];
          const plain = seriesWith({ startLocal: toMinute(first), timeZone });
          const given = occurrencesBetween(plain, decade.from, decade.to);
          const exceptions = given.flatMap(({ originalLocal }): SeriesException[] => {
            const fate: number = dice.shift() ?? 5;
            if (fate === 0) return [{ kind: 'cancelled', originalLocal }];
            const startLocal = dayAfter(originalLocal);
            const moved = {
              kind: 'moved',
              originalLocal,
              startLocal,
              durationMinutes: 30,
            } as const;
            return fate === 1 ? [moved] : [];
          });
          const fates = new Map(exceptions.map((one) => [one.originalLocal, one]));
          const series = { ...plain, exceptions };
          const found = occurrencesBetween(series, decade.from, '2036-01-05T00:00:00Z');
          const kept = found.filter((one) => given.some((old) => isSame(old, one)));
          expect(kept.map(({ originalLocal }) => originalLocal)).toEqual(
            given
              .map(({ originalLocal }) => originalLocal)
              .filter((original) => fates.get(original)?.kind !== 'cancelled'),
          );
          for (const one of kept) {
            const exception = fates.get(one.originalLocal);
            const start = exception?.kind === 'moved' ? exception.startLocal : one.originalLocal;
            expect(onTheClock(one)).toBe(clockFor(start, timeZone));
          }
        },
      ),
      { numRuns: 2, seed },
    );
  });
});

const isSame = (one: Occurrence, other: Occurrence): boolean =>
  one.originalLocal === other.originalLocal;

const fixedZones = ['Asia/Kolkata', 'America/Phoenix'];

// The next four changes of the clocks in each zone, from the machine's own tables.
describe.each(zones.filter((zone) => !fixedZones.includes(zone)))(
  'where the clocks change in %s',
  (timeZone) => {
    const changes = changesFrom(timeZone, 4);

    test('a skipped time comes as much later, a repeated one the first time, and never twice', () => {
      for (const { localBefore, localAfter, instant } of changes) {
        const isSkip = Temporal.PlainDateTime.compare(localBefore, localAfter) < 0;
        const [from, to] = isSkip ? [localBefore, localAfter] : [localAfter, localBefore];
        const within = from.add({ minutes: from.until(to).total('minutes') / 2 });
        const first = within.subtract({ days: 7 });
        const series = seriesWith({ startLocal: toMinute(first), timeZone });
        const around = occurrencesBetween(
          series,
          instant.subtract({ hours: 48 }).toString(),
          instant.add({ hours: 48 }).toString(),
        );
        expect(around.map(({ originalLocal }) => originalLocal)).toEqual([toMinute(within)]);
        const minutes = from.until(to).total('minutes');
        const startsAt = Temporal.Instant.from(around[0]?.startsAt ?? '');
        // Skipped: half a jump past the change. Repeated: half a jump before the clocks go back.
        const offset = isSkip ? minutes / 2 : -minutes / 2;
        expect(startsAt.toString()).toBe(instant.add({ minutes: offset }).toString());
      }
    });
  },
);

interface ClockChange {
  readonly instant: Temporal.Instant;
  readonly localBefore: Local;
  readonly localAfter: Local;
}

function changesFrom(timeZone: string, count: number): readonly ClockChange[] {
  let at = Temporal.Instant.from('2026-01-01T00:00:00Z').toZonedDateTimeISO(timeZone);
  const changes: ClockChange[] = [];
  while (changes.length < count) {
    const next = at.getTimeZoneTransition('next');
    if (next === null) break;
    const before = next.subtract({ nanoseconds: 1 });
    changes.push({
      instant: next.toInstant(),
      localBefore: before.toPlainDateTime().add({ nanoseconds: 1 }),
      localAfter: next.toPlainDateTime(),
    });
    at = next;
  }
  return changes;
}

test('the zones are of both kinds', () => {
  const fixed = zones.filter((timeZone) => changesFrom(timeZone, 1).length === 0);
  expect(fixed).toEqual(fixedZones);
});
