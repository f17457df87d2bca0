import { hostname } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Disk } from './document-file.ts';
import { newTemporary } from './document-file.ts';
import { removeQuietly, replaceFile } from './durable-file.ts';
import { lockFile } from './file-names.ts';
import { errorCode } from './file-system.ts';

const beatMilliseconds = 2 * 60_000;
/** Who has not been heard of for so long has crashed, or is asleep. */
const staleMilliseconds = 3 * beatMilliseconds;

const lockSchema = v.object({
  computer: v.string(),
  process: v.number(),
  /** When it was last written, UTC, ISO 8601. */
  at: v.pipe(v.string(), v.isoTimestamp()),
});
type Holder = v.InferOutput<typeof lockSchema>;

/**
 * Says that a data folder is in use, to Evenkeel on another computer that shares it. It keeps honest
 * users from surprises and is no more than that: what two computers write at once is merged anyway.
 */
export class FolderLock {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #now: () => string;
  #timer: NodeJS.Timeout | null = null;

  private constructor(disk: Disk, path: string, now: () => string) {
    this.#disk = disk;
    this.#path = path;
    this.#now = now;
  }

  /**
   * Takes a folder, which shows at the same time that it can be written; rejects with the disk's own
   * error when it cannot.
   * @returns the lock, or the name of the computer on which the folder is in use
   */
  static async take(
    disk: Disk,
    folder: string,
    now: () => string,
  ): Promise<FolderLock | { readonly heldBy: string }> {
    const lock = new FolderLock(disk, join(folder, lockFile), now);
    const holder = await lock.#holder();
    if (holder !== null && isInUse(holder, now())) return { heldBy: holder.computer };
    await lock.#write();
    lock.#timer = setInterval(() => void lock.#beat(), beatMilliseconds).unref();
    return lock;
  }

  async release(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    const holder = await this.#holder();
    if (holder !== null && isOurs(holder)) await removeQuietly(this.#disk.files, this.#path);
  }

  /** Whoever has taken the folder while this computer slept keeps it. */
  async #beat(): Promise<void> {
    const holder = await this.#holder();
    if (holder !== null && !isOurs(holder) && isInUse(holder, this.#now())) return;
    // A lock that cannot be written now is written at the next beat.
    await this.#write().catch(() => undefined);
  }

  async #write(): Promise<void> {
    const holder: Holder = { computer: hostname(), process: process.pid, at: this.#now() };
    const bytes = new TextEncoder().encode(`${JSON.stringify(holder, null, 2)}\n`);
    await replaceFile(this.#disk.files, this.#path, bytes, newTemporary(this.#disk));
  }

  /** Who has written the lock; null when nobody has, or nobody can tell. */
  async #holder(): Promise<Holder | null> {
    try {
      const text = new TextDecoder().decode(await this.#disk.files.readFile(this.#path));
      const read = v.safeParse(lockSchema, JSON.parse(text));
      return read.success ? read.output : null;
    } catch {
      return null;
    }
  }
}

const isOurs = (holder: Holder): boolean =>
  holder.computer === hostname() && holder.process === process.pid;

function isInUse(holder: Holder, now: string): boolean {
  if (isOurs(holder)) return false;
  if (holder.computer === hostname() && !isRunning(holder.process)) return false;
  return Math.abs(Date.parse(now) - Date.parse(holder.at)) < staleMilliseconds;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
