import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { exitCode } from './exit-codes.ts';
import { hasProcessGroups, keepWatchOver, stopGroup } from './process-groups.ts';
import { projectRoot } from './project.ts';

export interface RunOptions {
  /** Working folder; the project's by default. */
  readonly cwd?: string;
  /** Added to this process's environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** After this the child and all that it started are stopped. */
  readonly timeoutMilliseconds?: number;
  /** `show` writes to the terminal, `collect` keeps the output, `both` does both. */
  readonly output?: 'show' | 'collect' | 'both';
}

export interface RunResult {
  /** The exit code, as `exit-codes.ts` explains it. */
  readonly code: number;
  /** What it wrote, standard output and errors in the order they came; empty with `show`. */
  readonly output: string;
  readonly milliseconds: number;
}

/** Runs a program to its end. Nothing that it started is left behind. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { timeoutMilliseconds, output = 'show' } = options;
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...options.env },
    detached: hasProcessGroups,
    stdio: output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  keepWatchOver(child);
  const pieces: string[] = [];
  for (const [stream, terminal] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      pieces.push(piece);
      if (output === 'both') terminal.write(piece);
    });
  }
  const limit = { isPassed: false };
  const timer =
    timeoutMilliseconds === undefined
      ? undefined
      : setTimeout(() => {
          limit.isPassed = true;
          void stopGroup(child);
        }, timeoutMilliseconds);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      resolve(signal === null ? (status ?? exitCode.failed) : 128 + constants.signals[signal]);
    });
  }).finally(() => {
    clearTimeout(timer);
  });
  return {
    code: limit.isPassed ? exitCode.timedOut : code,
    output: pieces.join(''),
    milliseconds: performance.now() - started,
  };
}

/** Runs a script with the Node that runs this one. */
export function runNode(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return run(process.execPath, [script, ...args], options);
}
