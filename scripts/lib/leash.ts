import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { keepWatchOver, stopGroup } from './process-groups.ts';

/**
 * Waits until its standard input ends, which happens even when the process at the other end was
 * killed outright, and then ends its whole process group.
 */
const leashScript = `
"$@" </dev/null &
cat >/dev/null
trap '' TERM
kill -TERM 0
sleep 1
kill -KILL 0
`;

/** A background program that cannot outlive the process that started it. */
export interface LeashedProgram {
  /** What the program writes on file descriptor 3: where it tells its address or number. */
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
  keepWatchOver(child);
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
