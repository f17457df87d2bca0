import { expect, test } from 'vitest';
import { killAgainAndAgain } from './test-support/kill-loop.ts';

// More of them in `npm run bench -- kill`.
const kills = 40;

test(`${String(kills)} kills in the middle of writing lose nothing and leave nothing half done`, async () => {
  expect(await killAgainAndAgain(kills)).toEqual({
    ...{ kills, lost: 0, halfDone: 0, unreadable: 0, problems: [] },
    acknowledged: 6,
  });
}, 240_000);
