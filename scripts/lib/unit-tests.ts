import { inProject, toolScript } from './project.ts';
import { runNode } from './run.ts';
import { forgetReport, readVitestReport } from './test-reports.ts';
import type { SuiteResult } from './test-reports.ts';

const limitMilliseconds = 20 * 60_000;
// One for each run: two may go on at once.
const reportPath = inProject('.cache', 'reports', `unit-${process.pid}.json`);

/** Runs vitest over the unit, component and stand-in tests. */
export async function runUnitTests(args: readonly string[] = []): Promise<SuiteResult> {
  forgetReport(reportPath);
  const { code } = await runNode(
    toolScript('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`, ...args],
    { timeoutMilliseconds: limitMilliseconds },
  );
  const outcome = readVitestReport(reportPath);
  forgetReport(reportPath);
  return { code, outcome };
}
