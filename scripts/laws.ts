import { randomInt } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import * as v from 'valibot';
import { CommandError, exitCode } from './lib/exit-codes.ts';
import { compileMessages } from './lib/messages.ts';
import { readOptions } from './lib/options.ts';
import { inProject } from './lib/project.ts';
import { complain, runCommand, say } from './lib/terminal.ts';
import { runUnitTests } from './lib/unit-tests.ts';

const usage = 'npm run laws -- [--minutes 10] [--seed N] [FILTER]';

const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const wishSchema = v.object({ minutes: v.optional(whole, '10'), seed: v.optional(whole) });

/**
 * Looks for cases in which a law does not hold: runs all laws again and again, each time with other
 * cases, until the time is over. With a seed it runs the cases of that one, once.
 */
async function findExceptions(args: readonly string[]): Promise<number> {
  const command = { schema: wishSchema, usage, takesWords: true };
  const { options, words } = readOptions(args, command);
  const { minutes, seed } = options;
  const [filter = ''] = words;
  const files = filesWithLaws(filter);
  if (files.length === 0) throw new CommandError(`No law has ${filter} in its path.`);
  await compileMessages();
  const end = performance.now() + minutes * 60_000;
  const broken: number[] = [];
  let rounds = 0;
  do {
    const current = seed ?? randomInt(1, 1_000_000_000);
    process.env.EVENKEEL_LAW_SEED = String(current);
    say(`\nSeed ${current}`);
    const { code } = await runUnitTests(files);
    rounds += 1;
    if (code !== 0) broken.push(current);
  } while (seed === undefined && performance.now() < end);
  say(`\n${files.length} files with laws, ${rounds} seeds.`);
  if (broken.length === 0) return exitCode.ok;
  complain(`A law did not hold; see it again with: --seed ${broken.join(', --seed ')}.`);
  return exitCode.failed;
}

function filesWithLaws(filter: string): readonly string[] {
  return readdirSync(inProject('src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && path.includes(filter))
    .map((path) => inProject('src', path))
    .filter((path) => readFileSync(path, 'utf8').includes('test-laws/fast-check.ts'));
}

await runCommand(() => findExceptions(process.argv.slice(2)));
