import { readFileSync, readdirSync } from 'node:fs';

/** A process that was started, directly or not, by something that carried a mark. */
export interface Leftover {
  readonly processId: number;
  readonly commandLine: string;
}

/**
 * In the environment of a process this marks it and all that it starts. A mark that begins with
 * another one is found by either.
 */
export const markVariable = 'EVENKEEL_RUN_MARK';

/**
 * The running processes that carry a mark in their environment, however far they have moved from
 * who started them. Linux only; elsewhere there is no way to look, and the answer is none.
 */
export function findLeftovers(mark: string): readonly Leftover[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => readOrEmpty(`/proc/${name}/environ`).includes(`${markVariable}=${mark}`))
    .map((name) => ({
      processId: Number(name),
      commandLine: readOrEmpty(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim(),
    }))
    .filter(({ commandLine }) => commandLine !== '');
}

/** Kills what carries a mark. */
export function killLeftovers(leftovers: readonly Leftover[]): void {
  for (const { processId } of leftovers) {
    try {
      process.kill(processId, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
