import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  addCounts,
  countsOf,
  forgetReport,
  readPlaywrightReport,
  readVitestReport,
} from './test-reports.ts';

function reportFile(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'reports-')), 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('a unit report counts tests, and files that could not be loaded', () => {
  const counts = { numPassedTests: 5, numFailedTests: 2, numFailedTestSuites: 1 };
  expect(readVitestReport(reportFile(counts))).toEqual({ passed: 5, failed: 2 });
  const broken = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 1 };
  expect(readVitestReport(reportFile(broken))).toEqual({ passed: 5, failed: 1 });
});

test('a journey report counts a flaky journey and an error outside of any as failures', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{}] };
  expect(readPlaywrightReport(reportFile(report))).toEqual({ passed: 4, failed: 3 });
});

test('no report, an old report and a strange one are no counts', () => {
  expect(readPlaywrightReport('/nowhere/report.json')).toBeUndefined();
  expect(readVitestReport(reportFile({ total: 3 }))).toBeUndefined();
  const old = reportFile({ numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 0 });
  forgetReport(old);
  expect(readVitestReport(old)).toBeUndefined();
});

test('a runner that ran nothing, or failed without saying what, is one failure', () => {
  expect(countsOf({ code: 0, counts: { passed: 0, failed: 0 } })).toEqual({ passed: 0, failed: 1 });
  expect(countsOf({ code: 0, counts: undefined })).toEqual({ passed: 0, failed: 1 });
  expect(countsOf({ code: 6, counts: { passed: 7, failed: 0 } })).toEqual({ passed: 7, failed: 1 });
  expect(countsOf({ code: 1, counts: { passed: 7, failed: 2 } })).toEqual({ passed: 7, failed: 2 });
  expect(countsOf({ code: 0, counts: { passed: 7, failed: 0 } })).toEqual({ passed: 7, failed: 0 });
});

test('counts add up', () => {
  const all = [
    { passed: 1, failed: 2 },
    { passed: 3, failed: 4 },
  ];
  expect(addCounts(all)).toEqual({ passed: 4, failed: 6 });
});
