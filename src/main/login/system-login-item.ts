import type { App } from 'electron';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import { reasonOf } from '../store/save-failure.ts';
import type { LoginItem } from './login-item.ts';

export interface SystemLoginParts {
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** The program and what it is told; macOS starts its own bundle and takes neither. */
  readonly command: readonly string[];
}

/** Starting at login on macOS and Windows, whose lists the user sees in the system's settings. */
export function createSystemLoginItem({ app, command }: SystemLoginParts): LoginItem {
  const [path = '', ...args] = command;
  // Windows tells by path and arguments which entry is meant.
  const isOn = (): boolean => {
    const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ path, args });
    return process.platform === 'win32' ? executableWillLaunchAtLogin : openAtLogin;
  };
  return {
    read: () => Promise.resolve({ isOn: isOn(), canChange: true, note: null }),
    set: (openAtLogin) => {
      try {
        app.setLoginItemSettings({ openAtLogin, path, args });
        const isTaken = isOn() === openAtLogin;
        return Promise.resolve(
          isTaken ? success(null) : failure('refused', m.desk_login_refused()),
        );
      } catch (error) {
        const place = m.desk_login_place();
        const message = m.desk_login_failed({ place, reason: reasonOf(error) });
        return Promise.resolve(failure('unavailable', message));
      }
    },
  };
}
