import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { guideReport } from '../src/domain/guide/test-data/report.ts';
import { CommandError, exitCode } from './lib/exit-codes.ts';
import { runCommand, say } from './lib/terminal.ts';

const usage = 'npm run guide-report -- [--json PATH]';

/** Says what the shipped guide covers and how it reads; fails where a point is missing. */
function reportGuide(args: readonly string[]): number {
  const path = pathIn(args);
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

function pathIn(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'string' } } }).values.json;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${problem}\nUsage: ${usage}`, exitCode.usage);
  }
}

await runCommand(() => Promise.resolve(reportGuide(process.argv.slice(2))));
