import { build, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import config from '../electron-builder.config.ts';
import { buildIfStale } from './lib/app-build.ts';
import { exitCode } from './lib/exit-codes.ts';
import { chooseRuntime } from './lib/runtime.ts';
import { checkPackage } from './lib/package-contents.ts';
import { writeStubElectron } from './lib/stub-electron.ts';
import { complain, runCommand, say } from './lib/terminal.ts';

/** The project's configuration; what was packed is looked at before anything is made of it. */
const checked: Configuration = {
  ...config,
  afterPack: ({ packager, appOutDir }) =>
    checkPackage(join(packager.getResourcesDir(appOutDir), 'app.asar')),
};

/**
 * Packages the app for this system: `npm run dist`. Where Electron's program cannot be had there
 * is nothing to package; then the configuration alone is tried out, on a stub.
 */
async function distribute(): Promise<number> {
  await buildIfStale();
  const runtime = await chooseRuntime();
  if (runtime.name === 'electron') {
    const files = await build({ config: checked, publish: 'never' });
    for (const file of files) say(file);
    return exitCode.ok;
  }
  await tryConfiguration();
  complain(
    `No package was made, because ${runtime.reason}. The configuration was tried on a stub up to the finished folder, and is in order.`,
  );
  return exitCode.noRuntime;
}

async function tryConfiguration(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-dist-'));
  const electronDist = join(folder, 'electron');
  try {
    await writeStubElectron(electronDist);
    await build({
      config: {
        ...checked,
        electronDist,
        directories: { ...config.directories, output: join(folder, 'dist') },
      },
      targets: Platform.LINUX.createTarget('dir'),
      publish: 'never',
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await runCommand(distribute);
