import { showDesktop } from '../e2e/fixtures/show-desktop.ts';
import { prepareForTests, runJourneys } from './lib/journeys.ts';
import { runCommand } from './lib/terminal.ts';

/**
 * Runs the journeys: `npm run e2e -- [playwright's own arguments]`, all but the screenshots unless
 * a project is named. `npm run e2e -- --desktop [the app's flags]` runs none, but puts the app on
 * a desktop with a panel and real notifications, to look at.
 */
async function journeys(args: readonly string[]): Promise<number> {
  if (args[0] === '--desktop') return showDesktop(args.slice(1));
  await prepareForTests();
  const isChosen = args.some((argument) => argument.startsWith('--project'));
  const projects = isChosen ? [] : ['--project=journeys', '--project=fixtures'];
  const { code } = await runJourneys([...projects, ...args]);
  return code;
}

await runCommand(() => journeys(process.argv.slice(2)));
