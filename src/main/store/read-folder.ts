import { join } from 'node:path';
import type { Document } from '../../domain/documents/document.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import { m } from '../../messages/index.ts';
import { UnreadableDocument } from './disk-shape.ts';
import type { Disk } from './document-file.ts';
import { isDocumentFileName, peopleFolder } from './document-paths.ts';
import { isTemporaryName, removeQuietly } from './durable-file.ts';
import { eachOf } from './each-of.ts';
import { errorCode } from './file-system.ts';
import type { History } from './history.ts';
import type { Problems } from './problems.ts';
import { keepCopy } from './quarantine.ts';
import { reasonOf } from './save-failure.ts';
import type { Place, Shelf } from './shelf.ts';
import { folderNameIn } from './shelf.ts';

/** What reading a data folder needs. */
export interface Reading {
  readonly disk: Disk;
  readonly dataFolder: string;
  readonly localFolder: string;
  readonly shelf: Shelf;
  readonly problems: Problems;
  readonly history: History;
  /** Files that hold a document which is in another file, too: what sync tools leave. */
  readonly copies: string[];
}

/** Whether leftovers may be cleared away and copies of damaged files kept. */
export type Purpose = 'tidying' | 'looking';

/** Few enough that the system's limit of open files is never near. */
const filesAtOnce = 24;

/**
 * Reads every document into the shelf. A file that cannot be used is left where it is, a copy of
 * it is kept, and a problem says so; the rest is read all the same.
 */
export async function readFolder(reading: Reading, purpose: Purpose): Promise<void> {
  const folders = await itemsOf(reading, peopleFolder);
  const people = folders.filter(({ name, isFolder }) => isFolder && !name.startsWith('.'));
  const paths: string[] = [];
  await clearLeftovers(reading, purpose);
  await eachOf(people, filesAtOnce, async ({ name }) => {
    const folder = `${peopleFolder}/${name}`;
    reading.shelf.learnFolderName(name);
    for (const item of await itemsOf(reading, folder)) {
      const path = `${folder}/${item.name}`;
      if (item.isFolder) continue;
      if (isTemporaryName(item.name)) await clearAway(reading, purpose, path);
      else if (isDocumentFileName(item.name)) paths.push(path);
    }
  });
  paths.sort();
  await eachOf(paths, filesAtOnce, (path) => readDocument(reading, purpose, path));
}

/** What a crash left at the top of the data folder. */
async function clearLeftovers(reading: Reading, purpose: Purpose): Promise<void> {
  for (const { name } of await itemsOf(reading, '')) {
    if (isTemporaryName(name)) await clearAway(reading, purpose, name);
  }
}

async function itemsOf(reading: Reading, folder: string) {
  try {
    return await reading.disk.files.readFolder(fullPath(reading, folder));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      const reason = reasonOf(error);
      const message = m.main_store_unreachable({ file: fullPath(reading, folder), reason });
      reading.problems.add(`unreachable:${folder}`, message);
    }
    return [];
  }
}

async function readDocument(reading: Reading, purpose: Purpose, path: string): Promise<void> {
  reading.shelf.take(path);
  try {
    const found = await readPlace(reading, path);
    if (found !== null) shelve(reading, found);
  } catch (error) {
    const isRestored = await restore(reading, purpose, path, error);
    if (!isRestored) await tellUnreadable(reading, purpose, path, error);
  }
}

/**
 * Puts the newest good version in the place of a file that is damaged, once a copy of the file is
 * kept. Without a copy, or a good version, the file is left as it is.
 */
async function restore(
  reading: Reading,
  purpose: Purpose,
  path: string,
  error: unknown,
): Promise<boolean> {
  if (!(error instanceof UnreadableDocument) || error.reason === 'newer') return false;
  const good = newestGood(reading, path);
  if (good === null) return false;
  const copy = await copyOf(reading, purpose, path);
  if (copy === null) return false;
  const { shelf, problems } = reading;
  const place = shelf.placeAt({ kind: good.kind, id: good.id }, path);
  if (shelf.placeOf(place.ref) !== null) return false;
  // What is there now has been seen, and may be replaced.
  await place.file.read().catch(() => null);
  place.low.data = good;
  try {
    await place.low.write();
  } catch {
    return false;
  }
  shelf.put(place, good);
  problems.add(`damaged:${path}`, m.main_store_restored({ file: place.file.path, copy }));
  return true;
}

function newestGood({ history }: Reading, path: string): Document | null {
  try {
    return history.newestAt(path);
  } catch {
    return null;
  }
}

/** A document that was found in a file. */
export interface Found {
  readonly place: Place;
  readonly document: Exclude<Document, Settings>;
}

/**
 * Reads a file of which nothing is known; null when it is not there.
 * @throws UnreadableDocument when it holds no document
 */
export async function readPlace({ shelf }: Reading, path: string): Promise<Found | null> {
  const unknown = shelf.placeAt({ kind: 'settings', id: path }, path);
  const document = await unknown.file.read();
  if (document === null) return null;
  if (document.kind === 'settings') throw new UnreadableDocument('damaged', 'kind');
  const ref = { kind: document.kind, id: document.id };
  return { place: { ...unknown, ref }, document };
}

/** Names are for people and never trusted, save to tell a document from a copy of it. */
function shelve({ shelf, copies }: Reading, { place, document }: Found): void {
  const other = shelf.placeOf(place.ref);
  if (other === null) {
    shelf.put(place, document);
  } else if (isNamedRight(place, document)) {
    shelf.remove(other);
    shelf.put(place, document);
    copies.push(other.path);
  } else {
    copies.push(place.path);
  }
}

/** Whether a file has the name that we gave it, or would. */
function isNamedRight({ path }: Place, document: Found['document']): boolean {
  const personId = document.kind === 'person' ? document.id : document.personId;
  return (
    (folderNameIn(path)?.endsWith(`-${personId}`) ?? false) &&
    (path.endsWith('/person.json') || path.endsWith(`-${document.id}.json`))
  );
}

/** Keeps a copy of a file that could not be used, and tells the user of it. */
export async function tellUnreadable(
  reading: Reading,
  purpose: Purpose,
  path: string,
  error: unknown,
): Promise<void> {
  const [cause, message] = await explain(reading, purpose, path, error);
  reading.problems.add(`${cause}:${path}`, message);
}

async function explain(
  reading: Reading,
  purpose: Purpose,
  path: string,
  error: unknown,
): Promise<readonly [cause: string, message: string]> {
  const file = fullPath(reading, path);
  if (!(error instanceof UnreadableDocument)) {
    return ['unreachable', m.main_store_unreachable({ file, reason: reasonOf(error) })];
  }
  if (error.reason === 'newer') return ['newer', m.main_store_newer_document({ file })];
  const copy = await copyOf(reading, purpose, path);
  if (copy === null) return ['damaged', m.main_store_damaged_no_copy({ file })];
  return ['damaged', m.main_store_damaged({ file, copy })];
}

/**
 * Keeps a copy of a file that could not be used.
 * @returns the copy's path, or null when none could be kept
 */
export async function copyOf(
  reading: Reading,
  purpose: Purpose,
  path: string,
): Promise<string | null> {
  if (purpose === 'looking') return null;
  const { disk, localFolder } = reading;
  try {
    const bytes = await disk.files.readFile(fullPath(reading, path));
    return await keepCopy(disk, localFolder, path, bytes);
  } catch {
    // The caller says that there is no copy; the file itself is never touched.
    return null;
  }
}

async function clearAway(reading: Reading, purpose: Purpose, path: string): Promise<void> {
  if (purpose === 'tidying') await removeQuietly(reading.disk.files, fullPath(reading, path));
}

/** Where something of the data folder is, given its path in it. */
export const fullPath = ({ dataFolder }: Reading, path: string): string =>
  join(dataFolder, ...path.split('/'));
