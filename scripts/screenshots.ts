import { prepareForTests, runJourneys } from './lib/journeys.ts';
import { runCommand } from './lib/terminal.ts';

/** Takes the pictures in docs/screenshots/ anew: `npm run screenshots`. */
await runCommand(async () => {
  await prepareForTests();
  const { code } = await runJourneys(['--project=screenshots', ...process.argv.slice(2)]);
  return code;
});
