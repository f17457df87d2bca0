import { expect, test } from 'vitest';
import type { PauseLength } from './pause.ts';
import { pauseEnd } from './pause.ts';

test.each<[PauseLength, string, string]>([
  [30, '2026-11-23T09:00:00.250Z', '2026-11-23T09:30:00Z'],
  ['until-tomorrow', '2026-11-23T09:00:00Z', '2026-11-23T23:00:00Z'],
  ['until-tomorrow', '2026-11-23T23:30:00Z', '2026-11-24T23:00:00Z'],
  // The day on which clocks go forward has 23 hours.
  ['until-tomorrow', '2026-03-28T23:30:00Z', '2026-03-29T22:00:00Z'],
])('a pause of %s that begins at %s ends at %s', (length, now, end) => {
  expect(pauseEnd(length, Temporal.Instant.from(now), 'Europe/Berlin')).toBe(end);
});
