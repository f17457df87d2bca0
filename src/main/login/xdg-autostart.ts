import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { failure, success } from '../../ipc/result.ts';
import type { LoginState } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { appName } from '../platform/app-id.ts';
import type { NewId } from '../platform/ids.ts';
import { removeFile, replaceFile } from '../store/durable-file.ts';
import { errorCode, nodeFileSystem } from '../store/file-system.ts';
import { reasonOf } from '../store/save-failure.ts';
import { execValue, readDesktopEntry, writeDesktopEntry } from './desktop-entry.ts';
import type { LoginItem } from './login-item.ts';

export interface AutostartParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What is to be started at login. */
  readonly command: readonly string[];
  readonly newId: NewId;
}

/** Starting at login on Linux: a file in the autostart folder of the XDG specification. */
export function createXdgAutostart({ environment, command, newId }: AutostartParts): LoginItem {
  const path = join(configFolder(environment), 'autostart', 'evenkeel.desktop');
  const exec = execValue(command);
  return {
    read: async () => {
      if (isSandboxed(environment)) return unchangeable(m.desk_login_sandboxed());
      try {
        return stateOf(readDesktopEntry(await readFile(path, 'utf8')), exec);
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return { isOn: false, canChange: true, note: null };
        return unchangeable(m.desk_login_unreadable({ reason: reasonOf(error) }));
      }
    },
    set: async (isOn) => {
      try {
        if (isOn) await writeEntry(path, exec, newId);
        else await removeFile(nodeFileSystem, path);
        return success(null);
      } catch (error) {
        const message = m.desk_login_failed({ place: path, reason: reasonOf(error) });
        return failure('unavailable', message);
      }
    },
  };
}

const unchangeable = (note: string): LoginState => ({ isOn: false, canChange: false, note });

/** The specification has the variable ignored where it is no absolute path. */
function configFolder({ XDG_CONFIG_HOME: named = '', HOME: home = '' }: Environment): string {
  return isAbsolute(named) ? named : join(home === '' ? homedir() : home, '.config');
}

type Environment = AutostartParts['environment'];

/** There the folder is another one than the session reads. */
const isSandboxed = ({ FLATPAK_ID, SNAP }: Environment): boolean =>
  FLATPAK_ID !== undefined || SNAP !== undefined;

/** Desktops switch an entry off by a line of their own and leave the file where it is. */
function stateOf(entry: ReadonlyMap<string, string>, exec: string | null): LoginState {
  const isOff =
    entry.get('Hidden') === 'true' || entry.get('X-GNOME-Autostart-enabled') === 'false';
  const starts = entry.get('Exec') ?? '';
  if (isOff || starts === '') return { isOn: false, canChange: true, note: null };
  if (starts === exec) return { isOn: true, canChange: true, note: null };
  return { isOn: false, canChange: true, note: m.desk_login_elsewhere({ command: starts }) };
}

async function writeEntry(path: string, exec: string | null, newId: NewId): Promise<void> {
  if (exec === null) throw new Error('A path with a control character cannot be written there.');
  const text = writeDesktopEntry({
    Type: 'Application',
    Name: appName,
    Comment: '1:1s, prepared and reminded of',
    Icon: 'evenkeel',
    Exec: exec,
    Terminal: 'false',
    'X-GNOME-Autostart-enabled': 'true',
  });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replaceFile(nodeFileSystem, path, new TextEncoder().encode(text), newId());
}
