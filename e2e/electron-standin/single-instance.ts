import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { symlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What a second process tells the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * One process for each data folder. The lock is a symbolic link to its owner's name, as Chromium's
 * own is, taken over when that process has died. A second process leaves its message as a file,
 * because `requestSingleInstanceLock` must have delivered it when it returns: the app exits right
 * after.
 * @returns how to release the lock, then calling `onSecond` on every later try; undefined without it,
 * when the owner has been told of `own`
 */
export function requestLock(
  userData: string,
  own: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): (() => void) | undefined {
  const lockFile = join(userData, 'electron-standin-lock');
  const inbox = join(userData, 'electron-standin-inbox');
  try {
    mkdirSync(inbox, { recursive: true, mode: 0o700 });
    if (!takeLock(lockFile)) {
      const name = randomUUID();
      writeFileSync(join(userData, name), serialize(own), { mode: 0o600 });
      // Whole at once, for the owner reads what it finds there.
      renameSync(join(userData, name), join(inbox, name));
      return undefined;
    }
    // What lies there is from before this process held the lock.
    for (const name of readdirSync(inbox)) rmSync(join(inbox, name), { force: true });
    const watcher = watch(inbox, { persistent: false }, () => {
      for (const name of readdirSync(inbox)) {
        const content = readFileSync(join(inbox, name));
        rmSync(join(inbox, name));
        onSecond(deserialize(content) as SecondInstance);
      }
    });
    return () => {
      watcher.close();
      rmSync(lockFile, { force: true });
    };
  } catch {
    // Electron too gives no lock, and no reason, when the folder cannot be written.
    return undefined;
  }
}

function takeLock(lockFile: string): boolean {
  try {
    symlinkSync(ownerName(process.pid), lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = readlinkSync(lockFile);
    if (owner === ownerName(Number.parseInt(owner))) return false;
    rmSync(lockFile);
    return takeLock(lockFile);
  }
}

/** A process id comes round again; together with the time of its start it does not. */
function ownerName(processId: number): string {
  return `${String(processId)} ${startTime(processId) ?? 'gone'}`;
}

/** When a process was started, in the kernel's ticks; undefined when it is none, or a dead one. */
export function startTime(processId: number): string | undefined {
  try {
    const [state, ...fields] = readFileSync(`/proc/${String(processId)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}
