import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { keepWatchOver, stopGroup } from './process-groups.ts';

/**
 * Waits until its standard input ends, which happens even when the process at the other end was
 * killed outright; then ends the program, and waits for it as a parent must.
 */
const leashScript = `
"$@" </dev/null >&3 &
program=$!
# Else the announcement would not end when the program does.
exec 3>&-
cat >/dev/null
kill -TERM $program 2>/dev/null
tries=0
while kill -0 $program 2>/dev/null && [ $tries -lt 20 ]; do
  sleep 0.05
  tries=$((tries + 1))
done
kill -KILL $program 2>/dev/null
wait $program
`;

/** A background program that cannot outlive the process that started it. */
export interface LeashedProgram {
  /** What the program writes on standard output or file descriptor 3: its address or number. */
  readonly announcement: Readable;
  readonly stop: () => Promise<void>;
  /** What it wrote on standard error so far. */
  readonly complaints: () => string;
}

/** Starts a program on a leash. Linux and macOS only: it needs a POSIX shell. */
export function startOnLeash(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): LeashedProgram {
  const child: ChildProcess = spawn('/bin/sh', ['-c', leashScript, 'sh', program, ...args], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  keepWatchOver(child, { ask: () => child.stdin?.end(), isBackground: true });
  const announcement = child.stdio[3];
  if (announcement === null || announcement === undefined || !('read' in announcement)) {
    throw new Error(`${program} could not be started.`);
  }
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (complaints += piece));
  return {
    announcement,
    stop: () => stopGroup(child, 2_000),
    complaints: () => complaints.trim(),
  };
}

/**
 * The first line of a program's announcement.
 * @throws when the program ends, or says nothing in time.
 */
export async function firstAnnouncement(
  program: LeashedProgram,
  name: string,
  timeoutMilliseconds = 10_000,
): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    let heard = '';
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`${name} ${what}. ${program.complaints()}`.trim()));
    };
    const timer = setTimeout(() => {
      fail(`said nothing for ${String(timeoutMilliseconds / 1000)} s`);
    }, timeoutMilliseconds);
    program.announcement.setEncoding('utf8');
    program.announcement.on('data', (piece: string) => {
      heard += piece;
      const end = heard.indexOf('\n');
      if (end === -1) return;
      clearTimeout(timer);
      resolve(heard.slice(0, end).trim());
    });
    program.announcement.once('end', () => {
      fail('ended before it was ready');
    });
  });
}
