import { registerHooks } from 'node:module';
import { absentModule, refusingAbsent } from './absent.ts';
import { app } from './app.ts';
import { clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { NativeImageStandin } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { NotificationStandin } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { protocol } from './protocol.ts';
import { allPages } from './registry.ts';
import { screen } from './screen.ts';
import { defaultSession, sessionTooEarly } from './session.ts';
import { shell } from './shell.ts';
import { TrayStandin } from './tray.ts';
import { globalShortcut, safeStorage } from './unavailable.ts';
import { BrowserWindowStandin } from './windows/browser-window.ts';

const webContents = {
  fromDevToolsTargetId: (targetId: string): Electron.WebContents | undefined =>
    [...allPages].find((page) => page.targetId === targetId)?.asElectron,
};

const implemented = {
  ...{ app, clipboard, dialog, globalShortcut, ipcMain, Menu, nativeTheme, powerMonitor, protocol },
  ...{ safeStorage, screen, shell, webContents },
  BrowserWindow: BrowserWindowStandin,
  nativeImage: NativeImageStandin,
  Notification: NotificationStandin,
  session: {
    get defaultSession() {
      app.needsReady(sessionTooEarly);
      return defaultSession;
    },
  },
  Tray: TrayStandin,
};

/** What else Electron's main process exports: it refuses when it is used. */
const absent = [
  ...['autoUpdater', 'BaseWindow', 'BrowserView', 'contentTracing', 'crashReporter'],
  ...['desktopCapturer', 'inAppPurchase', 'MenuItem', 'MessageChannelMain', 'net', 'netLog'],
  ...['powerSaveBlocker', 'pushNotifications', 'ShareMenu', 'systemPreferences', 'TouchBar'],
  ...['utilityProcess', 'View', 'WebContentsView', 'webFrameMain'],
];

/** Makes `electron` a module that can be imported and required. */
export function installElectronModule(): void {
  const electron: Record<string, object> = {};
  for (const [name, known] of Object.entries<object>(implemented))
    electron[name] = refusingAbsent(name, known);
  for (const name of absent) electron[name] = absentModule(name);
  Reflect.set(globalThis, Symbol.for('electron-standin'), electron);
  const taken = `globalThis[Symbol.for('electron-standin')]`;
  const names = Object.keys(electron).join(', ');
  const sources: Record<string, string> = {
    module: `const electron = ${taken}; export default electron; export const { ${names} } = electron;`,
    commonjs: `module.exports = ${taken};`,
  };
  registerHooks({
    resolve: (specifier, context, next) => {
      if (!/^electron(\/(main|common))?$/.test(specifier)) return next(specifier, context);
      const format = context.conditions.includes('require') ? 'commonjs' : 'module';
      return { url: `electron-standin:${format}`, format, shortCircuit: true };
    },
    load: (url, context, next) => {
      const [, format = ''] = url.split('electron-standin:');
      const source = sources[format];
      if (source === undefined) return next(url, context);
      return { format, source, shortCircuit: true };
    },
  });
}
