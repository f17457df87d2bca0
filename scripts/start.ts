import { buildIfStale } from './lib/app-build.ts';
import { displayState, explainDisplay } from './lib/display.ts';
import { CommandError, exitCode } from './lib/exit-codes.ts';
import { isRoot } from './lib/machine-facts.ts';
import { needsOf, prepareMachine } from './lib/machine.ts';
import { systemNeeds } from './lib/machine-plan.ts';
import { projectRoot } from './lib/project.ts';
import { run } from './lib/run.ts';
import type { Runtime } from './lib/runtime.ts';
import { chooseRuntime, describeRuntime, sandboxEnvironment } from './lib/runtime.ts';
import { sandboxHint } from './lib/sandbox-hint.ts';
import { runCommand, say } from './lib/terminal.ts';
import { startVirtualDisplay } from './lib/virtual-display.ts';

const virtualDisplayFlag = '--virtual-display';

/** Opens Evenkeel: `npm start -- [--virtual-display] [the app's own flags]`. */
async function start(args: readonly string[]): Promise<number> {
  const isVirtual = args.includes(virtualDisplayFlag);
  const appArguments = args.filter((argument) => argument !== virtualDisplayFlag);
  const display = await displayState();
  if (display.kind !== 'there' && !isVirtual) {
    throw new CommandError(explainDisplay(display), exitCode.noDisplay);
  }
  const runtime = await chooseRuntime();
  say(describeRuntime(runtime));
  if (isRoot()) say("Running as root, where Chromium's sandbox cannot work: it is switched off.");
  else await sayHowToBeSandboxed(runtime, appArguments);
  await prepareMachine([
    ...needsOf(runtime.name),
    ...(isVirtual ? [systemNeeds.virtualDisplay] : []),
  ]);
  await buildIfStale();
  const env = { ...runtime.env, ...sandboxEnvironment(), ...(await virtualEnvironment(isVirtual)) };
  const result = await run(runtime.executable, ['.', ...appArguments], { cwd: projectRoot, env });
  return result.code;
}

async function sayHowToBeSandboxed(
  { name, executable }: Runtime,
  appArguments: readonly string[],
): Promise<void> {
  if (name !== 'electron' || appArguments.includes('--no-sandbox')) return;
  const hint = await sandboxHint(executable);
  if (hint !== null) say(hint);
}

async function virtualEnvironment(
  isVirtual: boolean,
): Promise<Readonly<Record<string, string | undefined>>> {
  if (!isVirtual) return {};
  const { name } = await startVirtualDisplay();
  say(`Running on the virtual display ${name}; Ctrl-C ends it.`);
  return { DISPLAY: name, WAYLAND_DISPLAY: undefined };
}

await runCommand(() => start(process.argv.slice(2)));
