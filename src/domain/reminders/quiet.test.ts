import { expect, test } from 'vitest';
import { epochOf, textOfEpoch } from '../time/instants.ts';
import { quietSpanAt } from './quiet.ts';

const night = { from: '22:00', until: '07:00' };
const noon = { from: '12:00', until: '13:00' };

function spanAt(instant: string, quietHours: typeof night, timeZone = 'UTC'): unknown {
  const span = quietSpanAt(epochOf(instant), quietHours, timeZone);
  return span === null ? null : [textOfEpoch(span.from), textOfEpoch(span.until)];
}

test.each([
  ['2026-03-03T12:00:00Z', ['2026-03-03T12:00:00Z', '2026-03-03T13:00:00Z']],
  ['2026-03-03T12:59:59Z', ['2026-03-03T12:00:00Z', '2026-03-03T13:00:00Z']],
  ['2026-03-03T13:00:00Z', null],
  ['2026-03-03T11:59:59Z', null],
])('within a day, %s lies in %j', (instant, span) => {
  expect(spanAt(instant, noon)).toEqual(span);
});

test.each([
  ['2026-03-03T22:00:00Z', ['2026-03-03T22:00:00Z', '2026-03-04T07:00:00Z']],
  ['2026-03-04T06:59:00Z', ['2026-03-03T22:00:00Z', '2026-03-04T07:00:00Z']],
  ['2026-03-04T07:00:00Z', null],
])('over midnight, %s lies in %j', (instant, span) => {
  expect(spanAt(instant, night)).toEqual(span);
});

test('they are wall times of the zone, also in the night in which the clocks change', () => {
  const spring = ['2026-03-28T21:00:00Z', '2026-03-29T05:00:00Z'];
  expect(spanAt('2026-03-29T00:30:00Z', night, 'Europe/Berlin')).toEqual(spring);
  expect(spanAt('2026-03-29T05:00:00Z', night, 'Europe/Berlin')).toBeNull();
  expect(spanAt('2026-03-29T05:00:00Z', night, 'America/New_York')).not.toBeNull();
});

test('an end that the clocks show twice ends them the first time', () => {
  const early = { from: '22:00', until: '02:30' };
  expect(spanAt('2026-10-25T00:29:00Z', early, 'Europe/Berlin')).not.toBeNull();
  expect(spanAt('2026-10-25T00:30:00Z', early, 'Europe/Berlin')).toBeNull();
  expect(spanAt('2026-10-25T01:15:00Z', early, 'Europe/Berlin')).toBeNull();
});

test('the same time twice, or none, is no quiet hours', () => {
  expect(spanAt('2026-03-03T12:00:00Z', { from: '12:00', until: '12:00' })).toBeNull();
  expect(quietSpanAt(epochOf('2026-03-03T12:00:00Z'), null, 'UTC')).toBeNull();
});
