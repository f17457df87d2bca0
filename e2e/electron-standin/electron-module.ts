import { registerHooks } from 'node:module';
import { absentModule, refusingAbsent } from './absent.ts';
import { app } from './app.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { NativeImageStandin } from './native-image.ts';
import { protocol } from './protocol.ts';
import { defaultSession } from './session.ts';
import { allWebContents } from './web-contents-registry.ts';
import { clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { nativeTheme } from './native-theme.ts';
import { NotificationStandin } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { screen } from './screen.ts';
import { shell } from './shell.ts';
import { TrayStandin } from './tray.ts';
import { globalShortcut, safeStorage } from './unavailable.ts';
import { BrowserWindowStandin } from './windows/browser-window.ts';

const webContents = {
  getAllWebContents: () => allWebContents().map((page) => page.asElectron),
  fromId: (id) => allWebContents().find((page) => page.id === id)?.asElectron,
  fromDevToolsTargetId: (targetId) =>
    allWebContents().find((page) => page.targetId === targetId)?.asElectron,
  getFocusedWebContents: () =>
    allWebContents().find((page) => page.isFocused())?.asElectron ?? null,
} satisfies Pick<
  typeof Electron.WebContents,
  'getAllWebContents' | 'fromId' | 'fromDevToolsTargetId' | 'getFocusedWebContents'
>;

/** Every name that Electron's main process exports; what the stand-in lacks refuses when it is used. */
const names = [
  'app',
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'BrowserWindow',
  'clipboard',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'dialog',
  'globalShortcut',
  'inAppPurchase',
  'ipcMain',
  'Menu',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'nativeTheme',
  'net',
  'netLog',
  'Notification',
  'powerMonitor',
  'powerSaveBlocker',
  'protocol',
  'pushNotifications',
  'safeStorage',
  'screen',
  'session',
  'ShareMenu',
  'shell',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'utilityProcess',
  'View',
  'webContents',
  'WebContentsView',
  'webFrameMain',
] as const;

const implemented: Partial<Record<(typeof names)[number], object>> = {
  app,
  BrowserWindow: BrowserWindowStandin,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage: NativeImageStandin,
  nativeTheme,
  Notification: NotificationStandin,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session: { defaultSession },
  shell,
  Tray: TrayStandin,
  webContents,
};

/** Makes `electron` a module that can be imported and required. */
export function installElectronModule(): void {
  const electron: Record<string, object> = {};
  for (const name of names) {
    const known = implemented[name];
    electron[name] = known ? refusingAbsent(name, known) : absentModule(name);
  }
  const key = Symbol.for('electron-standin');
  Reflect.set(globalThis, key, electron);
  const taken = `globalThis[Symbol.for('electron-standin')]`;
  const asModule = `const electron = ${taken}; export default electron;\n${names.map((name) => `export const ${name} = electron.${name};`).join('\n')}`;
  const asCommonJs = `module.exports = ${taken};`;
  registerHooks({
    resolve: (specifier, context, next) => {
      if (!/^electron(\/(main|common))?$/.test(specifier)) return next(specifier, context);
      const isRequired = context.conditions.includes('require');
      return {
        url: isRequired ? 'electron-standin:commonjs' : 'electron-standin:module',
        shortCircuit: true,
      };
    },
    load: (url, context, next) => {
      if (url === 'electron-standin:module')
        return { format: 'module', source: asModule, shortCircuit: true };
      if (url === 'electron-standin:commonjs')
        return { format: 'commonjs', source: asCommonJs, shortCircuit: true };
      return next(url, context);
    },
  });
}
