import { fc } from '../../test-laws/fast-check.ts';

/** Ten years in which laws are looked at, from a day early, for the zones that are ahead of UTC. */
export const decade = { from: '2025-12-30T00:00:00Z', to: '2036-01-01T00:00:00Z' };

const minuteOf2026 = fc
  .integer({ min: 0, max: 365 * 24 * 60 - 1 })
  .map((minutes) => Temporal.PlainDateTime.from('2026-01-01T00:00').add({ minutes }));

/** When a series begins, in its first year: half lie in the small hours, where clocks change. */
export const start = fc.oneof(
  minuteOf2026,
  minuteOf2026.map((local) => local.with({ hour: local.hour % 4 })),
);
