import { checkSteps } from './check-steps.ts';
import type { Counts } from './test-reports.ts';
import { complain, duration, say } from './terminal.ts';

/** Runs every check, also after one has failed, and reports each with its time. */
export async function runChecks(): Promise<Counts> {
  const failures: string[] = [];
  const steps = checkSteps();
  for (const { name, run } of steps) {
    const started = performance.now();
    const problem = await run();
    const time = duration(performance.now() - started);
    say(`${problem === undefined ? 'ok    ' : 'FAILED'}  ${name} (${time})`);
    if (problem === undefined) continue;
    failures.push(name);
    complain(problem);
  }
  if (failures.length > 0) complain(`Checks that failed: ${failures.join(', ')}.`);
  return { passed: steps.length - failures.length, failed: failures.length };
}
