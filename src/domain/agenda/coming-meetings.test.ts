import { expect, test } from 'vitest';
import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import { seriesWith } from '../series/test-data/series-with.ts';
import { comingBetween, nextToCome, undatedPlan } from './coming-meetings.ts';
import { meetingWith } from './test-data/meeting-with.ts';

/** The Sunday before the series' first Tuesday. */
const now = '2026-03-01T12:00:00Z';
const [first, second, third] = ['2026-03-03T09:00', '2026-03-10T09:00', '2026-03-17T09:00'];

const next = (series: readonly Series[], meetings: readonly Meeting[], at = now) =>
  nextToCome({ series, meetings }, at);

test('the next 1:1 is the first occurrence, whether somebody has opened its plan or that of a later one', () => {
  expect(next([seriesWith({})], [])).toMatchObject({ originalLocal: first, plan: null });
  const later = meetingWith({ id: 'later', originalLocal: third, startLocal: third });
  expect(next([seriesWith({})], [later])).toMatchObject({ originalLocal: first, plan: null });
  const plan = meetingWith({});
  expect(next([seriesWith({})], [later, plan])).toMatchObject({ originalLocal: first, plan });
});

test.each(['held', 'cancelled', 'skipped'] as const)('one that was %s is not to come', (status) => {
  const off = meetingWith({ status });
  expect(next([seriesWith({})], [off])).toMatchObject({ originalLocal: second });
  expect(next([], [{ ...off, seriesId: null }])).toBeNull();
});

test('one under way is still to come, unless a caller wants none that has begun', () => {
  const during = '2026-03-03T08:10:00Z';
  expect(next([seriesWith({})], [], during)).toMatchObject({ originalLocal: first });
  const plans = { series: [seriesWith({})], meetings: [] };
  const isAhead = ({ startsAt }: { readonly startsAt: string }): boolean => startsAt > during;
  expect(nextToCome(plans, during, isAhead)).toMatchObject({ originalLocal: second });
});

test('a moved one counts where it is, also past those that the rule gives between', () => {
  const away = { kind: 'moved', originalLocal: first, durationMinutes: 30 } as const;
  const series = seriesWith({ exceptions: [{ ...away, startLocal: '2026-03-12T14:00' }] });
  // Its own date is of before it was moved.
  const plan = meetingWith({});
  expect(next([series], [plan])).toMatchObject({ originalLocal: second, plan: null });
  expect(next([series], [plan], '2026-03-11T12:00:00Z')).toMatchObject({
    ...{ originalLocal: first, startLocal: '2026-03-12T14:00', plan },
  });
});

test('what a series cancelled or does not give any more is not to come, whatever its plan says', () => {
  const cancelled = { kind: 'cancelled', originalLocal: first } as const;
  const series = seriesWith({ exceptions: [cancelled] });
  expect(next([series], [meetingWith({})])).toMatchObject({ originalLocal: second });
  const offRule = meetingWith({
    originalLocal: '2026-03-04T09:00',
    startLocal: '2026-03-02T09:00',
  });
  expect(next([seriesWith({})], [offRule])).toMatchObject({ originalLocal: first });
});

test('one that stands alone counts with its own time, and so does one whose series is gone', () => {
  const alone = meetingWith({
    seriesId: null,
    originalLocal: null,
    startLocal: '2026-03-02T15:00',
  });
  expect(next([seriesWith({})], [alone])).toMatchObject({ plan: alone, seriesId: null });
  const left = meetingWith({ seriesId: 'gone', startLocal: '2026-03-02T15:00' });
  expect(next([seriesWith({})], [left])).toMatchObject({ plan: left, seriesId: 'gone' });
});

test('of two plans for one occurrence it is the one that is planned, in whichever order', () => {
  const [plan, skipped] = [meetingWith({ id: 'a' }), meetingWith({ id: 'b', status: 'skipped' })];
  expect(next([seriesWith({})], [plan, skipped])).toMatchObject({ plan });
  expect(next([seriesWith({})], [skipped, plan])).toMatchObject({ plan });
});

test('it is found however far off it is', () => {
  const yearly = seriesWith({ rule: 'FREQ=YEARLY' });
  expect(next([yearly], [], '2026-03-04T12:00:00Z')).toMatchObject({
    originalLocal: '2027-03-03T09:00',
  });
  const alone = meetingWith({
    seriesId: null,
    originalLocal: null,
    startLocal: '2060-01-05T09:00',
  });
  expect(next([], [alone])).toMatchObject({ plan: alone });
  expect(next([seriesWith({ rule: null })], [], '2026-03-04T12:00:00Z')).toBeNull();
});

test('those of a span of time come in order, those of several series and those that stand alone', () => {
  const series = [seriesWith({}), seriesWith({ id: 'series-2', startLocal: '2026-03-02T10:00' })];
  const alone = meetingWith({
    seriesId: null,
    originalLocal: null,
    startLocal: '2026-03-05T09:00',
  });
  const coming = comingBetween({ series, meetings: [alone] }, now, '2026-03-10T08:00:00Z');
  expect(coming.map(({ startLocal }) => startLocal)).toEqual([
    '2026-03-02T10:00',
    first,
    '2026-03-05T09:00',
    '2026-03-09T10:00',
  ]);
});

test('a plan without a date is one that no series gives a date either', () => {
  const undated = meetingWith({ id: 'undated', originalLocal: null, startLocal: null });
  const ofSeries = meetingWith({ startLocal: null });
  const over = { ...undated, id: 'over', status: 'skipped' as const };
  expect(undatedPlan([ofSeries, over, undated])).toBe(undated);
  expect(undatedPlan([ofSeries, over])).toBeUndefined();
});
