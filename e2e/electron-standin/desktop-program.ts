import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Whether a program is on PATH. */
export function hasProgram(name: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'command -v "$0"', name]).status === 0;
}

/** Runs a program to its end; gives its exit code and what it printed, without the last line's end. */
export async function runProgram(
  name: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly text: string }> {
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const ended = once(child, 'close') as Promise<[code: number | null]>;
  const [[code], printed] = await Promise.all([ended, text(child.stdout)]);
  return { code: code ?? 1, text: printed.replace(/\n$/, '') };
}
