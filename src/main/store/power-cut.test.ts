import { expect, test } from 'vitest';
import { whyNoPowerCut } from './test-support/power-cut-image.ts';
import { cutAgainAndAgain } from './test-support/power-cut-loop.ts';

// More of them in `npm run bench -- power-cut`.
const cuts = 10;
const controlCuts = 2;
const reason = await whyNoPowerCut();

if (reason === null) {
  test(`${String(cuts)} power cuts or more in the middle of writing lose nothing that was acknowledged`, async () => {
    const { duringAct, acknowledged, ...rest } = await cutAgainAndAgain(cuts);
    expect(rest).toMatchObject({ cutsWithLoss: 0, lost: 0, halfDone: 0, problems: [] });
    expect(duringAct).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(cuts);
  }, 120_000);

  test('the same store on a disk that is never asked to make anything durable loses something', async () => {
    const { cutsWithLoss } = await cutAgainAndAgain(controlCuts, 'careless');
    expect(cutsWithLoss).toBeGreaterThan(0);
  }, 60_000);
} else {
  test(`no power can be cut on this machine: ${reason}`, () => {
    expect(reason).toMatch(/^(A|To simulate a) power cut .*\.$|^A power cut cannot be simulated/);
    // Where it can be had, it must be: root on a Linux of its own mounts.
    expect(reason).not.toMatch(/ENOENT/);
  });
}
