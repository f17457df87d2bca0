import { randomUUID } from 'node:crypto';
import { runChecks } from './lib/checks.ts';
import { exitCode } from './lib/exit-codes.ts';
import { prepareForTests, runJourneys } from './lib/journeys.ts';
import { findLeftovers, killLeftovers, markVariable } from './lib/leftovers.ts';
import { addCounts, countsOf } from './lib/test-reports.ts';
import type { Counts } from './lib/test-reports.ts';
import { complain, duration, runCommand, say } from './lib/terminal.ts';
import { runUnitTests } from './lib/unit-tests.ts';

/**
 * Everything: prepares the machine, then checks, unit and component tests, and journeys:
 * `npm test`. Its last line is the sum.
 */
async function test(): Promise<number> {
  const started = performance.now();
  const mark = randomUUID();
  process.env[markVariable] = mark;
  await prepareForTests();
  say('\nChecks');
  const checks = await runChecks();
  say('\nUnit and component tests');
  const unit = countsOf(await runUnitTests());
  say('\nJourneys');
  const journeys = countsOf(await runJourneys(['--project=journeys', '--project=fixtures']));
  const sum = addCounts([checks, unit, journeys, nothingLeft(mark)]);
  say(`\nTook ${duration(performance.now() - started)}.`);
  say(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? exitCode.ok : exitCode.failed;
}

/** That nothing is left running counts as a test of its own. */
function nothingLeft(mark: string): Counts {
  const left = findLeftovers(mark);
  if (left.length === 0) return { passed: 1, failed: 0 };
  killLeftovers(left);
  const lines = left.map(({ commandLine }) => commandLine.slice(0, 120));
  complain(`The tests left running, and it was stopped:\n${lines.join('\n')}`);
  return { passed: 0, failed: 1 };
}

await runCommand(test);
