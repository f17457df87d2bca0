import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { exitCode } from './lib/exit-codes.ts';
import { compileMessages } from './lib/messages.ts';
import { readOptions } from './lib/options.ts';
import { makeSampleData, writeSampleData } from './lib/sample-data.ts';
import { runCommand, say } from './lib/terminal.ts';

const usage =
  'npm run sample-data -- --people 12 --years 3 [--to FOLDER] [--now 2026-11-23T09:35:00Z] [--zone Europe/London]';

const numberFrom = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most));

const wishSchema = v.object({
  people: v.optional(numberFrom(1, 200), '12'),
  years: v.optional(numberFrom(1, 20), '3'),
  to: v.optional(v.pipe(v.string(), v.minLength(1))),
  now: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  zone: v.optional(v.pipe(v.string(), v.check(isTimeZone))),
});

/**
 * Writes made-up data to a folder, a new one where none is named. The same people, years, present and
 * zone give the same files.
 */
async function writeSample(args: readonly string[]): Promise<number> {
  const { people, years, to, now, zone } = readOptions(args, { schema: wishSchema, usage }).options;
  const wish = {
    ...{ people, years },
    now: now ?? new Date().toISOString(),
    timeZone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const folder = to === undefined ? await newFolder() : resolve(to);
  const documents = await makeSampleData(wish);
  await compileMessages();
  await writeSampleData(folder, documents);
  const count = (kind: string): number => documents.filter((one) => one.kind === kind).length;
  say(
    `${count('person')} people, ${count('series')} series, ${count('meeting')} meetings, ${count('feedback')} feedback notes, ${count('template')} template, up to ${wish.now} (${wish.timeZone}).`,
  );
  say(`They are in ${folder}. To look at them: npm start -- --data-dir ${folder}`);
  return exitCode.ok;
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'evenkeel-sample-'));
}

await runCommand(() => writeSample(process.argv.slice(2)));
