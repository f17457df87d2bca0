import { expect, test } from 'vitest';
import { stress } from './test-support/stress.ts';

// A minute of it in `npm run bench -- stress`.
const options = { seconds: 5, editsPerSecond: 50, documents: 500 };

test('many edits with another program writing in the same folder: nothing is lost, nothing piles up', async () => {
  const outcome = await stress(options);
  const { lost, lostOutside, problems } = outcome;
  expect({ lost, lostOutside, problems }).toEqual({ lost: 0, lostOutside: 0, problems: [] });
  expect(outcome.edits).toBe(options.seconds * options.editsPerSecond);
  expect(outcome.outsideEdits).toBe(options.seconds * 10);
  // Generous, for a machine that does other things: what piles up goes beyond any bound.
  expect(outcome.mostWaiting).toBeLessThan(2 * options.editsPerSecond);
  expect(Math.max(...outcome.toFileMs)).toBeLessThan(20_000);
  expect(outcome.largestJournalBytes).toBeLessThan(8_000_000);
}, 120_000);
