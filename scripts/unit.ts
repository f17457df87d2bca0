import { prepareForTests } from './lib/journeys.ts';
import { compileMessages } from './lib/messages.ts';
import { runCommand } from './lib/terminal.ts';
import { runUnitTests } from './lib/unit-tests.ts';

/** Runs the unit and component tests: `npm run unit -- [vitest's own arguments]`. */
await runCommand(async () => {
  // Some unit tests are about displays, buses and windows.
  await prepareForTests();
  await compileMessages();
  const { code } = await runUnitTests(process.argv.slice(2));
  return code;
});
