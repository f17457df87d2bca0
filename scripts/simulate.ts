import './test-setup/temporal.ts';
import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { isLawKept } from '../src/domain/reminders/simulation/figures.ts';
import { simulateYears } from '../src/domain/reminders/simulation/simulate.ts';
import { exitCode } from './lib/exit-codes.ts';
import { readOptions } from './lib/options.ts';
import { complain, duration, runCommand, say } from './lib/terminal.ts';

const usage = 'npm run simulate -- [--years 2000] [--seed evenkeel] [--json PATH]';

const wishSchema = v.object({
  years: v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(1), v.maxValue(100_000)),
    '2000',
  ),
  seed: v.optional(v.string(), 'evenkeel'),
  json: v.optional(v.pipe(v.string(), v.minLength(1))),
});

/**
 * Lives through years of reminders and says whether the law held: each is shown once or listed as
 * missed once. Fails when it did not. The same years and seed give the same figures.
 */
function simulate(args: readonly string[]): number {
  const { years, seed, json } = readOptions(args, { schema: wishSchema, usage }).options;
  const began = performance.now();
  const figures = simulateYears(years, seed);
  const milliseconds = performance.now() - began;
  const isKept = isLawKept(figures);
  if (json !== undefined) {
    const seconds = Math.round(milliseconds / 100) / 10;
    writeFileSync(json, `${JSON.stringify({ ...figures, isKept, seed, seconds }, null, 2)}\n`);
  }
  const { reminders, shown, missed, lost, doubled, mistimed, late, different } = figures;
  say(`${years} years, ${reminders} reminders: ${shown} shown, ${missed} listed as missed.`);
  say(`${lost} lost, ${doubled} doubled, ${mistimed} with a wrong time, ${late} late.`);
  say(
    `${figures.crashes} crashes between showing and writing, after which ${figures.crashShownTwice} came again under the same identity.`,
  );
  say(`${duration(milliseconds)} for ${figures.looks} looks at the clock, seed "${seed}".`);
  if (different > 0) complain(`${different} looks found other meetings than the app would.`);
  if (isKept) return exitCode.ok;
  complain('A reminder did not keep its word.');
  return exitCode.failed;
}

await runCommand(() => Promise.resolve(simulate(process.argv.slice(2))));
