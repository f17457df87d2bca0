import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { guideReport } from '../src/domain/guide/test-data/report.ts';
import { exitCode } from './lib/exit-codes.ts';
import { readOptions } from './lib/options.ts';
import { runCommand, say } from './lib/terminal.ts';

const usage = 'npm run guide-report -- [--json PATH]';

const wishSchema = v.object({ json: v.optional(v.pipe(v.string(), v.minLength(1))) });

/** Says what the shipped guide covers and how it reads; fails where a point is missing. */
function reportGuide(args: readonly string[]): number {
  const { json: path } = readOptions(args, { schema: wishSchema, usage }).options;
  const report = guideReport();
  say(
    `${String(report.covered)} of ${String(report.points)} points are covered; missing: ${report.missing.join(', ') || 'none'}.`,
  );
  say(`The article has ${String(report.articleWords)} words.`);
  for (const { group, id, words, grade, points, evidence, sources } of report.pages) {
    say(
      `${`${group}/${id}`.padEnd(36)} ${String(words).padStart(5)} words, grade ${grade.toFixed(1)} (at most ${String(report.highestGrade)}), ${String(points)} points, ${evidence.join(', ')}`,
    );
    for (const source of sources) say(`  ${source}`);
  }
  if (path !== undefined) writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  return report.missing.length === 0 ? exitCode.ok : exitCode.failed;
}

await runCommand(() => Promise.resolve(reportGuide(process.argv.slice(2))));
