import type { Bench } from '../scripts/lib/bench.ts';
import { CommandError } from '../scripts/lib/exit-codes.ts';
import { prepareForPowerCuts } from '../scripts/lib/journeys.ts';
import { whyNoPowerCut } from '../src/main/store/test-support/power-cut-image.ts';
import type { PowerCutOutcome } from '../src/main/store/test-support/power-cut-loop.ts';
import { cutAgainAndAgain } from '../src/main/store/test-support/power-cut-loop.ts';

const usualCuts = 60;
/** Enough to show that the cuts would find something. */
const controlCuts = 10;

/** Whether anything acknowledged is lost when the power goes while the store writes. */
export const bench: Bench = {
  summary: 'Simulated power cuts while documents are edited (Linux, root); `-- power-cut 20`.',
  run: async ([cuts = String(usualCuts)]) => {
    await prepareForPowerCuts();
    const reason = await whyNoPowerCut();
    if (reason !== null) throw new CommandError(reason);
    const store = await cutAgainAndAgain(Number(cuts));
    const control = await cutAgainAndAgain(controlCuts, 'careless');
    const isClean = store.lost + store.halfDone + store.problems.length === 0;
    return {
      figures: { ...store, control },
      lines: [
        describe('The store', store),
        ...store.problems,
        describe('Control, the same without fsync', control),
      ],
      missed: [
        ...(isClean ? [] : ['Something that was acknowledged did not survive a power cut.']),
        ...(control.cutsWithLoss > 0
          ? []
          : ['The control lost nothing, so the cuts show nothing.']),
      ],
    };
  },
};

function describe(what: string, outcome: PowerCutOutcome): string {
  const { cuts, duringAct, duringStart, acknowledged } = outcome;
  const { cutsWithLoss, lost, halfDone } = outcome;
  return [
    `${what}: ${cuts} power cuts, ${duringAct} with an act under way, ${duringStart} while it opened, ${acknowledged} acts acknowledged:`,
    `${lost} documents lost (in ${cutsWithLoss} cuts), ${halfDone} acts half done.`,
  ].join(' ');
}
