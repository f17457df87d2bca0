import { expect, test } from 'vitest';
import { createFormatter } from '../../../messages/format.ts';
import { timeThere } from './time-there.ts';

const here = { format: createFormatter('en-GB'), timeZone: 'Europe/Berlin' };
const winter = '2026-11-23T09:40:00Z';

test.each([
  ['Asia/Tokyo', '18:40 in Tokyo', '8 hours ahead of you'],
  ['America/New_York', '04:40 in New York', '6 hours behind you'],
  ['Asia/Kolkata', '15:10 in Kolkata', '4 hours 30 minutes ahead of you'],
  ['Europe/London', '09:40 in London', '1 hour behind you'],
  ['Europe/Madrid', '10:40 in Madrid', 'The same time as yours'],
])('%s: %s, %s', (zone, time, distance) => {
  expect(timeThere(winter, zone, here)).toEqual({ time, distance });
});

test('the distance is that of the day: the clocks do not all change at once', () => {
  expect(timeThere('2026-03-10T09:40:00Z', 'America/New_York', here).distance).toBe(
    '5 hours behind you',
  );
});
