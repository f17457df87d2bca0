import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createCodec } from './page/codec.ts';

/** What a second process tells the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

const codec = createCodec();

/**
 * One process for each data folder. The lock is a file that names its owner, taken over when that
 * process has died. A second process leaves its message as a file too, because
 * `requestSingleInstanceLock` must have delivered it when it returns: the app exits right after.
 */
export class SingleInstanceLock {
  readonly #lockFile: string;
  readonly #inbox: string;
  #release: (() => void) | undefined;

  constructor(userData: string) {
    this.#lockFile = join(userData, 'electron-standin.lock');
    this.#inbox = join(userData, 'electron-standin-inbox');
  }

  get isHeld(): boolean {
    return this.#release !== undefined;
  }

  /** Takes the lock, then calls `onSecond` on every later try; or tells the owner of `own`. */
  request(own: SecondInstance, onSecond: (second: SecondInstance) => void): boolean {
    if (this.isHeld) return true;
    try {
      mkdirSync(this.#inbox, { recursive: true, mode: 0o700 });
      if (this.#take()) this.#release = this.#receive(onSecond);
      else this.#tellOwner(own);
    } catch {
      // Electron too gives no lock, and no reason, when the folder cannot be written.
    }
    return this.isHeld;
  }

  release(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #take(): boolean {
    const own = `${this.#lockFile}.${String(process.pid)}`;
    writeFileSync(own, `${String(process.pid)} ${startTime(process.pid) ?? ''}`, { mode: 0o600 });
    try {
      for (let attempt = 0; attempt < 5; attempt++) {
        try {
          linkSync(own, this.#lockFile);
          return true;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
          if (this.#isOwnerAlive()) return false;
          rmSync(this.#lockFile, { force: true });
        }
      }
      return false;
    } finally {
      unlinkSync(own);
    }
  }

  /** A process id comes round again; together with the time of its start it does not. */
  #isOwnerAlive(): boolean {
    try {
      const [processId = '', started] = readFileSync(this.#lockFile, 'utf8').split(' ');
      const now = startTime(Number(processId));
      return now !== undefined && now === started;
    } catch {
      return false;
    }
  }

  #tellOwner(own: SecondInstance): void {
    const name = join(this.#inbox, randomUUID());
    writeFileSync(`${name}.part`, codec.encode(own), { mode: 0o600 });
    renameSync(`${name}.part`, name);
  }

  #receive(onSecond: (second: SecondInstance) => void): () => void {
    const readAll = (): void => {
      for (const name of readdirSync(this.#inbox)) {
        if (name.endsWith('.part')) continue;
        const path = join(this.#inbox, name);
        const text = readFileSync(path, 'utf8');
        rmSync(path, { force: true });
        onSecond(codec.decode(text) as SecondInstance);
      }
    };
    // What lies there is from before this process held the lock.
    for (const name of readdirSync(this.#inbox)) rmSync(join(this.#inbox, name), { force: true });
    const watcher = watch(this.#inbox, { persistent: false }, readAll);
    return () => {
      watcher.close();
      rmSync(this.#lockFile, { force: true });
    };
  }
}

/** When a process was started, in the kernel's ticks; undefined when it is none, or a dead one. */
function startTime(processId: number): string | undefined {
  try {
    const [state, ...fields] = readFileSync(`/proc/${String(processId)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}
