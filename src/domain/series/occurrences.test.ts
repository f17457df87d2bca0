import { describe, expect, test } from 'vitest';
import type { Series } from '../documents/series.ts';
import { findOccurrence, nextOccurrence, occurrencesBetween } from './occurrences.ts';
import { seriesProblem } from './read-series.ts';
import { seriesWith } from './test-data/series-with.ts';

function starts(series: Series, from: string, to: string): readonly string[] {
  return occurrencesBetween(series, from, to).map(({ startsAt }) => startsAt);
}

const newYork = 'America/New_York';

interface RuleCase {
  readonly name: string;
  readonly startLocal: string;
  readonly rule: string;
  readonly expected: readonly string[];
}

// Instants worked out by hand; the biweekly pair is the one of RFC 5545, 3.8.5.3.
const ruleCases: readonly RuleCase[] = [
  {
    name: 'weekly keeps its wall time when clocks go forward',
    startLocal: '2026-03-02T09:00',
    rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    expected: ['2026-03-02T14:00:00Z', '2026-03-09T13:00:00Z', '2026-03-16T13:00:00Z'],
  },
  {
    name: 'weekly late in the evening, when it is the next day in UTC',
    startLocal: '2026-03-02T21:30',
    rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2',
    expected: ['2026-03-03T02:30:00Z', '2026-03-10T01:30:00Z'],
  },
  {
    name: 'the second Tuesday of the month',
    startLocal: '2026-01-13T10:00',
    rule: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=3',
    expected: ['2026-01-13T15:00:00Z', '2026-02-10T15:00:00Z', '2026-03-10T14:00:00Z'],
  },
  {
    name: 'the 31st skips short months',
    startLocal: '2026-01-31T09:00',
    rule: 'FREQ=MONTHLY;COUNT=3',
    expected: ['2026-01-31T14:00:00Z', '2026-03-31T13:00:00Z', '2026-05-31T13:00:00Z'],
  },
  {
    name: 'the last working day of the month',
    startLocal: '2026-01-30T17:00',
    rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
    expected: ['2026-01-30T22:00:00Z', '2026-02-27T22:00:00Z', '2026-03-31T21:00:00Z'],
  },
  {
    name: 'every other week, weeks beginning on Sunday',
    startLocal: '1997-08-05T09:00',
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    expected: [
      '1997-08-05T13:00:00Z',
      '1997-08-17T13:00:00Z',
      '1997-08-19T13:00:00Z',
      '1997-08-31T13:00:00Z',
    ],
  },
  {
    name: 'every other week, weeks beginning on Monday',
    startLocal: '1997-08-05T09:00',
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    expected: [
      '1997-08-05T13:00:00Z',
      '1997-08-10T13:00:00Z',
      '1997-08-19T13:00:00Z',
      '1997-08-24T13:00:00Z',
    ],
  },
  {
    name: 'a leap day, only in leap years',
    startLocal: '2024-02-29T09:00',
    rule: 'FREQ=YEARLY;COUNT=2',
    expected: ['2024-02-29T14:00:00Z', '2028-02-29T14:00:00Z'],
  },
  {
    name: 'in the hour that a change of the clocks skips, forward by the gap',
    startLocal: '2026-03-07T02:30',
    rule: 'FREQ=DAILY;COUNT=3',
    expected: ['2026-03-07T07:30:00Z', '2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'],
  },
  {
    name: 'in the hour that a change of the clocks repeats, the first time round',
    startLocal: '2026-10-31T01:30',
    rule: 'FREQ=DAILY;COUNT=3',
    expected: ['2026-10-31T05:30:00Z', '2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z'],
  },
  {
    name: 'until an instant, that one included',
    startLocal: '2026-03-02T09:00',
    rule: 'FREQ=WEEKLY;UNTIL=20260316T130000Z',
    expected: ['2026-03-02T14:00:00Z', '2026-03-09T13:00:00Z', '2026-03-16T13:00:00Z'],
  },
  {
    name: 'until a second before, that one left out',
    startLocal: '2026-03-02T09:00',
    rule: 'FREQ=WEEKLY;UNTIL=20260316T125959Z',
    expected: ['2026-03-02T14:00:00Z', '2026-03-09T13:00:00Z'],
  },
  {
    name: 'until a date, the whole of that day in the zone of the series',
    startLocal: '2026-03-02T21:30',
    rule: 'FREQ=WEEKLY;UNTIL=20260309',
    expected: ['2026-03-03T02:30:00Z', '2026-03-10T01:30:00Z'],
  },
  {
    name: 'until a wall time',
    startLocal: '2026-03-02T09:00',
    rule: 'FREQ=WEEKLY;UNTIL=20260309T090000',
    expected: ['2026-03-02T14:00:00Z', '2026-03-09T13:00:00Z'],
  },
  {
    name: 'the anchor is the first, also where the rule would not give it',
    startLocal: '2026-03-04T09:00',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3',
    expected: ['2026-03-04T14:00:00Z', '2026-03-16T13:00:00Z', '2026-03-30T13:00:00Z'],
  },
];

test.each(ruleCases)('$name', ({ startLocal, rule, expected }) => {
  const series = seriesWith({ startLocal, rule, timeZone: newYork });
  expect(starts(series, '1990-01-01T00:00:00Z', '2030-01-01T00:00:00Z')).toEqual(expected);
});

test('an occurrence carries what a screen and a reminder need', () => {
  const [first] = occurrencesBetween(
    seriesWith({}),
    '2026-03-03T00:00:00Z',
    '2026-03-04T00:00:00Z',
  );
  expect(first).toEqual({
    seriesId: 'series-1',
    personId: 'person-1',
    originalLocal: '2026-03-03T09:00',
    startLocal: '2026-03-03T09:00',
    timeZone: 'Europe/Berlin',
    startsAt: '2026-03-03T08:00:00Z',
    endsAt: '2026-03-03T08:30:00Z',
    durationMinutes: 30,
    isMoved: false,
  });
});

test('a running one is found, one that ended at the very start of the window is not', () => {
  const series = seriesWith({ rule: null });
  expect(starts(series, '2026-03-03T08:29:00Z', '2026-03-03T08:29:30Z')).toHaveLength(1);
  expect(starts(series, '2026-03-03T08:30:00Z', '2026-03-04T00:00:00Z')).toEqual([]);
});

test('the end of the window is not part of it', () => {
  const series = seriesWith({ rule: null });
  expect(starts(series, '2026-03-01T00:00:00Z', '2026-03-03T08:00:00Z')).toEqual([]);
  expect(starts(series, '2026-03-01T00:00:00Z', '2026-03-03T08:00:01Z')).toHaveLength(1);
});

test('one that the clocks shifted is found by a window that holds just its time', () => {
  const series = seriesWith({ startLocal: '2026-03-08T02:30', timeZone: newYork, rule: null });
  expect(starts(series, '2026-03-08T07:30:00Z', '2026-03-08T08:00:00Z')).toHaveLength(1);
});

test('the turn of the year loses nothing and doubles nothing, however the time is cut', () => {
  const startLocal = '2026-12-30T00:00';
  const rule = 'FREQ=DAILY;BYHOUR=0,23;BYMINUTE=0,59';
  const series = seriesWith({ startLocal, timeZone: 'UTC', durationMinutes: 1, rule });
  const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'];
  const all = days.flatMap((day) =>
    ['00:00', '00:59', '23:00', '23:59'].map((time) => `${day}T${time}:00Z`),
  );
  expect(starts(series, '2026-12-30T00:00:00Z', '2027-01-03T00:00:00Z')).toEqual(all);
  const cut = all.flatMap((at, index) =>
    starts(series, at, all[index + 1] ?? '2027-01-03T00:00:00Z'),
  );
  expect(cut).toEqual(all);
});

test('an old daily series is found far from its beginning', () => {
  const series = seriesWith({
    startLocal: '2015-01-05T09:00',
    rule: 'FREQ=DAILY',
    timeZone: newYork,
  });
  expect(starts(series, '2026-03-07T00:00:00Z', '2026-03-09T00:00:00Z')).toEqual([
    '2026-03-07T14:00:00Z',
    '2026-03-08T13:00:00Z',
  ]);
});

describe('exceptions', () => {
  const moved = seriesWith({
    exceptions: [
      { kind: 'cancelled', originalLocal: '2026-03-10T09:00' },
      {
        kind: 'moved',
        originalLocal: '2026-03-17T09:00',
        startLocal: '2026-05-01T14:00',
        durationMinutes: 60,
      },
    ],
  });

  test('a cancelled occurrence is gone, a moved one is at its new time alone', () => {
    expect(starts(moved, '2026-03-01T00:00:00Z', '2026-03-25T00:00:00Z')).toEqual([
      '2026-03-03T08:00:00Z',
      '2026-03-24T08:00:00Z',
    ]);
    const [only, ...more] = occurrencesBetween(
      moved,
      '2026-05-01T00:00:00Z',
      '2026-05-02T00:00:00Z',
    );
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      originalLocal: '2026-03-17T09:00',
      startsAt: '2026-05-01T12:00:00Z',
      endsAt: '2026-05-01T13:00:00Z',
      isMoved: true,
    });
  });

  test('one moved within the window is listed once, by its new time', () => {
    const locals = occurrencesBetween(moved, '2026-03-01T00:00:00Z', '2026-05-06T00:00:00Z').map(
      ({ originalLocal }) => originalLocal,
    );
    expect(locals.filter((local) => local === '2026-03-17T09:00')).toHaveLength(1);
    expect(locals.at(-2)).toBe('2026-03-17T09:00');
  });

  test('a move of what the rule never gave is no occurrence', () => {
    const series = seriesWith({
      exceptions: [
        {
          kind: 'moved',
          originalLocal: '2026-03-11T09:00',
          startLocal: '2026-03-12T09:00',
          durationMinutes: 30,
        },
      ],
    });
    expect(starts(series, '2026-03-11T00:00:00Z', '2026-03-14T00:00:00Z')).toEqual([]);
  });

  test('COUNT counts the cancelled ones', () => {
    const series = seriesWith({
      rule: 'FREQ=WEEKLY;COUNT=3',
      exceptions: [{ kind: 'cancelled', originalLocal: '2026-03-10T09:00' }],
    });
    expect(starts(series, '2026-03-01T00:00:00Z', '2027-03-01T00:00:00Z')).toHaveLength(2);
  });

  test('an exception written with seconds or a space is the same wall time', () => {
    const series = seriesWith({
      exceptions: [{ kind: 'cancelled', originalLocal: '2026-03-10 09:00:00' }],
    });
    expect(starts(series, '2026-03-09T00:00:00Z', '2026-03-12T00:00:00Z')).toEqual([]);
  });

  test('an occurrence is found by what the rule gave', () => {
    expect(findOccurrence(moved, '2026-03-17T09:00')?.startsAt).toBe('2026-05-01T12:00:00Z');
    expect(findOccurrence(moved, '2026-03-24T09:00')?.startsAt).toBe('2026-03-24T08:00:00Z');
    expect(findOccurrence(moved, '2026-03-10T09:00')).toBeNull();
    expect(findOccurrence(moved, '2026-03-24T10:00')).toBeNull();
    expect(findOccurrence(moved, 'tomorrow')).toBeNull();
  });
});

describe('the next one', () => {
  test('starts after the instant, not at it', () => {
    const series = seriesWith({});
    expect(nextOccurrence(series, '2026-03-10T07:59:59Z')?.startsAt).toBe('2026-03-10T08:00:00Z');
    expect(nextOccurrence(series, '2026-03-10T08:00:00Z')?.startsAt).toBe('2026-03-17T08:00:00Z');
  });

  test('may be the one-off, or years away', () => {
    const next = (change: Partial<Series>): string | undefined =>
      nextOccurrence(seriesWith(change), '2026-01-01T00:00:00Z')?.startsAt;
    expect(next({ rule: null })).toBe('2026-03-03T08:00:00Z');
    expect(next({ rule: 'FREQ=YEARLY;INTERVAL=7', startLocal: '2020-06-01T09:00' })).toBe(
      '2027-06-01T07:00:00Z',
    );
    expect(next({ rule: null, startLocal: '2025-01-01T09:00' })).toBeUndefined();
    expect(next({ rule: 'FREQ=DAILY;UNTIL=20251231', startLocal: '2025-01-01T09:00' })).toBe(
      undefined,
    );
  });

  test('of a rule that never comes true is the anchor, then none', () => {
    const series = seriesWith({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' });
    expect(nextOccurrence(series, '2026-01-01T00:00:00Z')?.originalLocal).toBe('2026-03-03T09:00');
    expect(nextOccurrence(series, '2026-04-01T00:00:00Z')).toBeNull();
    const daily = seriesWith({ rule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' });
    expect(nextOccurrence(daily, '2096-04-01T00:00:00Z')).toBeNull();
  });
});

test.each([
  [{ rule: 'FREQ=SECONDLY' }, 'too-often'],
  [{ rule: 'nonsense' }, 'unreadable'],
  [{ startLocal: '2026-02-30T09:00' }, 'impossible-start'],
  [{ timeZone: 'Mars/Olympus' }, 'unknown-zone'],
])('a series with %j has no occurrences and says why', (change, problem) => {
  const series = seriesWith(change);
  expect(seriesProblem(series)).toBe(problem);
  expect(starts(series, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([]);
  expect(nextOccurrence(series, '2026-01-01T00:00:00Z')).toBeNull();
  expect(findOccurrence(series, '2026-03-10T09:00')).toBeNull();
});
