import type { Bench } from '../scripts/lib/bench.ts';
import { stress } from '../src/main/store/test-support/stress.ts';
import { percentile } from './lib/stores/figures.ts';

const usualSeconds = 60;
const editsPerSecond = 50;
const documents = 500;
/** What is acknowledged is in its file within so long, also at the end of the minute. */
const toFileTargetMilliseconds = 5000;
/** As many as come in a second: then the store is a second behind. */
const mostWaitingTarget = editsPerSecond;
/** What the journal keeps for undo, twice, and the room made ahead. */
const journalTargetBytes = 6_000_000;

/** Whether the store keeps up with many edits, and another program beside it. */
export const bench: Bench = {
  summary: '50 edits a second to 500 documents for a minute, another program writing others.',
  run: async ([seconds = String(usualSeconds)]) => {
    const outcome = await stress({ seconds: Number(seconds), editsPerSecond, documents });
    const { saveMs, toFileMs, ...rest } = outcome;
    const { edits, outsideEdits, lost, lostOutside, problems, largestJournalBytes } = rest;
    const inQuarter = (quarter: number): readonly number[] =>
      toFileMs.filter((_, index) => Math.floor((4 * index) / toFileMs.length) === quarter);
    const figures = {
      ...rest,
      saveP50Ms: percentile(saveMs, 0.5),
      saveP95Ms: percentile(saveMs, 0.95),
      toFileP50Ms: percentile(toFileMs, 0.5),
      toFileLongestMs: Math.max(...toFileMs),
      toFileFirstQuarterP50Ms: percentile(inQuarter(0), 0.5),
      toFileLastQuarterP50Ms: percentile(inQuarter(3), 0.5),
    };
    return {
      figures,
      lines: [
        `${edits} edits here, ${outsideEdits} by another program: ${lost} and ${lostOutside} of them lost.`,
        ...problems,
        `A save takes ${figures.saveP50Ms.toFixed(1)} ms (p95 ${figures.saveP95Ms.toFixed(1)}); at most ${figures.mostWaiting} waited at once.`,
        `From there to its file ${figures.toFileP50Ms.toFixed(0)} ms (longest ${figures.toFileLongestMs.toFixed(0)}); in the first quarter ${figures.toFileFirstQuarterP50Ms.toFixed(0)}, in the last ${figures.toFileLastQuarterP50Ms.toFixed(0)}.`,
        `The journal grew to ${(largestJournalBytes / 1e6).toFixed(1)} MB at most.`,
      ],
      missed: [
        ...(lost + lostOutside + problems.length > 0 ? ['Something was lost, or went wrong.'] : []),
        ...(figures.toFileLongestMs > toFileTargetMilliseconds ? ['Files lag behind.'] : []),
        ...(figures.mostWaiting > mostWaitingTarget ? ['Saves pile up.'] : []),
        ...(largestJournalBytes > journalTargetBytes ? ['The journal grows without end.'] : []),
      ],
    };
  },
};
