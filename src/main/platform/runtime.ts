import { m } from '../../messages/index.ts';

/**
 * What the app runs on, in words, such as "Electron 45.4.1". A runtime that stands in for Electron
 * says so by a version of its own in `versions` whose name begins with "electron-".
 * @param versions process.versions
 */
export function describeRuntime(versions: Readonly<Record<string, string | undefined>>): string {
  const version = versions.electron ?? '?';
  const isStandIn = Object.keys(versions).some((name) => name.startsWith('electron-'));
  return isStandIn ? m.main_runtime_stand_in({ version }) : m.main_runtime({ version });
}
