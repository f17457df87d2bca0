import { expect, test } from 'vitest';
import { callOffMeeting, postponeMeeting } from '../agenda/meeting-life.ts';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Series } from '../documents/series.ts';
import type { ExceptionChange } from './change-series.ts';
import { cancelOccurrence, moveOccurrence, restoreOccurrence } from './change-series.ts';
import { findOccurrence, nextOccurrence, occurrencesBetween } from './occurrences.ts';
import { changeSeries, endSeries, splitSeries, valuesFrom } from './revise-series.ts';
import { seriesWith } from './test-data/series-with.ts';

// A Thursday at three beside the Tuesdays at nine.
const thursday = '2026-03-12T15:00';
const withThursday = seriesWith({
  exceptions: [
    { kind: 'added', originalLocal: thursday, startLocal: thursday, durationMinutes: 45 },
  ],
});
const now = '2026-03-01T00:00:00Z';
const march = (series: Series): readonly string[] =>
  occurrencesBetween(series, '2026-03-09T00:00:00Z', '2026-03-21T00:00:00Z').map(
    ({ startLocal }) => startLocal,
  );

function changed(change: ExceptionChange): Series {
  if (!change.ok) throw new Error(change.problem);
  return change.series;
}

test('a date beside the rule takes place, once, and is found by its wall time', () => {
  expect(march(withThursday)).toEqual(['2026-03-10T09:00', thursday, '2026-03-17T09:00']);
  expect(findOccurrence(withThursday, thursday)).toMatchObject({
    ...{ isMoved: false, durationMinutes: 45, endsAt: '2026-03-12T14:45:00Z' },
  });
  expect(nextOccurrence(withThursday, '2026-03-11T00:00:00Z')?.originalLocal).toBe(thursday);
  const once = { ...withThursday, rule: null };
  expect(march(once)).toEqual([thursday]);
});

test('it can be moved, called off and put back like any other', () => {
  const to = { startLocal: '2026-03-13T15:00', durationMinutes: 45 };
  const moved = changed(moveOccurrence(withThursday, thursday, to));
  expect(march(moved)).toContain('2026-03-13T15:00');
  expect(findOccurrence(moved, thursday)?.isMoved).toBe(true);
  const off = changed(cancelOccurrence(moved, thursday));
  expect(march(off)).toEqual(['2026-03-10T09:00', '2026-03-17T09:00']);
  expect(march(changed(restoreOccurrence(off, thursday)))).toContain(thursday);
  expect(march(changed(moveOccurrence(off, thursday, to)))).toContain('2026-03-13T15:00');
  const back = changed(restoreOccurrence(moved, thursday));
  expect(march(back)).toContain(thursday);
  expect(restoreOccurrence(back, thursday)).toEqual({ ok: false, problem: 'nothing-to-put-back' });
});

test('its plan can be postponed and called off, and the series says so', () => {
  const plan = meetingWith({
    originalLocal: thursday,
    startLocal: thursday,
    agenda: [pointWith({})],
  });
  const file = {
    ...{ personId: 'person-1', timeZone: 'Europe/Berlin', durationMinutes: 30 },
    ...{
      series: [withThursday],
      meetings: [plan],
      feedback: [],
      otherMeetingIds: new Set<string>(),
    },
  };
  const to = { startLocal: '2026-03-13T08:00', durationMinutes: 45 };
  const [later = withThursday] = postponeMeeting(file, plan.id, to).series;
  expect(march(later)).toContain('2026-03-13T08:00');
  const off = callOffMeeting(file, plan.id, { status: 'cancelled', now });
  expect(off.series.flatMap(march)).toEqual(['2026-03-10T09:00', '2026-03-17T09:00']);
  expect(off.series[0]?.exceptions).toMatchObject([{ kind: 'cancelled', wasAdded: true }]);
});

test('it goes along when a series is changed from a date on, and stays with what is earlier', () => {
  const plan = meetingWith({
    originalLocal: thursday,
    startLocal: thursday,
    agenda: [pointWith({})],
  });
  const inUse = { series: withThursday, meetings: [plan], now };
  const fork = (from: string) => ({ id: 'series-2', values: valuesAt(from, '16:00') });
  const before = splitSeries(inUse, '2026-03-10T09:00', fork('2026-03-10'));
  expect(before.ok && before.series.map(march)).toEqual([
    [],
    ['2026-03-10T16:00', thursday, '2026-03-17T16:00'],
  ]);
  expect(before.ok && before.meetings).toMatchObject([
    { seriesId: 'series-2', originalLocal: thursday, agenda: [{ id: 'point-1' }] },
  ]);
  const after = splitSeries(inUse, '2026-03-17T09:00', fork('2026-03-17'));
  expect(after.ok && after.series.map(march)).toEqual([
    ['2026-03-10T09:00', thursday],
    ['2026-03-17T16:00'],
  ]);
  const whole = changeSeries({ ...inUse, meetings: [] }, valuesAt('2026-03-03', '16:00'));
  expect(whole.ok && whole.series.flatMap(march)).toContain(thursday);
});

test('it ends with its series, and its plan stands alone', () => {
  const plan = meetingWith({
    originalLocal: thursday,
    startLocal: thursday,
    agenda: [pointWith({})],
  });
  const ended = endSeries({ series: withThursday, meetings: [plan], now }, '2026-03-10');
  expect(ended.ok && ended.series.flatMap(march)).toEqual(['2026-03-10T09:00']);
  expect(ended.ok && ended.meetings).toMatchObject([{ seriesId: null, startLocal: null }]);
});

/** The values of the series from a Tuesday on, at another time of the day. */
function valuesAt(date: string, time: string) {
  const values = valuesFrom(withThursday, `${date}T09:00`);
  if (values === null) throw new Error(`No occurrence on ${date}`);
  return { ...values, startLocal: `${date}T${time}` };
}
