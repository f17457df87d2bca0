import type { Bench } from '../scripts/lib/bench.ts';
import { killAgainAndAgain } from '../src/main/store/test-support/kill-loop.ts';

const usualKills = 1000;

/** Whether anything acknowledged is lost when the process is killed while it writes. */
export const bench: Bench = {
  summary: 'A thousand SIGKILLs while documents are edited; `-- kill 200` for fewer.',
  run: async ([kills = String(usualKills)]) => {
    const outcome = await killAgainAndAgain(Number(kills));
    const { duringAct, duringStart, acknowledged } = outcome;
    const { lost, halfDone, unreadable, problems } = outcome;
    const isClean = lost + halfDone + unreadable + problems.length === 0;
    return {
      figures: { ...outcome },
      lines: [
        `${kills} kills, ${duringAct} of them with an act under way, ${duringStart} while the store opened; ${acknowledged} acts were acknowledged.`,
        `${lost} acknowledged documents lost, ${halfDone} acts half done, ${unreadable} files unreadable.`,
        ...problems,
      ],
      missed: isClean ? [] : ['Something that was acknowledged did not survive a kill.'],
    };
  },
};
