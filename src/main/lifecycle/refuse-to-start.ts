import type { App, Dialog } from 'electron';
import { m } from '../../messages/index.ts';
import { report } from '../platform/report.ts';
import { exitCodes } from './exit-codes.ts';

/** After this long nobody is there to read it. */
const patienceMilliseconds = 60_000;

/**
 * Ends a start whose data cannot be reached: the sentence goes to the terminal, and where nobody
 * sees one also onto the screen.
 */
export async function refuseToStart(
  app: Pick<App, 'exit'>,
  dialog: Pick<Dialog, 'showMessageBox'>,
  sentence: string,
): Promise<void> {
  console.error(sentence);
  if (!process.stderr.isTTY) await showOnScreen(dialog, sentence);
  app.exit(exitCodes.dataFolderUnusable);
}

async function showOnScreen(
  dialog: Pick<Dialog, 'showMessageBox'>,
  sentence: string,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds);
  });
  try {
    const box = { type: 'error', message: m.main_start_failed_title(), detail: sentence } as const;
    await Promise.race([dialog.showMessageBox(box), patience]);
  } catch (error) {
    report(error);
  } finally {
    clearTimeout(timer);
  }
}
