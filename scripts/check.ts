import { runChecks } from './lib/checks.ts';
import { exitCode } from './lib/exit-codes.ts';
import { runCommand } from './lib/terminal.ts';

/** Checks everything that can be checked without running the app: `npm run check`. */
await runCommand(async () => {
  const { failures } = await runChecks();
  return failures.length === 0 ? exitCode.ok : exitCode.failed;
});
