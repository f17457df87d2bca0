import { CommandError, exitCode } from './exit-codes.ts';
import { stopAllGroups } from './process-groups.ts';

/** Writes one line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes one line about something that went wrong. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A duration as a person reads it: `840 ms`, `12.3 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${String(Math.round(milliseconds))} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${String(Math.floor(seconds / 60))} min ${String(Math.round(seconds % 60))} s`;
}

/**
 * Runs a command of this project to its end: its number becomes the exit code, a CommandError
 * becomes its sentence and its code, and whatever it started is stopped.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  let code: number;
  try {
    code = await command();
  } catch (error) {
    code = report(error);
  }
  await stopAllGroups();
  process.exit(code);
}

function report(error: unknown): number {
  if (error instanceof CommandError) {
    complain(error.message);
    return error.code;
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCode.failed;
}
