import { spawn, spawnSync } from 'node:child_process';

/** Whether a program is on PATH. */
export function hasProgram(name: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'command -v "$0"', name]).status === 0;
}

/** Runs a program to its end; gives its exit code and what it printed, without the last line's end. */
export async function runProgram(
  name: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  child.on('error', reject);
  child.on('close', (code) => {
    resolve(code ?? 1);
  });
  return { code: await promise, text: text.replace(/\n$/, '') };
}
