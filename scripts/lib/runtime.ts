import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadElectron } from './electron-download.ts';
import { CommandError, exitCode } from './exit-codes.ts';
import { isRoot } from './machine-facts.ts';
import { inProject, packageVersion } from './project.ts';

export type RuntimeName = 'electron' | 'stand-in';

/** What runs the built app, and why this one. */
export interface Runtime {
  readonly name: RuntimeName;
  /** The version of Electron, or the one whose API the stand-in answers for. */
  readonly version: string;
  /** The program that is given the app's folder. */
  readonly executable: string;
  /** To be added to the environment of the app, of Playwright and of electron-vite. */
  readonly env: Readonly<Record<string, string>>;
  /** Why it is this one: half a sentence. */
  readonly reason: string;
}

/** Set to `electron` or `standin`, this decides without trying anything. */
const runtimeVariable = 'EVENKEEL_RUNTIME';

const standinFolder = inProject('e2e', 'electron-standin');

/**
 * Picks real Electron where its binary is there or can be downloaded, else the stand-in. Without
 * a network that is decided within five seconds.
 * @throws CommandError when the one that was asked for cannot be had.
 */
export async function chooseRuntime(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Runtime> {
  const wanted = environment[runtimeVariable];
  if (wanted === 'standin') return standIn(`${runtimeVariable}=standin`);
  if (wanted !== undefined && wanted !== '' && wanted !== 'electron') {
    throw new CommandError(
      `${runtimeVariable} is "${wanted}"; it can be electron or standin.`,
      exitCode.usage,
    );
  }
  const installed = installedElectron();
  if (installed !== undefined) return electron(installed, 'its binary is installed');
  const download = await downloadElectron();
  if (download.isThere) return electron(installedElectron(), 'its binary was downloaded');
  const reason = `Electron's binary could not be downloaded (${download.reason})`;
  if (wanted === 'electron') throw new CommandError(`${reason}.`, exitCode.noRuntime);
  return standIn(reason);
}

/** One line that says what the app runs on, and why. */
export function describeRuntime(runtime: Runtime): string {
  return runtime.name === 'electron'
    ? `Runtime: Electron ${runtime.version} (${runtime.reason}).`
    : `Runtime: the stand-in for Electron ${runtime.version}, because ${runtime.reason}.`;
}

/**
 * What Chromium needs in its environment to start as root, which it refuses otherwise. As a
 * variable, not as a switch: so the app's own arguments stay the app's own.
 */
export function sandboxEnvironment(): Readonly<Record<string, string>> {
  return isRoot() ? { ELECTRON_DISABLE_SANDBOX: '1' } : {};
}

function installedElectron(): string | undefined {
  const folder = inProject('node_modules', 'electron');
  try {
    const executable = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const path = join(folder, 'dist', executable);
    return executable !== '' && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function electron(executable: string | undefined, reason: string): Runtime {
  if (executable === undefined) {
    throw new CommandError("Electron's installer left no binary behind.", exitCode.noRuntime);
  }
  const env = { [runtimeVariable]: 'electron', ELECTRON_EXEC_PATH: executable };
  return { name: 'electron', version: packageVersion('electron'), executable, env, reason };
}

function standIn(reason: string): Runtime {
  const executable = join(standinFolder, 'electron');
  if (!existsSync(executable)) {
    throw new CommandError(`The stand-in is not at ${executable}.`, exitCode.noRuntime);
  }
  const env = {
    [runtimeVariable]: 'standin',
    // Read by the electron package itself, and so by Playwright.
    ELECTRON_OVERRIDE_DIST_PATH: standinFolder,
    // Read by electron-vite.
    ELECTRON_EXEC_PATH: executable,
  };
  return { name: 'stand-in', version: packageVersion('electron'), executable, env, reason };
}
