import { compileMessages } from './lib/messages.ts';
import { needsOf, prepareMachine } from './lib/machine.ts';
import { toolScript } from './lib/project.ts';
import { runNode } from './lib/run.ts';
import { chooseRuntime, describeRuntime, sandboxEnvironment } from './lib/runtime.ts';
import { runCommand, say } from './lib/terminal.ts';

/** Runs the app from its sources and follows their changes: `npm run dev -- [the app's flags]`. */
async function develop(args: readonly string[]): Promise<number> {
  const runtime = await chooseRuntime();
  say(describeRuntime(runtime));
  await prepareMachine(needsOf(runtime.name));
  await compileMessages();
  const appArguments = args.length === 0 ? [] : ['--', ...args];
  const result = await runNode(toolScript('electron-vite'), ['dev', '--watch', ...appArguments], {
    env: { ...runtime.env, ...sandboxEnvironment() },
  });
  return result.code;
}

await runCommand(() => develop(process.argv.slice(2)));
