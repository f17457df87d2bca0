import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  addOutcomes,
  forgetReport,
  outcomeOf,
  readPlaywrightReport,
  readVitestReport,
} from './test-reports.ts';
import type { Outcome } from './test-reports.ts';

function reportFile(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'reports-')), 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const fine = { fullName: 'is fine', status: 'passed', failureMessages: [] };

test('a unit report says what failed and why, and which file could not be loaded', () => {
  const broken = { fullName: 'one and one', status: 'failed', failureMessages: ['It was 3.'] };
  const report = {
    numPassedTests: 5,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [fine, broken] },
      { name: 'b.test.ts', status: 'failed', message: 'No such module.', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [fine] },
    ],
  };
  expect(readVitestReport(reportFile(report))).toEqual({
    passed: 5,
    failures: ['a.test.ts > one and one\nIt was 3.', 'b.test.ts\nNo such module.'],
  });
});

test('a journey report counts a flaky journey and an error outside of any as failures', () => {
  const spec = (title: string, status: string) => ({
    ...{ title, file: 'a.spec.ts' },
    tests: [{ status }],
  });
  const report = {
    stats: { expected: 4 },
    suites: [
      {
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected')],
        suites: [{ specs: [spec('wakes', 'flaky'), spec('flies', 'skipped')] }],
      },
    ],
    errors: [{ message: 'The build failed.' }],
  };
  expect(readPlaywrightReport(reportFile(report))).toEqual({
    passed: 4,
    failures: ['a.spec.ts > closes: unexpected', 'a.spec.ts > wakes: flaky', 'The build failed.'],
  });
});

test('no report, an old report and a strange one are no outcome', () => {
  expect(readPlaywrightReport('/nowhere/report.json')).toBeUndefined();
  expect(readVitestReport(reportFile({ total: 3 }))).toBeUndefined();
  const old = reportFile({ numPassedTests: 5, testResults: [] });
  expect(readVitestReport(old)).toEqual({ passed: 5, failures: [] });
  forgetReport(old);
  expect(readVitestReport(old)).toBeUndefined();
});

test('a runner that ran nothing, or failed without saying what, is one failure', () => {
  const failuresOf = (code: number, outcome?: Outcome) =>
    outcomeOf('Journeys', { code, outcome }).failures;
  const silent = ['Journeys ended with code 0, and 0 tests that passed.'];
  expect(failuresOf(0, { passed: 0, failures: [] })).toEqual(silent);
  expect(failuresOf(0)).toEqual(silent);
  expect(failuresOf(6, { passed: 7, failures: [] })).toEqual([
    'Journeys ended with code 6, and 7 tests that passed.',
  ]);
  expect(failuresOf(1, { passed: 7, failures: ['one', 'two'] })).toEqual(['one', 'two']);
  expect(failuresOf(0, { passed: 7, failures: [] })).toEqual([]);
});

test('outcomes add up', () => {
  const all = [
    { passed: 1, failures: ['one', 'two'] },
    { passed: 3, failures: ['three'] },
  ];
  expect(addOutcomes(all)).toEqual({ passed: 4, failures: ['one', 'two', 'three'] });
});
