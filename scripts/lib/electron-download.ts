import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesUnder } from './fingerprint.ts';
import { hasProcessGroups, keepWatchOver, stopGroup } from './process-groups.ts';
import { inProject } from './project.ts';
import { say } from './terminal.ts';

/** How long the download may take to show a first byte. With the rest it stays below five seconds. */
const firstByteMilliseconds = 3_500;
/** A download that has begun is given up when nothing more comes for this long. */
const stallMilliseconds = 30_000;
/** For this long a failed attempt is not repeated. */
const memoryMilliseconds = 15 * 60_000;

export type DownloadResult =
  { readonly isThere: true } | { readonly isThere: false; readonly reason: string };

interface FailureNote {
  readonly failedAt: number;
  readonly reason: string;
}

/**
 * Tries to fetch Electron's binary with the package's own installer, mirrors and proxies included.
 * Where it cannot be had, that is known within four seconds, and remembered for a quarter of an
 * hour; where bytes do come, waits for all of them.
 */
export async function downloadElectron(
  memoryPath: string = inProject('.cache', 'electron-download.json'),
): Promise<DownloadResult> {
  const note = readNote(memoryPath);
  if (note !== undefined && Date.now() - note.failedAt < memoryMilliseconds) {
    return { isThere: false, reason: note.reason };
  }
  const reason = await attemptDownload();
  if (reason === undefined) {
    rmSync(memoryPath, { force: true });
    return { isThere: true };
  }
  mkdirSync(dirname(memoryPath), { recursive: true });
  writeFileSync(memoryPath, JSON.stringify({ failedAt: Date.now(), reason } satisfies FailureNote));
  return { isThere: false, reason };
}

/** Runs the installer; gives the reason why it failed, or nothing when it did not. */
async function attemptDownload(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-electron-'));
  const child = spawn(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
    // In a folder of its own the arriving file can be seen to grow.
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
    detached: hasProcessGroups,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  keepWatchOver(child);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaint += piece));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      resolve(code);
    });
    child.once('error', (error) => {
      complaint += error.message;
      resolve(null);
    });
  });
  try {
    const outcome = await Promise.race([ended, stalled([folder, distFolder()], ended)]);
    if (outcome === 'stalled') {
      await stopGroup(child, 0);
      return 'no answer in time';
    }
    return outcome === 0 ? undefined : firstReason(complaint);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves when the folders have stopped to grow while the installer still runs. */
async function stalled(
  folders: readonly string[],
  ended: Promise<unknown>,
): Promise<'stalled' | null> {
  const installer = { isRunning: true };
  void ended.then(() => (installer.isRunning = false));
  const bytesBefore = totalBytes(folders);
  let bytes = bytesBefore;
  let deadline = Date.now() + firstByteMilliseconds;
  while (installer.isRunning && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = totalBytes(folders);
    if (now === bytes) continue;
    if (bytes === bytesBefore) say("Downloading Electron's binary; this happens once.");
    bytes = now;
    deadline = Date.now() + stallMilliseconds;
  }
  return installer.isRunning ? 'stalled' : null;
}

function distFolder(): string {
  return inProject('node_modules', 'electron', 'dist');
}

function totalBytes(folders: readonly string[]): number {
  return folders
    .flatMap((folder) => filesUnder(folder))
    .reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** The installer's own words, without its stack: `fetch failed (getaddrinfo EAI_AGAIN …)`. */
export function firstReason(complaint: string): string {
  const first = /^(?:\w*Error: )?(.+)$/m.exec(complaint.trim())?.[1] ?? 'the installer failed';
  const cause = /\[cause\]: (?:\w*Error: )?(.+?)(?: \{)?$/m.exec(complaint)?.[1];
  return cause === undefined ? first : `${first}: ${cause}`;
}

function readNote(path: string): FailureNote | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof note !== 'object' || note === null) return undefined;
    if (!('failedAt' in note) || typeof note.failedAt !== 'number') return undefined;
    if (!('reason' in note) || typeof note.reason !== 'string') return undefined;
    return { failedAt: note.failedAt, reason: note.reason };
  } catch {
    return undefined;
  }
}
