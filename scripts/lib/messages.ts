import { readFileSync, writeFileSync } from 'node:fs';
import { CommandError, exitCode } from './exit-codes.ts';
import type { Made } from './fingerprint.ts';
import { fingerprint, isStale, makeFrom } from './fingerprint.ts';
import { withLock } from './lock.ts';
import { inProject, projectRoot, toolScript } from './project.ts';
import { runNode } from './run.ts';

const compileLimitMilliseconds = 180_000;
const outputFolder = 'src/messages/generated';
const compiled: Made = {
  path: inProject(outputFolder, 'messages.js'),
  stampPath: inProject('.cache', 'messages-stamp'),
  sources: () =>
    fingerprint(
      projectRoot,
      sourcePaths.map((path) => inProject(path)),
      isSource,
    ),
};
const sourcePaths = ['messages', 'scripts/lib/messages.ts', 'package-lock.json'] as const;

/**
 * Turns the message catalogue in messages/ into the typed functions that the app imports, unless
 * those that are there were made from it.
 */
export async function compileMessages(): Promise<void> {
  await withLock(inProject('.cache', 'messages.lock'), async () => {
    if (isStale(compiled)) await makeFrom(compiled, compile);
  });
}

/** What the compiler keeps beside its settings is no source. */
const isSource = (path: string): boolean => !/\/(?:\.|README)/.test(path);

async function compile(): Promise<void> {
  const result = await runNode(
    toolScript('@inlang/paraglide-js', 'paraglide-js'),
    [
      ...['compile', '--project', './messages/evenkeel.inlang', '--outdir', `./${outputFolder}`],
      '--emit-ts-declarations',
      // There is one language. Anything else would have the page's cookies asked for it, text by text.
      ...['--strategy', 'baseLocale'],
    ],
    { output: 'collect', timeoutMilliseconds: compileLimitMilliseconds },
  );
  if (result.code !== exitCode.ok) {
    throw new CommandError(`The message catalogue does not compile:\n${result.output.trim()}`);
  }
  keepPluralRules();
}

/**
 * Lets the rules of plurals be made once. The compiler has them made for each text anew, which takes
 * longer than the text.
 */
function keepPluralRules(): void {
  const path = inProject(outputFolder, 'registry.js');
  const made = 'new Intl.PluralRules(locale, options)';
  const source = readFileSync(path, 'utf8');
  if (!source.includes(made)) throw new CommandError(`${path} makes its plurals in another way.`);
  const kept = `const rules = new Map();
const rulesOf = (locale, options) => {
\tconst key = locale + JSON.stringify(options);
\tif (!rules.has(key)) rules.set(key, ${made});
\treturn rules.get(key);
};
`;
  writeFileSync(path, `${source.replace(made, 'rulesOf(locale, options)')}\n${kept}`);
}
