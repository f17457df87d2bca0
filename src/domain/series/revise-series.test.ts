import { describe, expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import { occurrencesBetween } from './occurrences.ts';
import type { Revision, SeriesValues } from './revise-series.ts';
import { changeSeries, endSeries, splitSeries, valuesFrom } from './revise-series.ts';
import { seriesWith } from './test-data/series-with.ts';

const now = '2026-03-04T08:00:00Z';
const id = 'series-2';

function done(revision: Revision): Extract<Revision, { ok: true }> {
  if (!revision.ok) throw new Error(revision.problem);
  return revision;
}

/** A plan with something in it, for the occurrence at this wall time. */
const plan = (originalLocal: string, change: Partial<Meeting> = {}): Meeting =>
  meetingWith({
    id: `plan-${originalLocal.slice(0, 10)}`,
    originalLocal,
    startLocal: originalLocal,
    agenda: [pointWith({})],
    ...change,
  });

const datesOf = (series: Series): readonly string[] =>
  occurrencesBetween(series, '2026-03-01T00:00:00Z', '2026-04-20T00:00:00Z').map(
    ({ startLocal }) => startLocal,
  );

const placesOf = (revision: Revision): readonly (readonly (string | null)[])[] =>
  done(revision).meetings.map((one) => [one.id, one.seriesId, one.originalLocal, one.startLocal]);

function split(
  series: Series,
  values: Partial<SeriesValues>,
  meetings: readonly Meeting[] = [],
  from = '2026-03-17T09:00',
): Revision {
  const kept = valuesFrom(series, from);
  if (kept === null) throw new Error('No such occurrence.');
  return splitSeries({ series, meetings, now }, from, { id, values: { ...kept, ...values } });
}

describe('this one and all later', () => {
  const thursdays = { startLocal: '2026-03-19T11:00', rule: 'FREQ=WEEKLY' };

  test('the old series ends before it, and the new one says what it continues', () => {
    const [ended, begun] = done(split(seriesWith({}), thursdays)).series;
    expect(ended).toMatchObject({ id: 'series-1', rule: 'FREQ=WEEKLY;UNTIL=20260310' });
    expect(begun).toMatchObject({ id, continues: 'series-1', createdAt: now, ...thursdays });
    expect(ended && datesOf(ended)).toEqual(['2026-03-03T09:00', '2026-03-10T09:00']);
    expect(begun && datesOf(begun)[0]).toBe('2026-03-19T11:00');
  });

  test('plans keep all that is in them, and go to the occurrence of the same number', () => {
    const meetings = [plan('2026-03-10T09:00'), plan('2026-03-17T09:00'), plan('2026-03-31T09:00')];
    const revision = split(seriesWith({}), thursdays, meetings);
    expect(placesOf(revision)).toEqual([
      ['plan-2026-03-17', id, '2026-03-19T11:00', '2026-03-19T11:00'],
      ['plan-2026-03-31', id, '2026-04-02T11:00', '2026-04-02T11:00'],
    ]);
    expect(done(revision).meetings.map(({ agenda }) => agenda)).toEqual([
      meetings[1]?.agenda,
      meetings[2]?.agenda,
    ]);
  });

  test('a plan on the Tuesday of a week goes to its Saturday, though the one before is nearer', () => {
    const saturdays = { startLocal: '2026-03-21T09:00', rule: 'FREQ=WEEKLY;BYDAY=SA' };
    const series = seriesWith({ rule: 'FREQ=WEEKLY;BYDAY=TU' });
    const revision = split(series, saturdays, [plan('2026-03-24T09:00')]);
    expect(placesOf(revision)).toEqual([
      ['plan-2026-03-24', id, '2026-03-28T09:00', '2026-03-28T09:00'],
    ]);
  });

  test('at another pace each plan goes to the nearest date that is free', () => {
    const fortnightly = { rule: 'FREQ=WEEKLY;INTERVAL=2' };
    const meetings = ['17', '24', '31'].map((day) => plan(`2026-03-${day}T09:00`));
    expect(placesOf(split(seriesWith({}), fortnightly, meetings))).toEqual([
      ['plan-2026-03-17', id, '2026-03-17T09:00', '2026-03-17T09:00'],
      ['plan-2026-03-24', id, '2026-03-31T09:00', '2026-03-31T09:00'],
      ['plan-2026-03-31', id, '2026-04-14T09:00', '2026-04-14T09:00'],
    ]);
  });

  test('where the dates run out, what was written stands alone and what is empty goes', () => {
    const twice = { rule: 'FREQ=WEEKLY;COUNT=2' };
    const meetings = [
      plan('2026-03-17T09:00'),
      plan('2026-03-31T09:00'),
      plan('2026-04-07T09:00'),
      plan('2026-04-14T09:00', { id: 'empty', agenda: [] }),
    ];
    const revision = done(split(seriesWith({}), twice, meetings));
    expect(placesOf(revision)).toEqual([
      ['plan-2026-03-17', id, '2026-03-17T09:00', '2026-03-17T09:00'],
      ['plan-2026-03-31', id, '2026-03-24T09:00', '2026-03-24T09:00'],
      ['plan-2026-04-07', null, null, null],
    ]);
    expect(revision.emptyIds).toEqual(['empty']);
  });

  test('exceptions go along: a move keeps its time, an extra length its length', () => {
    const series = seriesWith({
      exceptions: [
        { kind: 'cancelled', originalLocal: '2026-03-10T09:00' },
        { kind: 'cancelled', originalLocal: '2026-03-24T09:00' },
        {
          kind: 'moved',
          originalLocal: '2026-03-31T09:00',
          startLocal: '2026-04-01T15:00',
          durationMinutes: 30,
        },
      ],
    });
    const values = { ...thursdays, timeZone: 'Europe/London', durationMinutes: 45 };
    const meetings = [plan('2026-03-31T09:00'), plan('2026-03-24T09:00', { status: 'cancelled' })];
    const revision = done(split(series, values, meetings));
    const [ended, begun] = revision.series;
    expect(ended?.exceptions).toEqual([{ kind: 'cancelled', originalLocal: '2026-03-10T09:00' }]);
    expect(begun?.exceptions).toEqual([
      { kind: 'cancelled', originalLocal: '2026-03-26T11:00' },
      {
        kind: 'moved',
        originalLocal: '2026-04-02T11:00',
        startLocal: '2026-04-01T14:00',
        durationMinutes: 45,
      },
    ]);
    expect(revision.meetings).toMatchObject([
      { originalLocal: '2026-04-02T11:00', startLocal: '2026-04-01T14:00', status: 'planned' },
      { originalLocal: '2026-03-26T11:00', status: 'cancelled' },
    ]);
  });

  test('at another pace a cancelled date cancels no other one', () => {
    const series = seriesWith({
      exceptions: [{ kind: 'cancelled', originalLocal: '2026-03-24T09:00' }],
    });
    const [, begun] = done(split(series, { rule: 'FREQ=WEEKLY;INTERVAL=2' })).series;
    expect(begun?.exceptions).toEqual([]);
    const [, daily] = done(split(series, { rule: 'FREQ=DAILY' })).series;
    expect(daily?.exceptions).toEqual(series.exceptions);
  });

  test('a count goes on from where it is, and an end stays', () => {
    const five = seriesWith({ rule: 'FREQ=WEEKLY;COUNT=5;WKST=SU' });
    expect(valuesFrom(five, '2026-03-17T09:00')?.rule).toBe('FREQ=WEEKLY;WKST=SU;COUNT=3');
    const ending = seriesWith({ rule: 'FREQ=WEEKLY;UNTIL=20260331' });
    expect(valuesFrom(ending, '2026-03-17T09:00')?.rule).toBe(ending.rule);
    expect(valuesFrom(ending, '2026-04-07T09:00')).toBeNull();
  });

  test('several a day end with a time, not with the whole day', () => {
    const twiceDaily = seriesWith({ rule: 'FREQ=DAILY;BYHOUR=9,15' });
    const [ended] = done(split(twiceDaily, {}, [], '2026-03-05T15:00')).series;
    expect(ended?.rule).toBe('FREQ=DAILY;BYHOUR=9,15;UNTIL=20260305T090000');
  });

  test('from the first one on it is the series itself that changes', () => {
    const revision = split(seriesWith({}), { place: 'Room 2', rule: null }, [], '2026-03-03T09:00');
    expect(done(revision).series).toEqual([seriesWith({ place: 'Room 2', rule: null })]);
  });

  test('what was held from there on, or would come before what stays, is refused', () => {
    const held = plan('2026-03-17T09:00', { status: 'held' });
    expect(split(seriesWith({}), thursdays, [held])).toMatchObject({ problem: 'already-held' });
    const early = { startLocal: '2026-03-10T09:00' };
    expect(split(seriesWith({}), early)).toMatchObject({ problem: 'begins-too-early' });
    const bad = { rule: 'FREQ=HOURLY' };
    expect(split(seriesWith({}), bad)).toMatchObject({ problem: 'too-often' });
    const inUse = { series: seriesWith({}), meetings: [], now };
    const begun = { id, values: seriesWith({}) };
    expect(splitSeries(inUse, '2026-03-18T09:00', begun)).toMatchObject({
      problem: 'no-such-occurrence',
    });
  });
});

describe('all', () => {
  const mondays = { ...seriesWith({}), startLocal: '2026-03-02T09:00' };
  const inUse = (meetings: readonly Meeting[] = []) => ({ series: seriesWith({}), meetings, now });

  test('the series stays the same one, at other times', () => {
    const revision = changeSeries(inUse([plan('2026-03-10T09:00')]), mondays);
    expect(done(revision).series).toEqual([seriesWith({ startLocal: '2026-03-02T09:00' })]);
    expect(placesOf(revision)).toEqual([
      ['plan-2026-03-10', 'series-1', '2026-03-09T09:00', '2026-03-09T09:00'],
    ]);
  });

  test('a first date weeks later leaves the plans near where they were', () => {
    const later = { ...seriesWith({}), startLocal: '2026-03-10T09:00' };
    expect(placesOf(changeSeries(inUse([plan('2026-03-17T09:00')]), later))).toEqual([
      ['plan-2026-03-17', 'series-1', '2026-03-17T09:00', '2026-03-17T09:00'],
    ]);
  });

  test('is refused once one was held, also when nobody said so, but for the place', () => {
    const written = plan('2026-03-03T09:00');
    expect(changeSeries(inUse([written]), mondays)).toEqual({ ok: false, problem: 'already-held' });
    const elsewhere = { ...seriesWith({}), place: 'Room 2' };
    expect(done(changeSeries(inUse([written]), elsewhere))).toMatchObject({
      series: [{ place: 'Room 2' }],
      meetings: [],
    });
  });

  test('mends a rule that could not be followed, and finds its plans again', () => {
    const broken = { ...inUse([plan('2026-03-10T09:00')]), series: seriesWith({ rule: 'Weekly' }) };
    expect(placesOf(changeSeries(broken, seriesWith({})))).toEqual([
      ['plan-2026-03-10', 'series-1', '2026-03-10T09:00', '2026-03-10T09:00'],
    ]);
  });

  test('what was skipped and has no date any more stays where it was, without a series', () => {
    const skipped = plan('2026-03-10T09:00', { status: 'skipped' });
    const once = { ...seriesWith({}), rule: null };
    expect(placesOf(changeSeries(inUse([skipped]), once))).toEqual([
      ['plan-2026-03-10', null, null, '2026-03-10T09:00'],
    ]);
  });
});

describe('ending on a date', () => {
  const inUse = (meetings: readonly Meeting[] = [], series = seriesWith({})) => ({
    ...{ series, meetings, now },
  });

  test('keeps that day, and lets later plans stand alone', () => {
    const meetings = [
      plan('2026-03-10T09:00'),
      plan('2026-03-17T09:00'),
      plan('2026-03-24T09:00', { id: 'empty', agenda: [] }),
    ];
    const series = seriesWith({
      rule: 'FREQ=WEEKLY;COUNT=9',
      exceptions: [
        { kind: 'cancelled', originalLocal: '2026-03-10T09:00' },
        { kind: 'cancelled', originalLocal: '2026-03-31T09:00' },
      ],
    });
    const revision = done(endSeries(inUse(meetings, series), '2026-03-10'));
    expect(revision.series).toEqual([
      { ...series, rule: 'FREQ=WEEKLY;UNTIL=20260310', exceptions: series.exceptions.slice(0, 1) },
    ]);
    expect(placesOf(revision)).toEqual([['plan-2026-03-17', null, null, null]]);
    expect(revision.emptyIds).toEqual(['empty']);
  });

  test.each([
    ['before the first date', '2026-03-02', seriesWith({}), 'ends-before-it-begins'],
    ['on no date', '2026-02-30', seriesWith({}), 'unreadable'],
    ['of what happens once', '2026-03-10', seriesWith({ rule: null }), 'unreadable'],
    ['of what cannot be followed', '2026-03-10', seriesWith({ rule: 'x' }), 'unreadable'],
  ])('%s is refused', (_, date, series, problem) => {
    expect(endSeries(inUse([], series), date)).toEqual({ ok: false, problem });
  });

  test('before what was held is refused', () => {
    const held = plan('2026-03-17T09:00', { status: 'held' });
    expect(endSeries(inUse([held]), '2026-03-10')).toMatchObject({ problem: 'already-held' });
  });
});
