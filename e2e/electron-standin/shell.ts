import { setTimeout as wait } from 'node:timers/promises';
import { hasProgram, runProgram } from './desktop-program.ts';

/** A program that has not ended by then is the one that was asked for, and no longer our concern. */
const openWaitMs = 2000;

/** Opens a URL or file by the desktop's own program; rejects when there is none or it fails. */
async function open(target: string): Promise<void> {
  if (!hasProgram('xdg-open'))
    throw new Error('electron-standin: xdg-open was not found; on Debian: apt install xdg-utils');
  const opening = runProgram('xdg-open', [target]).then(({ code }) => code);
  const code = await Promise.race([opening, wait(openWaitMs, 0, { ref: false })]);
  if (code !== 0) throw new Error(`Failed to open: xdg-open ended with ${String(code)}`);
}

/** `shell`. */
export const shell = {
  openExternal: open,
  openPath: (path) =>
    open(path).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
} satisfies Partial<Electron.Shell>;
