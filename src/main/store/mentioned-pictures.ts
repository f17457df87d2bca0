import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { pictureFilesIn } from '../../domain/library/picture-types.ts';
import type { Disk } from './document-file.ts';
import { libraryFolder } from './document-paths.ts';
import { errorCode } from './file-system.ts';
import type { Journal } from './journal.ts';
import { quarantineFolderOf } from './quarantine.ts';
import type { Reading } from './read-folder.ts';

/**
 * The names of all pictures that anything mentions which is kept on this computer: documents and the
 * copies that sync tools left of them, copies that were set aside, acts that can be taken back, and
 * earlier versions, of which backups are made. Rejects when any of it cannot be read.
 */
export async function mentionedPictures(
  { disk, dataFolder, localFolder, history }: Reading,
  journal: Journal,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const note = (text: string): void => {
    for (const name of pictureFilesIn(text)) found.add(name);
  };
  const folders = [join(dataFolder, libraryFolder), quarantineFolderOf(localFolder)];
  for (const path of (await Promise.all(folders.map((one) => filesIn(disk, one)))).flat()) {
    note(await textAt(disk, path));
    await breathe();
  }
  for (const text of journal.texts()) note(text);
  for (const number of history.numbersOf('article')) {
    note(history.textOf(number) ?? '');
    // Whoever saves something meanwhile does not wait for all of them.
    await breathe();
  }
  return [...found];
}

async function filesIn({ files }: Disk, folder: string): Promise<readonly string[]> {
  try {
    const items = await files.readFolder(folder);
    return items.filter(({ isFolder }) => !isFolder).map(({ name }) => join(folder, name));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Of a file that is damaged, too: it may be mended by hand one day. */
async function textAt({ files, codec }: Disk, path: string): Promise<string> {
  const bytes = await files.readFile(path);
  try {
    return codec.decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
