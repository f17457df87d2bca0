import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

/** How many passed, and what failed, a text each; what was skipped is in neither. */
export interface Outcome {
  readonly passed: number;
  readonly failures: readonly string[];
}

export interface SuiteResult {
  readonly code: number;
  /** Nothing when the runner left no report. */
  readonly outcome: Outcome | undefined;
}

const vitestReport = v.object({
  numPassedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.nullish(v.array(v.string()), []),
        }),
      ),
    }),
  ),
});

const playwrightSpec = v.object({
  title: v.string(),
  file: v.string(),
  tests: v.array(v.object({ status: v.string() })),
});

interface PlaywrightSuite {
  readonly specs: readonly v.InferOutput<typeof playwrightSpec>[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}

const playwrightSuite: v.GenericSchema<PlaywrightSuite> = v.object({
  specs: v.array(playwrightSpec),
  suites: v.optional(v.array(v.lazy(() => playwrightSuite))),
});

const playwrightReport = v.object({
  stats: v.object({ expected: v.number() }),
  suites: v.array(playwrightSuite),
  errors: v.array(v.object({ message: v.optional(v.string(), 'an error outside of any journey') })),
});

/** Takes an earlier run's report away, so that it is not taken for this run's. */
export function forgetReport(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
}

/** What vitest's JSON report comes to. A file that could not even be loaded is one failure. */
export function readVitestReport(path: string): Outcome | undefined {
  const report = readReport(path, vitestReport);
  if (report === undefined) return undefined;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${name}\n${message}`];
    return failed.map(({ fullName, failureMessages }) =>
      [`${name} > ${fullName}`, ...failureMessages].join('\n'),
    );
  });
  return { passed: report.numPassedTests, failures };
}

/** What Playwright's JSON report comes to. Errors outside of any test are failures too. */
export function readPlaywrightReport(path: string): Outcome | undefined {
  const report = readReport(path, playwrightReport);
  if (report === undefined) return undefined;
  const failed = report.suites
    .flatMap(specsIn)
    .flatMap(({ title, file, tests }) =>
      tests
        .filter(({ status }) => didFail(status))
        .map(({ status }) => `${file} > ${title}: ${status}`),
    );
  const errors = report.errors.map(({ message }) => message);
  return { passed: report.stats.expected, failures: [...failed, ...errors] };
}

const didFail = (status: string): boolean => status === 'unexpected' || status === 'flaky';

const specsIn = ({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...specs,
  ...suites.flatMap(specsIn),
];

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

/** All outcomes together. */
export function addOutcomes(all: readonly Outcome[]): Outcome {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failures: all.flatMap(({ failures }) => failures),
  };
}

/**
 * What a suite adds to the sum. A runner that failed without a failed test to show for it, or
 * that ran nothing at all, is one failure: silence is not success.
 */
export function outcomeOf(name: string, { code, outcome }: SuiteResult): Outcome {
  const { passed, failures } = outcome ?? { passed: 0, failures: [] };
  const isSilent = failures.length === 0 && (code !== 0 || passed === 0);
  return isSilent
    ? { passed, failures: [`${name} ended with code ${code}, and ${passed} tests that passed.`] }
    : { passed, failures };
}
