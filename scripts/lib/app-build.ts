import { readdirSync } from 'node:fs';
import { CommandError, exitCode } from './exit-codes.ts';
import type { Made } from './fingerprint.ts';
import { fingerprint, isStale, makeFrom } from './fingerprint.ts';
import { withLock } from './lock.ts';
import { compileMessages } from './messages.ts';
import { inProject, projectRoot, toolScript } from './project.ts';
import { runNode } from './run.ts';
import { complain, duration, say } from './terminal.ts';

const buildLimitMilliseconds = 3 * 60_000;
const inputs = ['src', 'resources', 'messages', 'package.json', 'package-lock.json'] as const;
const built: Made = {
  path: inProject('out', 'main', 'index.js'),
  stampPath: inProject('.cache', 'build-stamp'),
  sources: inputFingerprint,
};

/** Builds the app into out/ unless what is there was made from the very same sources. */
export async function buildIfStale(): Promise<void> {
  // Two commands started at once would write over each other's files.
  await withLock(inProject('.cache', 'build.lock'), async () => {
    if (isStale(built)) await build();
  });
}

/** Builds the app into out/, come what may. */
export async function buildAlways(): Promise<void> {
  await withLock(inProject('.cache', 'build.lock'), build);
}

function build(): Promise<void> {
  return makeFrom(built, runBuild);
}

async function runBuild(): Promise<void> {
  await compileMessages();
  const result = await runNode(toolScript('electron-vite'), ['build'], {
    env: { NODE_ENV: 'production' },
    output: 'collect',
    timeoutMilliseconds: buildLimitMilliseconds,
  });
  if (result.code !== exitCode.ok) {
    complain(result.output.trim());
    throw new CommandError('The app could not be built.', exitCode.failed);
  }
  say(`Built the app in ${duration(result.milliseconds)}.`);
}

function inputFingerprint(): string {
  const rootFiles = readdirSync(projectRoot).filter((name) =>
    /^(?:tsconfig.*\.json|(?:svelte|electron\.vite)\.config\.\w+)$/.test(name),
  );
  return fingerprint(
    projectRoot,
    [...inputs, ...rootFiles].map((name) => inProject(name)),
    (path) => !path.startsWith('src/messages/generated/') && !path.endsWith('.test.ts'),
  );
}
