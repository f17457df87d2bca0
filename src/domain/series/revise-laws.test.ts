import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series, SeriesException } from '../documents/series.ts';
import { fc } from '../test-laws/fast-check.ts';
import { cancelOccurrence, moveOccurrence, restoreOccurrence } from './change-series.ts';
import { findOccurrence, occurrencesBetween } from './occurrences.ts';
import type { Occurrence } from './occurrences.ts';
import type { Revision } from './revise-series.ts';
import { changeSeries, endSeries, splitSeries, valuesFrom } from './revise-series.ts';
import { seriesWith } from './test-data/series-with.ts';

const zones = ['Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Tokyo'];
const rules = [
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=MO,TH',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU',
  'FREQ=WEEKLY;INTERVAL=3',
  'FREQ=WEEKLY;COUNT=20',
  'FREQ=DAILY;INTERVAL=5;UNTIL=20260901',
  'FREQ=DAILY;BYHOUR=9,15;COUNT=40',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1',
  null,
];
const now = '2026-01-01T00:00:00Z';
const window = { from: '2025-12-25T00:00:00Z', to: '2027-06-01T00:00:00Z' };

const start = fc.integer({ min: 0, max: 120 * 24 * 4 }).map((quarters) =>
  Temporal.PlainDateTime.from('2026-01-03T00:00')
    .add({ minutes: quarters * 15 })
    .toString({ smallestUnit: 'minute' }),
);
const values = fc.record({
  startLocal: start,
  timeZone: fc.constantFrom(...zones),
  durationMinutes: fc.constantFrom(30, 45),
  rule: fc.constantFrom(...rules),
  place: fc.constant(''),
});

/** What a series is to become: often something that has fewer dates than there are plans. */
const wanted = fc.oneof(
  values,
  fc
    .tuple(values, fc.constantFrom(null, 'FREQ=WEEKLY;COUNT=2'))
    .map(([given, rule]) => ({ ...given, rule })),
);

/** Which of the first occurrences are cancelled, moved, planned with words or without. */
const fates = fc.array(
  fc.constantFrom('as given', 'cancelled', 'moved', 'planned', 'planned and moved', 'looked at'),
  { minLength: 1, maxLength: 12 },
);

interface World {
  readonly series: Series;
  readonly meetings: readonly Meeting[];
}

const world: fc.Arbitrary<World> = fc.tuple(values, fates).map(([given, all]) => {
  const plain = seriesWith(given);
  const first = occurrencesBetween(plain, window.from, window.to).slice(0, all.length);
  const exceptions = first.flatMap((one, n) => exceptionOf(one, all[n] ?? ''));
  const series = { ...plain, exceptions };
  return { series, meetings: first.flatMap((one, n) => planOf(one, all[n] ?? '', n)) };
});

function exceptionOf(one: Occurrence, fate: string): readonly SeriesException[] {
  const { originalLocal } = one;
  if (fate === 'cancelled') return [{ kind: 'cancelled', originalLocal }];
  if (!fate.includes('moved')) return [];
  const startLocal = Temporal.PlainDateTime.from(originalLocal).add({ hours: 26 });
  return [
    {
      kind: 'moved',
      originalLocal,
      startLocal: startLocal.toString({ smallestUnit: 'minute' }),
      durationMinutes: 20,
    },
  ];
}

function planOf({ originalLocal }: Occurrence, fate: string, n: number): readonly Meeting[] {
  if (!fate.startsWith('planned') && fate !== 'looked at') return [];
  const agenda = fate === 'looked at' ? [] : [pointWith({ id: `point-${n}` })];
  return [meetingWith({ id: `meeting-${n}`, originalLocal, startLocal: originalLocal, agenda })];
}

const identities = (series: Series): readonly string[] =>
  occurrencesBetween(series, window.from, window.to).map(
    ({ originalLocal, startsAt, endsAt, isMoved }) =>
      [originalLocal, startsAt, endsAt, isMoved].join(' '),
  );

/** One of the wall times that the rule gave, cancelled or not. */
function pick({ series }: World, number: number): string | undefined {
  const all = occurrencesBetween({ ...series, exceptions: [] }, window.from, window.to);
  return all.slice(0, 14).at(number % Math.max(1, Math.min(14, all.length)))?.originalLocal;
}

test('a split that changes nothing gives the same dates, each once, with their exceptions', () => {
  let splits = 0;
  fc.assert(
    fc.property(world, fc.nat(), (given, number) => {
      const from = pick(given, number);
      const kept = from === undefined ? null : valuesFrom(given.series, from);
      if (from === undefined || kept === null) return;
      const begun = { id: 'series-2', values: kept };
      const revision = splitSeries({ ...given, now }, from, begun);
      if (!revision.ok) throw new Error(revision.problem);
      splits += revision.series.length - 1;
      expect(revision.series.flatMap(identities).toSorted()).toEqual(
        identities(given.series).toSorted(),
      );
      for (const meeting of revision.meetings) expect(meeting.seriesId).not.toBeNull();
      expectNothingLost(given, revision);
    }),
    { numRuns: 40 },
  );
  expect(splits).toBeGreaterThan(10);
});

test('whatever a series becomes, no plan is lost or doubled, and each has a date of its own', () => {
  let changes = 0;
  fc.assert(
    fc.property(world, wanted, fc.nat(), fc.constantFrom('split', 'all', 'end'), (given, ...by) => {
      const revision = revise(given, ...by);
      if (!revision.ok) return;
      changes += 1;
      expectNothingLost(given, revision);
    }),
    { numRuns: 90 },
  );
  expect(changes).toBeGreaterThan(30);
});

function revise(
  given: World,
  become: Parameters<typeof changeSeries>[1],
  number: number,
  kind: 'split' | 'all' | 'end',
): Revision {
  const from = pick(given, number) ?? '';
  if (kind === 'all') return changeSeries({ ...given, now }, become);
  if (kind === 'end') return endSeries({ ...given, now }, from.slice(0, 10));
  return splitSeries({ ...given, now }, from, { id: 'series-2', values: become });
}

/** Every plan is where it was, has moved as a whole, or was empty; and no two have one date. */
function expectNothingLost({ series, meetings }: World, revision: Revision): void {
  if (!revision.ok) throw new Error(revision.problem);
  const changed = new Map(revision.meetings.map((one) => [one.id, one]));
  expect(changed.size).toBe(revision.meetings.length);
  const gone = meetings.filter(({ id }) => revision.emptyIds.includes(id));
  expect(gone.every(({ agenda }) => agenda.length === 0)).toBe(true);
  const after = meetings
    .filter(({ id }) => !revision.emptyIds.includes(id))
    .map((one) => changed.get(one.id) ?? one);
  expect(after.map(({ agenda }) => agenda)).toEqual(
    meetings.filter((one) => !gone.includes(one)).map(({ agenda }) => agenda),
  );
  const dated = after.filter(({ originalLocal }) => originalLocal !== null);
  const keys = dated.map(
    ({ seriesId, originalLocal }) => `${seriesId ?? ''} ${originalLocal ?? ''}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
  const all = new Map([series, ...revision.series].map((one) => [one.id, one]));
  for (const { seriesId, originalLocal } of dated) {
    const own = all.get(seriesId ?? '');
    expect(own && findOccurrence(own, originalLocal ?? '')).toMatchObject({ originalLocal });
  }
}

test('moved, cancelled, put back: the identity stays, and all others are as they were', () => {
  fc.assert(
    fc.property(world, fc.nat(), start, (given, number, startLocal) => {
      const original = pick(given, number);
      if (original === undefined) return;
      const { series } = given;
      const others = (one: Series): readonly string[] =>
        identities(one).filter((identity) => !identity.startsWith(original));
      const moved = moveOccurrence(series, original, { startLocal, durationMinutes: 50 });
      if (!moved.ok) throw new Error(moved.problem);
      expect(findOccurrence(moved.series, original)).toMatchObject({ startLocal, isMoved: true });
      const cancelled = cancelOccurrence(moved.series, original);
      if (!cancelled.ok) throw new Error(cancelled.problem);
      expect(findOccurrence(cancelled.series, original)).toBeNull();
      const back = restoreOccurrence(cancelled.series, original);
      if (!back.ok) throw new Error(back.problem);
      expect(findOccurrence(back.series, original)).toMatchObject({
        startLocal: original,
        isMoved: false,
      });
      for (const one of [moved, cancelled, back])
        expect(others(one.series)).toEqual(others(series));
    }),
    { numRuns: 25 },
  );
});
