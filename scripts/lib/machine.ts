import { CommandError, exitCode } from './exit-codes.ts';
import { machineFacts } from './machine-facts.ts';
import { planMachine, systemNeeds } from './machine-plan.ts';
import type { SystemNeed } from './machine-plan.ts';
import { run } from './run.ts';
import type { RuntimeName } from './runtime.ts';
import { say } from './terminal.ts';

const installLimitMilliseconds = 10 * 60_000;

/** What a runtime needs of the system to open windows on a display. */
export function needsOf(runtime: RuntimeName): readonly SystemNeed[] {
  return runtime === 'stand-in'
    ? [systemNeeds.chromium, systemNeeds.sessionBus]
    : [systemNeeds.sessionBus];
}

/** What the journeys need besides: a display, a bus and a window manager of their own. */
export const journeyNeeds: readonly SystemNeed[] = [
  systemNeeds.virtualDisplay,
  systemNeeds.sessionBus,
  systemNeeds.windowManager,
];

/** What the stand-in's own tests look at its windows and processes with. */
export const standInTestNeeds: readonly SystemNeed[] = [
  systemNeeds.windowList,
  systemNeeds.keyboard,
  systemNeeds.processList,
];

/** What a power cut is simulated with, by root alone. */
export const powerCutNeeds: readonly SystemNeed[] = [
  systemNeeds.mount,
  systemNeeds.makeFileSystem,
  systemNeeds.perl,
];

/**
 * Sees that what is needed is installed: installs it where this user may (root on Debian or
 * Ubuntu), and says so in one line.
 * @throws CommandError that names the one command to type, where it may not.
 */
export async function prepareMachine(needs: readonly SystemNeed[]): Promise<void> {
  const plan = planMachine([...new Set(needs)], machineFacts());
  if (plan.action === 'nothing') return;
  const names = plan.packages.join(', ');
  if (plan.action === 'tell') {
    throw new CommandError(
      `Missing on this machine: ${names}. To install: ${plan.advice}`,
      exitCode.missingPackages,
    );
  }
  say(`Installing Debian's packages that are missing here: ${names}.`);
  await aptGet(['update']);
  await aptGet(['install', '-y', '--no-install-recommends', ...plan.packages]);
}

async function aptGet(args: readonly string[]): Promise<void> {
  const patience = ['-o', 'Acquire::http::Timeout=30', '-o', 'DPkg::Lock::Timeout=120'];
  const result = await run('apt-get', ['-q', ...patience, ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    output: 'collect',
    timeoutMilliseconds: installLimitMilliseconds,
  });
  if (result.code === exitCode.ok) return;
  const lastLines = result.output.trim().split('\n').slice(-5).join('\n');
  throw new CommandError(
    `apt-get ${args.join(' ')} did not succeed:\n${lastLines}`,
    exitCode.missingPackages,
  );
}
