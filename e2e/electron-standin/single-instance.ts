import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What a second process tells the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * One process for each data folder. The lock is a file that names its owner, taken over when that
 * process has died. A second process leaves its message as a file too, because
 * `requestSingleInstanceLock` must have delivered it when it returns: the app exits right after.
 * @returns how to release the lock, then calling `onSecond` on every later try; undefined without it,
 * when the owner has been told of `own`
 */
export function requestLock(
  userData: string,
  own: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): (() => void) | undefined {
  const lockFile = join(userData, 'electron-standin.lock');
  const inbox = join(userData, 'electron-standin-inbox');
  try {
    mkdirSync(inbox, { recursive: true, mode: 0o700 });
    if (!takeLock(lockFile)) {
      const name = join(inbox, randomUUID());
      writeFileSync(`${name}.part`, serialize(own), { mode: 0o600 });
      renameSync(`${name}.part`, name);
      return undefined;
    }
    // What lies there is from before this process held the lock.
    for (const name of readdirSync(inbox)) rmSync(join(inbox, name), { force: true });
    const watcher = watch(inbox, { persistent: false }, () => {
      for (const message of takeMessages(inbox)) onSecond(message);
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

function takeMessages(inbox: string): SecondInstance[] {
  return readdirSync(inbox)
    .filter((name) => !name.endsWith('.part'))
    .map((name) => {
      const content = readFileSync(join(inbox, name));
      rmSync(join(inbox, name), { force: true });
      return deserialize(content) as SecondInstance;
    });
}

function takeLock(lockFile: string): boolean {
  const own = `${lockFile}.${String(process.pid)}`;
  writeFileSync(own, `${String(process.pid)} ${startTime(process.pid) ?? ''}`, { mode: 0o600 });
  try {
    if (!isOwnerAlive(lockFile)) rmSync(lockFile, { force: true });
    linkSync(own, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/** A process id comes round again; together with the time of its start it does not. */
function isOwnerAlive(lockFile: string): boolean {
  try {
    const [processId = '', started] = readFileSync(lockFile, 'utf8').split(' ');
    const now = startTime(Number(processId));
    return now !== undefined && now === started;
  } catch {
    return false;
  }
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
