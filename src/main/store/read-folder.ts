import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Document } from '../../domain/documents/document.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import { m } from '../../messages/index.ts';
import type { Catalog } from './catalog.ts';
import { UnreadableDocument } from './disk-shape.ts';
import type { Disk } from './document-file.ts';
import { folderNameIn, isDocumentPath, peopleFolder, otherFolders } from './document-paths.ts';
import { isLeftover, removeQuietly } from './durable-file.ts';
import { eachOf } from './each-of.ts';
import { errorCode } from './file-system.ts';
import type { History } from './history.ts';
import type { Problems } from './problems.ts';
import { keepCopy } from './quarantine.ts';
import { reasonOf } from './save-failure.ts';
import type { Place, Shelf } from './shelf.ts';

/** What reading a data folder needs. */
export interface Reading {
  readonly disk: Disk;
  readonly dataFolder: string;
  readonly localFolder: string;
  readonly shelf: Shelf;
  readonly catalog: Catalog;
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
 * Enters every document in the catalogue. A file that cannot be used is left where it is, a copy of
 * it is kept, and a problem says so; the rest is entered all the same.
 */
export async function enterFolder(reading: Reading, purpose: Purpose): Promise<void> {
  const paths: string[] = [];
  for (const folder of await documentFoldersIn(reading)) {
    paths.push(...(await documentPathsIn(reading, folder)));
  }
  paths.sort();
  await eachOf(paths, filesAtOnce, (path) => enterDocument(reading, purpose, path));
}

/** Paths at which there is not what the catalogue knows: new, changed, moved or removed. */
export async function changedPaths(reading: Reading): Promise<readonly string[]> {
  const changed: string[] = [];
  const { catalog, disk } = reading;
  const folders = new Set([...(await documentFoldersIn(reading)), ...catalog.folders()]);
  for (const folder of folders) {
    const known = new Map(catalog.entriesIn(folder).map(({ path, stamp }) => [path, stamp]));
    const paths = new Set([...(await documentPathsIn(reading, folder)), ...known.keys()]);
    await eachOf([...paths], filesAtOnce, async (path) => {
      const stamp = await disk.files.stampOf(fullPath(reading, path)).catch(() => null);
      if (stamp !== (known.get(path) ?? null)) changed.push(path);
    });
    await breathe();
  }
  return changed.sort();
}

/** Clears away what an earlier run could not finish. */
export async function clearLeftovers(reading: Reading): Promise<void> {
  for (const folder of ['', ...(await documentFoldersIn(reading))]) {
    for (const { name } of await itemsOf(reading, folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isLeftover(name, reading.disk.run)) {
        await removeQuietly(reading.disk.files, fullPath(reading, path));
      }
    }
  }
}

/** The folder of each person, and those beside that of all people. */
async function documentFoldersIn(reading: Reading): Promise<readonly string[]> {
  const items = await itemsOf(reading, peopleFolder);
  const people = items.filter(({ name, isFolder }) => isFolder && !name.startsWith('.'));
  return [...people.map(({ name }) => `${peopleFolder}/${name}`), ...otherFolders];
}

async function documentPathsIn(reading: Reading, folder: string): Promise<readonly string[]> {
  const items = await itemsOf(reading, folder);
  return items
    .filter(({ name, isFolder }) => !isFolder && isDocumentPath(`${folder}/${name}`))
    .map(({ name }) => `${folder}/${name}`);
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

async function enterDocument(reading: Reading, purpose: Purpose, path: string): Promise<void> {
  try {
    const found = await readPlace(reading, path);
    if (found !== null) enter(reading, found);
  } catch (error) {
    await recover(reading, purpose, path, error);
  }
}

/**
 * Makes the best of a file that cannot be read: its newest good version takes its place, or it is
 * left as it is; in any case the user is told, and a copy of a damaged file is kept.
 */
export async function recover(
  reading: Reading,
  purpose: Purpose,
  path: string,
  error: unknown,
): Promise<void> {
  const isRestored = await restore(reading, purpose, path, error);
  if (!isRestored) await tellUnreadable(reading, purpose, path, error);
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
  const { catalog, shelf, problems } = reading;
  const place = shelf.placeAt({ kind: good.kind, id: good.id }, path);
  if ((catalog.entryOf(place.ref)?.path ?? path) !== path) return false;
  // What is there now has been seen, and may be replaced.
  await place.file.read().catch(() => null);
  place.low.data = good;
  try {
    await place.low.write();
    await place.file.syncFolder();
  } catch {
    return false;
  }
  shelf.put(place, good);
  problems.add(`damaged:${path}`, m.main_store_restored({ file: place.file.path, copy }));
  return true;
}

/** The newest version of a file that can be read; null when none is remembered. */
export function newestGood({ history }: Reading, path: string): Document | null {
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
function enter({ catalog, copies }: Reading, found: Found): void {
  const { place, document } = found;
  const other = catalog.entryOf(place.ref);
  if (other !== null && !isNamedRight(found)) {
    copies.push(place.path);
    return;
  }
  if (other !== null) copies.push(other.path);
  catalog.put(document, place.path, place.file.stamp);
}

/** Whether a file has the name that we gave it, or would. */
function isNamedRight({ place: { path }, document }: Found): boolean {
  const isNamedById = path.endsWith(`-${document.id}.json`);
  if (document.kind === 'template' || document.kind === 'decision') return isNamedById;
  if (document.kind === 'reading' || document.kind === 'calendar') return isNamedById;
  if (document.kind === 'article') return isNamedById;
  const personId = document.kind === 'person' ? document.id : document.personId;
  return (
    (folderNameIn(path)?.endsWith(`-${personId}`) ?? false) &&
    (path.endsWith('/person.json') || isNamedById)
  );
}

const unreadableCauses = ['damaged', 'newer', 'unreachable'] as const;

/**
 * Keeps a copy of a file that could not be used, and tells the user of it.
 * @returns the copy's path, or null when none is kept
 */
export async function tellUnreadable(
  reading: Reading,
  purpose: Purpose,
  path: string,
  error: unknown,
): Promise<string | null> {
  const file = fullPath(reading, path);
  const tell = (cause: (typeof unreadableCauses)[number], message: string): void => {
    reading.problems.add(`${cause}:${path}`, message);
  };
  if (!(error instanceof UnreadableDocument)) {
    tell('unreachable', m.main_store_unreachable({ file, reason: reasonOf(error) }));
    return null;
  }
  if (error.reason === 'newer') {
    tell('newer', m.main_store_newer_document({ file }));
    return null;
  }
  const copy = await copyOf(reading, purpose, path);
  const message =
    copy === null ? m.main_store_damaged_no_copy({ file }) : m.main_store_damaged({ file, copy });
  tell('damaged', message);
  return copy;
}

/** A file can be read again: what was told of it is over. */
export function tellReadable({ problems }: Reading, path: string): void {
  for (const cause of unreadableCauses) problems.withdraw(`${cause}:${path}`);
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

/** Where something of the data folder is, given its path in it. */
export const fullPath = ({ dataFolder }: Reading, path: string): string =>
  join(dataFolder, ...path.split('/'));
