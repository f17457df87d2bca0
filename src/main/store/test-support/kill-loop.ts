import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { StoreFolders } from './store-bench.ts';

/** What so many kills in the middle of writing came to. */
export interface KillOutcome {
  readonly kills: number;
  /** Documents of which an acknowledged version was not there any more, after any of the kills. */
  readonly lost: number;
  /** Acts on several documents of which a part alone was there. */
  readonly halfDone: number;
  /** Files that hold no JSON. */
  readonly unreadable: number;
  /** Things that the store found wrong when it opened again. */
  readonly problems: readonly string[];
  /** Documents that were acknowledged at least once. */
  readonly acknowledged: number;
}

/** The longest that a writer writes before it is killed. */
const longestMilliseconds = 120;
const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Starts a process that edits several documents without end, one at a time and three in one act,
 * kills it, opens what it left, and so on: all in one folder, which grows older with every kill.
 */
export async function killAgainAndAgain(kills: number): Promise<KillOutcome> {
  const folders = await StoreFolders.make();
  try {
    const script = await bundleWriter(join(folders.root, 'writer'));
    const acknowledged = new Map<string, number>();
    const outcome = { lost: 0, halfDone: 0, unreadable: 0, problems: new Set<string>() };
    for (let kill = 0; kill < kills; kill += 1) {
      const milliseconds = Math.random() * longestMilliseconds;
      takeAcknowledged(await writeUntilKilled(script, folders, milliseconds), acknowledged);
      await look(folders, acknowledged, outcome);
    }
    const problems = [...outcome.problems];
    return { kills, ...outcome, problems, acknowledged: acknowledged.size };
  } finally {
    await folders.remove();
  }
}

interface Tally {
  lost: number;
  halfDone: number;
  unreadable: number;
  readonly problems: Set<string>;
}

/** Opens what a kill has left, and counts what is wrong with it. */
async function look(
  folders: StoreFolders,
  acknowledged: ReadonlyMap<string, number>,
  tally: Tally,
): Promise<void> {
  const store = await folders.open();
  for (const { message } of store.problems()) tally.problems.add(message);
  const meetings = await store.list('meeting');
  await store.close();
  const found = new Map(meetings.map(({ id, notes }) => [id, Number(notes)]));
  for (const [id, count] of acknowledged) if ((found.get(id) ?? -1) < count) tally.lost += 1;
  const group = [...found].filter(([id]) => id.startsWith('meeting-group'));
  const isWhole =
    [0, 3].includes(group.length) && new Set(group.map(([, count]) => count)).size < 2;
  if (!isWhole) tally.halfDone += 1;
  for (const path of await folders.filesIn()) {
    const text = await readFile(join(folders.dataFolder, path), 'utf8');
    if (!isJson(text)) tally.unreadable += 1;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Makes a few files of the writer: started so often, it must not load hundreds of modules. */
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
          writer: source('./endless-writer.ts'),
          'store-worker': source('../store-worker.ts'),
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
