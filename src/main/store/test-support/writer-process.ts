import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildScripts } from './build-scripts.ts';
import type { WriterLine } from './writer-lines.ts';

/** Where a writer writes. */
export interface WriterFolders {
  readonly dataFolder: string;
  readonly localFolder: string;
}

/** Builds the writer; answers its script. */
export async function buildWriter(folder: string): Promise<string> {
  const source = fileURLToPath(new URL('./endless-writer.ts', import.meta.url));
  await buildScripts(folder, { writer: source });
  return join(folder, 'writer.mjs');
}

/** A writer (endless-writer.ts) that runs, and what it has said so far. */
export class WriterProcess {
  /** Resolves when it has opened the store, or has ended. */
  readonly opened: Promise<unknown>;
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #printed = '';

  /** @param care `careless` never asks the disk to make anything durable */
  constructor(
    script: string,
    { dataFolder, localFolder }: WriterFolders,
    care: 'careful' | 'careless' = 'careful',
  ) {
    const child = spawn(process.execPath, [script, dataFolder, localFolder, care], {
      stdio: ['ignore', 'pipe', care === 'careful' ? 'inherit' : 'ignore'],
    });
    this.#child = child;
    this.#closed = once(child, 'close');
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#printed += text;
    });
    this.opened = Promise.race([once(child.stdout, 'data'), this.#closed]);
  }

  /** How many lines it has said that have arrived here. */
  get heard(): number {
    return this.#printed.split('\n').length - 1;
  }

  /** Kills it; answers what it said until then. A line that was cut off was not said. */
  async kill(): Promise<readonly WriterLine[]> {
    this.#child.kill('SIGKILL');
    await this.#closed;
    const lines = this.#printed.split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as WriterLine);
  }
}
