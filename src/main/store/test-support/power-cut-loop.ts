import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compareWithRestart, visit } from './compare-with-restart.ts';
import { EditLedger } from './edit-ledger.ts';
import { PowerCutImage } from './power-cut-image.ts';
import { StoreFolders } from './store-bench.ts';
import { buildWriter, WriterProcess } from './writer-process.ts';

/** What so many power cuts in the middle of writing came to. */
export interface PowerCutOutcome {
  readonly cuts: number;
  /** Cuts after which something that had been acknowledged was not there. */
  readonly cutsWithLoss: number;
  readonly duringStart: number;
  readonly duringAct: number;
  readonly acknowledged: number;
  /** Documents that were not, after any of the cuts, as they had been acknowledged. */
  readonly lost: number;
  readonly halfDone: number;
  readonly problems: readonly string[];
}

/** Long enough for files to be written and for the journal to let go of acts. */
const longestWritingMilliseconds = 1500;
const startIsOneIn = 6;
const usualStartMilliseconds = 250;

/**
 * Lets a process write without end on an image of its own, cuts the image's power, kills the process,
 * mounts the image again; the next process says what it finds, and goes on. What was acknowledged
 * is known from what the process said, outside of the image. Where a few cuts all fell while nothing
 * was being written, as can happen, there are more.
 * @param care `careless` never makes anything durable: the control, which must lose something
 */
export async function cutAgainAndAgain(
  cuts: number,
  care: 'careful' | 'careless' = 'careful',
): Promise<PowerCutOutcome> {
  const image = await PowerCutImage.make();
  const ledger = new EditLedger();
  let cut = 0;
  let duringStart = 0;
  let cutsWithLoss = 0;
  let lostSoFar = 0;
  const noteLoss = (): void => {
    if (ledger.lost > lostSoFar) cutsWithLoss += 1;
    lostSoFar = ledger.lost;
  };
  try {
    const script = await buildWriter(join(image.root, 'writer'));
    const folders = StoreFolders.in(image.folder);
    const isEnough = (): boolean => cut >= cuts && (ledger.interrupted > 0 || cut >= 3 * cuts);
    for (; !isEnough(); cut += 1) {
      const writer = new WriterProcess(script, folders, care);
      if (cut > 0 && Math.random() < 1 / startIsOneIn) {
        await wait(Math.random() * usualStartMilliseconds);
      } else {
        await writer.opened;
        await wait(Math.random() * longestWritingMilliseconds);
      }
      const { heard } = writer;
      await image.cut();
      // What the last cut took is found by whoever opens next.
      if (!ledger.take(await writer.kill(), heard)) duringStart += 1;
      noteLoss();
      await image.restart();
      // Only what was closed in peace has a catalogue that is as old as it is whole.
      if (cut % 2 === 1) await visit(folders, ledger);
      noteLoss();
    }
    await compareWithRestart(folders, ledger);
    noteLoss();
    return {
      ...{ cuts: cut, cutsWithLoss, duringStart, duringAct: ledger.interrupted },
      ...{ acknowledged: ledger.acknowledged, lost: ledger.lost, halfDone: ledger.halfDone },
      problems: [...ledger.problems],
    };
  } finally {
    await image.remove();
  }
}
