// A process of its own that opens one store and measures it: fresh memory, fresh event loop. Its
// one line of output is the figures.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import '../../../scripts/test-setup/temporal.ts';
import type { Candidate, OpenCandidate } from './candidate.ts';
import type { CandidateName } from './candidates.ts';
import { candidates } from './candidates.ts';
import type { RunFigures, StartFigures } from './figures.ts';
import { sampleMeeting } from './sample-data.ts';

/** Between two saves, as somebody types; and the delay that the monitor's own timer has. */
const pauseMilliseconds = 9;
const monitorMilliseconds = 1;
const limitMilliseconds = 6000;
const fewestSaves = 5;
const mostSaves = 150;

const [name = 'evenkeel', folder = '', meetings = '0', task = 'all'] = process.argv.slice(2);
const figures = await perform(candidates[name as CandidateName], Number(meetings));
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit());

/** `start` reads the first screen alone, `settle` waits for what opening begins, `all` measures. */
async function perform(candidate: Candidate, meetings: number): Promise<StartFigures | RunFigures> {
  const started = performance.now();
  const store = await candidate.open(folder);
  const firstScreen = await store.firstScreen();
  const start = { firstScreenMs: performance.now() - started, firstScreen };
  const run = task === 'all' ? { ...start, ...(await measureRest(store, meetings, start)) } : start;
  if (task === 'settle') await store.settled();
  await store.close();
  return run;
}

async function measureRest(
  store: OpenCandidate,
  meetings: number,
  { firstScreenMs }: StartFigures,
): Promise<Omit<RunFigures, keyof StartFigures>> {
  const firstScreenRssMb = process.memoryUsage.rss() / 1e6;
  await store.settled();
  const settledRssMb = process.memoryUsage.rss() / 1e6;
  const started = performance.now();
  const loaded = await store.loadAll();
  if (loaded !== meetings) throw new Error(`${name} loads ${loaded} meetings of ${meetings}.`);
  const loadAllMs = firstScreenMs + performance.now() - started;
  return { firstScreenRssMb, settledRssMb, loadAllMs, ...(await measureSaves(store, meetings)) };
}

async function measureSaves(store: OpenCandidate, meetings: number) {
  const saveMs: number[] = [];
  const blockMs: number[] = [];
  const before = writtenBytes();
  const deadline = performance.now() + limitMilliseconds;
  const delay = monitorEventLoopDelay({ resolution: monitorMilliseconds });
  delay.enable();
  for (let edit = 1; edit <= mostSaves; edit += 1) {
    if (performance.now() > deadline && edit > fewestSaves) break;
    // A stride that visits documents all over, the same ones in every run.
    // Never the same text twice, not even in the next run: saving what is saved would cost nothing.
    const meeting = sampleMeeting((edit * 7919) % meetings, Date.now());
    await store.show(meeting.id);
    await pause(pauseMilliseconds);
    delay.reset();
    const started = performance.now();
    await store.save(meeting);
    saveMs.push(performance.now() - started);
    // The monitor learns of a block only when the loop goes round again.
    await pause(2 * monitorMilliseconds);
    blockMs.push(Math.max(0, delay.max / 1e6 - monitorMilliseconds - 0.05));
  }
  // What is written after the acknowledgement belongs to the edits, too.
  await pause(500);
  const writtenKbPerEdit = (writtenBytes() - before) / 1000 / saveMs.length;
  return { saveMs, blockMs, writtenKbPerEdit };
}

/** Bytes that this process has handed to write(); Linux alone counts them. */
function writtenBytes(): number {
  if (process.platform !== 'linux') return Number.NaN;
  return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
}
