import { availableParallelism } from 'node:os';
import { checkSteps } from './check-steps.ts';
import type { CheckStep } from './check-steps.ts';
import type { Outcome } from './test-reports.ts';
import { complain, duration, say } from './terminal.ts';

/**
 * Runs every check, also after one has failed, and reports each with its time. The first makes
 * what the others read; after it there are as many at once as the machine has cores.
 */
export async function runChecks(): Promise<Outcome> {
  const failed = new Map<string, string>();
  const [first, ...others] = checkSteps();
  if (first) await runStep(first, failed);
  const waiting = others.values();
  const lane = async (): Promise<void> => {
    for (const step of waiting) await runStep(step, failed);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  if (failed.size > 0) complain(`Checks that failed: ${[...failed.keys()].join(', ')}.`);
  const failures = [...failed].map(([name, problem]) => `${name}\n${problem}`);
  return { passed: others.length + 1 - failures.length, failures };
}

async function runStep({ name, run }: CheckStep, failed: Map<string, string>): Promise<void> {
  const started = performance.now();
  const problem = await run();
  const time = duration(performance.now() - started);
  say(`${problem === undefined ? 'ok    ' : 'FAILED'}  ${name} (${time})`);
  if (problem === undefined) return;
  failed.set(name, problem);
  complain(problem);
}
