import { exitCode } from './lib/exit-codes.ts';
import { compileMessages } from './lib/messages.ts';
import { runCommand } from './lib/terminal.ts';

/** The messages alone, for whoever has added one: `npm run messages`. */
await runCommand(async () => {
  await compileMessages();
  return exitCode.ok;
});
