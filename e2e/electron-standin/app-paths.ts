import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

type PathName = Parameters<Electron.App['getPath']>[0];

/** The app's folders by Electron's names, which `app.getPath` gives and `app.setPath` changes. */
export class AppPaths {
  readonly #set = new Map<string, string>();

  /** @param appName what the folder for the user's data is called */
  get(name: PathName, appName: string): string {
    const known = this.#set.get(name);
    if (known !== undefined) return known;
    const home = homedir();
    const config = process.env.XDG_CONFIG_HOME ?? join(home, '.config');
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the rest names itself
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        return config;
      case 'userData':
        return join(this.get('appData', appName), appName);
      case 'sessionData':
        return this.get('userData', appName);
      case 'logs':
        return join(this.get('userData', appName), 'logs');
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.execPath;
      case 'desktop':
        return userFolder('DESKTOP', join(home, 'Desktop'));
      case 'documents':
        return userFolder('DOCUMENTS', join(home, 'Documents'));
      case 'downloads':
        return userFolder('DOWNLOAD', join(home, 'Downloads'));
      default:
        throw new Error(`electron-standin: app.getPath('${name}') is not implemented`);
    }
  }

  set(name: PathName, path: string): void {
    if (!path.startsWith('/')) throw new Error('Path must be absolute');
    this.#set.set(name, path);
  }
}

/** The folder as xdg-user-dirs has it, where that is installed. */
function userFolder(name: string, usual: string): string {
  const file = join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'user-dirs.dirs');
  const line =
    existsSync(file) &&
    new RegExp(`^XDG_${name}_DIR="(.*)"$`, 'm').exec(readFileSync(file, 'utf8'));
  return line ? (line[1] ?? usual).replace('$HOME', homedir()) : usual;
}

/** The user's languages, best first, as the environment names them: "en-GB". */
export function preferredLanguages(): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const named = [...(LANGUAGE ?? '').split(':'), LC_ALL ?? LC_MESSAGES ?? LANG ?? ''];
  const tags = named
    .map((name) => name.replace(/[.@].*$/, '').replace('_', '-'))
    .filter((name) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(name));
  return tags.length > 0 ? [...new Set(tags)] : ['en-US'];
}

/** Whether a program is on PATH. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'command -v "$0"', name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
