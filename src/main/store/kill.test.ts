import { expect, test } from 'vitest';
import { killAgainAndAgain } from './test-support/kill-loop.ts';

// More of them in `npm run bench -- kill`.
const kills = 200;

test(`${String(kills)} kills in the middle of writing lose nothing and leave nothing half done`, async () => {
  const outcome = await killAgainAndAgain(kills);
  const { duringStart, duringAct, acknowledged, ...rest } = outcome;
  expect(rest).toEqual({ kills, lost: 0, halfDone: 0, unreadable: 0, problems: [] });
  // They did fall where they hurt.
  expect(duringStart).toBeGreaterThan(0);
  expect(duringAct).toBeGreaterThan(kills / 2);
  expect(acknowledged).toBeGreaterThan(kills);
}, 240_000);
