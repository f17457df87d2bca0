import { availableParallelism } from 'node:os';
import { checkSteps } from './check-steps.ts';
import type { CheckStep } from './check-steps.ts';
import type { Counts } from './test-reports.ts';
import { complain, duration, say } from './terminal.ts';

/**
 * Runs every check, also after one has failed, and reports each with its time. The first makes
 * what the others read; after it there are as many at once as the machine has cores.
 */
export async function runChecks(): Promise<Counts> {
  const failures: string[] = [];
  const [first, ...others] = checkSteps();
  if (first) await runStep(first, failures);
  const waiting = others.values();
  const lane = async (): Promise<void> => {
    for (const step of waiting) await runStep(step, failures);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  if (failures.length > 0) complain(`Checks that failed: ${failures.join(', ')}.`);
  return { passed: others.length + 1 - failures.length, failed: failures.length };
}

async function runStep({ name, run }: CheckStep, failures: string[]): Promise<void> {
  const started = performance.now();
  const problem = await run();
  const time = duration(performance.now() - started);
  say(`${problem === undefined ? 'ok    ' : 'FAILED'}  ${name} (${time})`);
  if (problem === undefined) return;
  failures.push(name);
  complain(problem);
}
