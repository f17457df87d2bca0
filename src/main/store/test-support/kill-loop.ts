import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compareWithRestart } from './compare-with-restart.ts';
import { EditLedger } from './edit-ledger.ts';
import { StoreFolders } from './store-bench.ts';
import { buildWriter, WriterProcess } from './writer-process.ts';

/** What so many kills in the middle of writing came to. */
export interface KillOutcome {
  readonly kills: number;
  /** Kills before the store had opened: in the middle of leading the last kill's acts to their end. */
  readonly duringStart: number;
  /** Kills while an act was under way. */
  readonly duringAct: number;
  /** Acts that were acknowledged. */
  readonly acknowledged: number;
  /** Documents that were not, after any of the kills, as they had been acknowledged. */
  readonly lost: number;
  /** Acts on several documents of which a part alone was there. */
  readonly halfDone: number;
  /** Files that held no JSON after any of the kills. */
  readonly unreadable: number;
  /** Things that the store found wrong. */
  readonly problems: readonly string[];
}

/** The longest that a writer writes before it is killed. */
const longestWritingMilliseconds = 120;
/** One kill in so many comes while the store opens. */
const startIsOneIn = 5;
/** A process that starts for the first time has opened its store by then, mostly. */
const firstStartMilliseconds = 250;

/**
 * Starts a process that makes, edits and removes documents without end, alone and several in one
 * act, and kills it; the next one says what it finds, goes on from there, and is killed: all in one
 * folder, which grows older with every kill.
 * @param loops how many such folders are worked on at the same time
 */
export async function killAgainAndAgain(kills: number, loops = 2): Promise<KillOutcome> {
  const built = await StoreFolders.make();
  try {
    const script = await buildWriter(join(built.root, 'writer'));
    const parts = Array.from({ length: loops }, (_, index) =>
      killLoop(script, Math.floor((kills + index) / loops)),
    );
    return (await Promise.all(parts)).reduce(sum);
  } finally {
    await built.remove();
  }
}

async function killLoop(script: string, kills: number): Promise<KillOutcome> {
  const folders = await StoreFolders.make();
  const ledger = new EditLedger();
  let duringStart = 0;
  let unreadable = 0;
  let startMilliseconds = firstStartMilliseconds;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const started = performance.now();
      const writer = new WriterProcess(script, folders);
      // The first start makes the folders; before that there is nothing to look at.
      if (kill > 0 && Math.random() < 1 / startIsOneIn) {
        await wait(Math.random() * startMilliseconds);
      } else {
        await writer.opened;
        startMilliseconds = performance.now() - started;
        await wait(Math.random() * longestWritingMilliseconds);
      }
      if (!ledger.take(await writer.kill())) duringStart += 1;
      unreadable += await countUnreadable(folders);
    }
    await compareWithRestart(folders, ledger);
    const { interrupted: duringAct, acknowledged, lost, halfDone } = ledger;
    const problems = [...ledger.problems];
    const counts = { kills, duringStart, duringAct, acknowledged, lost, halfDone };
    return { ...counts, unreadable, problems };
  } finally {
    await folders.remove();
  }
}

async function countUnreadable(folders: StoreFolders): Promise<number> {
  let unreadable = 0;
  const paths = (await folders.filesIn()).filter((path) => path.endsWith('.json'));
  for (const path of paths) {
    const text = await readFile(join(folders.dataFolder, path), 'utf8');
    if (!isJson(text)) unreadable += 1;
  }
  return unreadable;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const sum = (one: KillOutcome, other: KillOutcome): KillOutcome => ({
  kills: one.kills + other.kills,
  duringStart: one.duringStart + other.duringStart,
  duringAct: one.duringAct + other.duringAct,
  acknowledged: one.acknowledged + other.acknowledged,
  lost: one.lost + other.lost,
  halfDone: one.halfDone + other.halfDone,
  unreadable: one.unreadable + other.unreadable,
  problems: [...new Set([...one.problems, ...other.problems])],
});
