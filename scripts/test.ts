import { randomUUID } from 'node:crypto';
import { runChecks } from './lib/checks.ts';
import { exitCode } from './lib/exit-codes.ts';
import { prepareForTests, runJourneys } from './lib/journeys.ts';
import { findLeftovers, killLeftovers, markVariable } from './lib/leftovers.ts';
import { addOutcomes, outcomeOf } from './lib/test-reports.ts';
import type { Outcome } from './lib/test-reports.ts';
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
  const unit = outcomeOf('The unit tests', await runUnitTests());
  say('\nJourneys');
  const ran = await runJourneys(['--project=journeys', '--project=fixtures']);
  const journeys = outcomeOf('The journeys', ran);
  const { passed, failures } = addOutcomes([checks, unit, journeys, nothingLeft(mark)]);
  // What came by long ago may be cut from the log of a build server.
  if (failures.length > 0) complain(`\nWhat failed:\n\n${failures.map(shortened).join('\n\n')}`);
  say(`\nTook ${duration(performance.now() - started)}.`);
  say(`${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? exitCode.ok : exitCode.failed;
}

const linesToRepeat = 25;

const shortened = (failure: string): string =>
  failure.split('\n').slice(0, linesToRepeat).join('\n');

/** That nothing is left running counts as a test of its own. */
function nothingLeft(mark: string): Outcome {
  const left = findLeftovers(mark);
  if (left.length === 0) return { passed: 1, failures: [] };
  killLeftovers(left);
  const lines = left.map(({ commandLine }) => commandLine.slice(0, 120));
  const problem = `The tests left running, and it was stopped:\n${lines.join('\n')}`;
  return { passed: 0, failures: [problem] };
}

await runCommand(test);
