import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './lib/app-build.ts';
import { prepareForTests, runJourneys } from './lib/journeys.ts';
import { makeSampleData, writeSampleData } from './lib/sample-data.ts';
import { sampleScreens } from './lib/sample-screens.ts';
import { runCommand, say } from './lib/terminal.ts';

const wish = { people: 12, years: 3, now: '2026-11-23T09:35:00Z', timeZone: 'Europe/London' };

/**
 * Takes the pictures in docs/screenshots/ anew: `npm run screenshots`. With `-- --all [--to FOLDER]
 * [--only NAME,NAME]` it takes every screen with sample data instead, at several widths, light and
 * dark, into a folder.
 */
async function takePictures(args: readonly string[]): Promise<number> {
  await prepareForTests();
  if (!args.includes('--all')) {
    const { code } = await runJourneys(['--project=screenshots', ...args]);
    return code;
  }
  const { values } = parseArgs({
    args: [...args],
    options: { all: { type: 'boolean' }, to: { type: 'string' }, only: { type: 'string' } },
  });
  const to = values.to === undefined ? await newFolder('pictures') : resolve(values.to);
  const code = await takeAll(to, values.only?.split(',') ?? null);
  say(`The pictures are in ${to}.`);
  return code;
}

async function takeAll(to: string, only: readonly string[] | null): Promise<number> {
  const data = await newFolder('data');
  try {
    const documents = await makeSampleData(wish);
    // Compiles the texts, which the store speaks when it is filled.
    await buildIfStale();
    await writeSampleData(data, documents);
    const screens = sampleScreens(documents)
      .filter(({ isThere }) => isThere)
      .filter(({ name }) => only?.includes(name) ?? true);
    Object.assign(process.env, {
      EVENKEEL_PICTURES: to,
      EVENKEEL_PICTURES_DATA: data,
      EVENKEEL_PICTURES_NOW: wish.now,
      EVENKEEL_PICTURES_OF: JSON.stringify(screens),
    });
    const { code } = await runJourneys(['--project=all-screens']);
    return code;
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

function newFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `evenkeel-${name}-`));
}

await runCommand(() => takePictures(process.argv.slice(2)));
