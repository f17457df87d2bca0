import { readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench } from './lib/bench.ts';
import { CommandError, exitCode } from './lib/exit-codes.ts';
import { compileMessages } from './lib/messages.ts';
import { inProject } from './lib/project.ts';
import { complain, runCommand, say } from './lib/terminal.ts';

/** Measures: `npm run bench -- NAME [--json PATH] [--check] [the bench's own arguments]`. */
async function measure(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const bench = await findBench(name);
  const { values, tokens } = parseArgs({
    args: rest,
    options: { json: { type: 'string' }, check: { type: 'boolean', default: false } },
    strict: false,
    tokens: true,
  });
  const own = tokens.filter((token) => token.kind !== 'option' || !isOurs(token.name));
  const { figures, lines, missed } = await bench.run(
    own.flatMap((token) => rest[token.index] ?? []),
  );
  for (const line of lines) say(line);
  if (typeof values.json === 'string') {
    writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
  for (const target of missed) complain(target);
  return values.check === true && missed.length > 0 ? exitCode.failed : exitCode.ok;
}

function isOurs(option: string): boolean {
  return option === 'json' || option === 'check';
}

async function findBench(name: string): Promise<Bench> {
  const names = readdirSync(inProject('bench'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''));
  if (!names.includes(name)) {
    const known = names.join(', ');
    const complaint = name === '' ? 'Which bench?' : `There is no bench "${name}".`;
    throw new CommandError(`${complaint} There are: ${known}.`, exitCode.usage);
  }
  // Benches import the app, which imports its messages: these are made first, then the bench is loaded.
  await compileMessages();
  const module: unknown = await import(pathToFileURL(inProject('bench', `${name}.ts`)).href);
  if (!hasBench(module)) throw new Error(`bench/${name}.ts exports no bench.`);
  return module.bench;
}

function hasBench(module: unknown): module is { readonly bench: Bench } {
  return typeof module === 'object' && module !== null && 'bench' in module;
}

await runCommand(() => measure(process.argv.slice(2)));
