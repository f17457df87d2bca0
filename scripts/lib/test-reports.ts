import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

/** How many passed and failed; what was skipped is in neither. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface SuiteResult {
  readonly code: number;
  /** Nothing when the runner left no report. */
  readonly counts: Counts | undefined;
}

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numFailedTestSuites: v.number(),
});

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

/** Takes an earlier run's report away, so that it is not taken for this run's. */
export function forgetReport(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
}

/** Counts vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function readVitestReport(path: string): Counts | undefined {
  const report = readReport(path, vitestReport);
  if (report === undefined) return undefined;
  const brokenFiles = report.numFailedTests === 0 ? report.numFailedTestSuites : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles };
}

/** Counts Playwright's JSON report. Errors outside of any test count as failures too. */
export function readPlaywrightReport(path: string): Counts | undefined {
  const report = readReport(path, playwrightReport);
  if (report === undefined) return undefined;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

function readReport<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  try {
    return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** All counts together. */
export function addCounts(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * What a suite adds to the sum. A runner that failed without a failed test to show for it, or
 * that ran nothing at all, counts as one failure: silence is not success.
 */
export function countsOf(suite: SuiteResult): Counts {
  const counts = suite.counts ?? { passed: 0, failed: 0 };
  const isSilent = counts.failed === 0 && (suite.code !== 0 || counts.passed === 0);
  return isSilent ? { ...counts, failed: 1 } : counts;
}
