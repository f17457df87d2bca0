import { expect, test } from 'vitest';
import { isLawKept } from './figures.ts';
import { simulateYears } from './simulate.ts';

const years = 2000;
/** A busy build machine takes several times as long as an idle one. */
const timeoutMilliseconds = 15 * 60_000;

test(
  'in two thousand years each reminder is shown once or listed as missed once, whatever happens',
  { timeout: timeoutMilliseconds },
  () => {
    const figures = simulateYears(years, 'evenkeel');
    expect(figures).toMatchObject({ years, lost: 0, doubled: 0, mistimed: 0, late: 0 });
    expect(isLawKept(figures)).toBe(true);
    // The law would be easy to keep where nothing happened.
    expect(figures.shown).toBeGreaterThan(50 * years);
    expect(figures.missed).toBeGreaterThan(5 * years);
    // Every crash came between showing and writing, and what was shown then came again.
    expect(figures.crashes).toBeGreaterThan(years);
    expect(figures.crashShownTwice).toBeGreaterThan(figures.crashes / 2);
  },
);

test('the same seed gives the same lives', () => {
  expect(simulateYears(2, 'again')).toEqual(simulateYears(2, 'again'));
  expect(simulateYears(2, 'again')).not.toEqual(simulateYears(2, 'other'));
});
