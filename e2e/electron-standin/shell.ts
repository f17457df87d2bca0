import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasProgram } from './app-paths.ts';
import { callMethod, hasSessionBus, sessionBus } from './linux/bus.ts';

/** A program that has not ended by then is the one that was asked for, and no longer our concern. */
const openWaitMs = 2000;

/** Opens a URL or file by the desktop's own program; rejects when there is none or it fails. */
async function open(target: string): Promise<void> {
  if (!hasProgram('xdg-open'))
    throw new Error('electron-standin: xdg-open was not found; on Debian: apt install xdg-utils');
  await new Promise<void>((resolve, reject) => {
    const child = spawn('xdg-open', [target], { stdio: 'ignore', detached: true });
    child.unref();
    setTimeout(resolve, openWaitMs).unref();
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Failed to open: xdg-open ended with ${String(code)}`));
    });
  });
}

async function showInFolder(path: string): Promise<void> {
  const fileManager = 'org.freedesktop.FileManager1';
  if (hasSessionBus()) {
    const call = {
      destination: fileManager,
      path: '/org/freedesktop/FileManager1',
      interface: fileManager,
      member: 'ShowItems',
    };
    const isShown = await sessionBus()
      .then((bus) => callMethod(bus, call, 'ass', [[pathToFileURL(path).href], '']))
      .then(
        () => true,
        () => false,
      );
    if (isShown) return;
  }
  await open(dirname(path));
}

/** `shell`. */
export const shell = {
  openExternal: open,
  openPath: (path) =>
    open(path).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
  showItemInFolder(path) {
    showInFolder(path).catch((error: unknown) => {
      console.error('electron-standin: shell.showItemInFolder failed:', error);
    });
  },
} satisfies Partial<Electron.Shell>;
