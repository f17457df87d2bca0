import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, expect, test } from 'vitest';
import { StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders | undefined;
afterEach(() => folders?.remove());

const kills = 25;
const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Makes one file of the writer: started so often, it must not load hundreds of modules each time. */
async function bundleWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          writer: source('./test-support/endless-writer.ts'),
          'store-worker': source('./store-worker.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  return join(folder, 'writer.mjs');
}

/** Lets the writer write for a while after its first word and kills it; answers what it printed. */
async function writeUntilKilled(
  script: string,
  folders: StoreFolders,
  milliseconds: number,
): Promise<string> {
  const child = spawn(process.execPath, [script, folders.dataFolder, folders.localFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  await wait(milliseconds);
  child.kill('SIGKILL');
  if (!child.stdout.closed) await once(child, 'close');
  return printed;
}

/** The highest count of each document that was acknowledged; a line cut off was not. */
function takeAcknowledged(printed: string, highest: Map<string, number>): void {
  for (const [, id = '', count] of printed.matchAll(/^(\S+) (\d+)\n/gm)) {
    highest.set(id, Math.max(highest.get(id) ?? 0, Number(count)));
  }
}

async function countsIn(folders: StoreFolders): Promise<ReadonlyMap<string, number>> {
  const store = await folders.open();
  expect(store.problems()).toEqual([]);
  const meetings = await store.list('meeting');
  await store.close();
  return new Map(meetings.map(({ id, notes }) => [id, Number(notes)]));
}

test(`${String(kills)} kills in the middle of writing lose nothing and leave nothing half done`, async () => {
  folders = await StoreFolders.make();
  const script = await bundleWriter(join(folders.root, 'writer'));
  const acknowledged = new Map<string, number>();
  for (let kill = 0; kill < kills; kill += 1) {
    takeAcknowledged(await writeUntilKilled(script, folders, Math.random() * 120), acknowledged);
    const found = await countsIn(folders);
    for (const [id, count] of acknowledged) expect(found.get(id), id).toBeGreaterThanOrEqual(count);
    const group = [...found].filter(([id]) => id.startsWith('meeting-group'));
    expect([0, 3]).toContain(group.length);
    expect(new Set(group.map(([, count]) => count)).size).toBeLessThanOrEqual(1);
    for (const path of await folders.filesIn()) {
      const text = await readFile(join(folders.dataFolder, path), 'utf8');
      expect(() => JSON.parse(text) as unknown, path).not.toThrow();
    }
  }
  expect(acknowledged.size).toBe(6);
}, 120_000);
