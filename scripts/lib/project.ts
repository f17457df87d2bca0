import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder, absolute. */
export const projectRoot = resolve(import.meta.dirname, '..', '..');

/** An absolute path inside the project. */
export function inProject(...parts: readonly string[]): string {
  return join(projectRoot, ...parts);
}

/**
 * The script behind a command of an installed package, to be run by Node itself: so no shell and
 * no `.cmd` file stands between, on any system.
 * @throws when the package is not installed or has no such command.
 */
export function toolScript(packageName: string, command: string = packageName): string {
  const folder = inProject('node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = commandPath(manifest, command);
  if (script === undefined) throw new Error(`${packageName} has no command ${command}.`);
  return join(folder, script);
}

function commandPath(manifest: unknown, command: string): string | undefined {
  if (typeof manifest !== 'object' || manifest === null || !('bin' in manifest)) return undefined;
  const { bin } = manifest;
  if (typeof bin === 'string') return bin;
  if (typeof bin !== 'object' || bin === null) return undefined;
  const path: unknown = Object.entries(bin).find(([name]) => name === command)?.[1];
  return typeof path === 'string' ? path : undefined;
}

/** The version of an installed package, such as `45.4.1`. */
export function packageVersion(packageName: string): string {
  const path = inProject('node_modules', packageName, 'package.json');
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version);
  }
  throw new Error(`${path} has no version.`);
}
