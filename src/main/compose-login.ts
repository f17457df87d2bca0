import { app } from 'electron';
import type { LoginItem } from './login/login-item.ts';
import { loginCommand } from './login/login-command.ts';
import { createSystemLoginItem } from './login/system-login-item.ts';
import { createXdgAutostart } from './login/xdg-autostart.ts';
import type { NewId } from './platform/ids.ts';

/** Starting at login, by this system's own way. */
export function composeLogin(newId: NewId, dataFolder: string | null): LoginItem {
  const environment = process.env;
  const command = loginCommand({
    ...{ environment, dataFolder },
    executable: process.execPath,
    appFolder: app.isPackaged ? null : app.getAppPath(),
  });
  return process.platform === 'linux'
    ? createXdgAutostart({ environment, command, newId })
    : createSystemLoginItem({ app, command });
}

/** macOS tells a start at login from another one by no flag. */
export const isLoginStart = (): boolean =>
  process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
