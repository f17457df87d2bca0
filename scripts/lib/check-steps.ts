import { readFileSync, readdirSync } from 'node:fs';
import { exitCode } from './exit-codes.ts';
import { compileMessages } from './messages.ts';
import { inProject, toolScript } from './project.ts';
import { runNode } from './run.ts';
import { lintWorkflow } from './workflow-lint.ts';

const stepLimitMilliseconds = 20 * 60_000;
const noWarnings = ['--max-warnings=0'];

/** One thing that is checked without running the app. */
export interface CheckStep {
  readonly name: string;
  /** What is wrong, in the tool's own words; nothing when all is well. */
  readonly run: () => Promise<string | undefined>;
}

/** All checks, in the order in which they begin. */
export function checkSteps(): readonly CheckStep[] {
  return [
    { name: 'messages compile', run: messages },
    // The longest first, and in two halves that take as long, so that two cores have one each.
    tool('lint of the renderer', 'eslint', ['src/renderer', ...noWarnings]),
    tool('lint of all else', 'eslint', [
      ...['.', '--ignore-pattern', 'src/renderer/**'],
      ...noWarnings,
    ]),
    tool('formatting', 'prettier', ['--check', '.']),
    // By the compiler that is no JavaScript: a third of the work. Lint and Svelte need the older one's API.
    ...typeScriptProjects().map((project) =>
      tool(`types of ${project}`, 'typescript-7', ['-p', project], 'tsc'),
    ),
    tool('Svelte components', 'svelte-check', [
      ...['--tsconfig', 'src/renderer/tsconfig.json'],
      ...['--fail-on-warnings', '--output', 'human'],
    ]),
    tool(
      'import directions',
      'dependency-cruiser',
      ['src', 'scripts', 'bench', 'e2e', '--config'],
      'depcruise',
    ),
    tool('dead code', 'knip', []),
    { name: 'workflow file', run: workflows },
  ];
}

function tool(
  name: string,
  packageName: string,
  args: readonly string[],
  command = packageName,
): CheckStep {
  return {
    name,
    run: async () => {
      const result = await runNode(toolScript(packageName, command), args, {
        output: 'collect',
        timeoutMilliseconds: stepLimitMilliseconds,
      });
      if (result.code === exitCode.ok) return undefined;
      const outcome = result.code === exitCode.timedOut ? 'It took too long.\n' : '';
      return `${outcome}${result.output.trim()}`;
    },
  };
}

async function messages(): Promise<string | undefined> {
  try {
    await compileMessages();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function workflows(): Promise<string | undefined> {
  const folder = inProject('.github', 'workflows');
  const found: string[] = [];
  for (const name of readdirSync(folder)) {
    const text = readFileSync(inProject('.github', 'workflows', name), 'utf8');
    found.push(...(await lintWorkflow(text, `.github/workflows/${name}`)));
  }
  return found.length === 0 ? undefined : found.join('\n');
}

/** The projects that tsconfig.json, which has no files of its own, refers to. */
function typeScriptProjects(): readonly string[] {
  const text = readFileSync(inProject('tsconfig.json'), 'utf8');
  const paths = [...text.matchAll(/"path":\s*"\.\/([^"]+)"/g)].flatMap(([, path]) => path ?? []);
  if (paths.length === 0) throw new Error('tsconfig.json refers to no project.');
  return paths;
}
