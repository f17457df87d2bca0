import { buildAlways } from './lib/app-build.ts';
import { exitCode } from './lib/exit-codes.ts';
import { runCommand } from './lib/terminal.ts';

/** Builds the app into out/: `npm run build`. */
await runCommand(async () => {
  await buildAlways();
  return exitCode.ok;
});
