import { join } from 'node:path';
import type { EditLedger } from './edit-ledger.ts';
import type { StoreFolders } from './store-bench.ts';

/** Opens the store undisturbed, compares what it finds, and closes it as the app does. */
export async function visit(
  folders: StoreFolders,
  ledger: EditLedger,
  localFolder = folders.localFolder,
): Promise<void> {
  const store = await folders.openWith({ localFolder });
  const meetings = await store.list('meeting');
  ledger.compare(Object.fromEntries(meetings.map(({ id, notes }) => [id, notes])));
  for (const { message } of store.problems()) ledger.problems.add(message);
  await store.close();
}

/**
 * Compares with what a store finds that opens undisturbed, and with what another computer finds that
 * has the documents' files alone.
 */
export async function compareWithRestart(folders: StoreFolders, ledger: EditLedger): Promise<void> {
  await visit(folders, ledger);
  await visit(folders, ledger, join(folders.root, 'elsewhere'));
  const leftovers = (await folders.filesIn()).filter((path) => path.endsWith('.tmp'));
  for (const path of leftovers) ledger.problems.add(`${path} is left over.`);
}
