import type { Document } from '../../domain/documents/document.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import { mergeVersions } from '../../domain/merge/merge-versions.ts';
import { m } from '../../messages/index.ts';
import { UnreadableDocument } from './disk-shape.ts';
import { removeFile } from './durable-file.ts';
import type { PlannedChange } from './planned-act.ts';
import { keepCopy } from './quarantine.ts';
import type { Found, Reading } from './read-folder.ts';
import { fullPath, readPlace, tellReadable, tellUnreadable } from './read-folder.ts';
import type { Place } from './shelf.ts';

/** A file that another program is still writing is given so long to become whole. */
const halfWrittenMilliseconds = 400;

/** What was found in a file that somebody else changed. */
export interface TakenIn extends PlannedChange {
  /** Whether the file must be written, since it does not hold what came of the merge. */
  readonly isDue: boolean;
}

/**
 * Takes in what another program made of a known file. What both sides changed is merged by field,
 * with the version that we saw last as the origin; what was typed in both places is kept twice.
 */
export async function takeIn(reading: Reading, place: Place): Promise<TakenIn | null> {
  if (!(await place.file.isChangedElsewhere())) return null;
  const { shelf } = reading;
  const base = place.file.seen;
  const isOurs = shelf.placeOf(place.ref)?.path === place.path;
  const ours = isOurs ? shelf.documentOf(place.ref) : null;
  let theirs: Document | null;
  try {
    theirs = await readPatiently(reading, place);
    tellReadable(reading, place.path);
  } catch (error) {
    const copy = await tellUnreadable(reading, 'tidying', place.path, error);
    if (copy === null) place.file.forget();
    // Once a copy is kept, the newest good version takes the place of what could not be read.
    return copy === null || ours === null
      ? null
      : { place, before: ours, after: ours, isDue: true };
  }
  const merged = mergeVersions(base ?? undefined, ours ?? undefined, theirs ?? undefined);
  // There are always settings; a file that somebody removed is written again.
  const mustStay = place.ref.kind === 'settings' ? ours : null;
  const after = (merged ?? mustStay) as Document | null;
  return { place, before: ours, after, isDue: !isSameJson(after, theirs) };
}

async function readPatiently({ disk }: Reading, { file, ref }: Place): Promise<Document | null> {
  const read = async (): Promise<Document | null> => {
    const document = await file.read();
    if (document === null || (document.kind === ref.kind && document.id === ref.id))
      return document;
    throw new UnreadableDocument('damaged', 'id');
  };
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableDocument) || error.reason === 'newer') throw error;
    await disk.files.pause(halfWrittenMilliseconds);
    return await read();
  }
}

/**
 * Reads a file that is not open; null when there is none. One that somebody is still writing is
 * given a moment.
 * @throws UnreadableDocument when it holds no document
 */
export async function readPatientlyAt(reading: Reading, path: string): Promise<Found | null> {
  try {
    return await readPlace(reading, path);
  } catch (error) {
    if (!(error instanceof UnreadableDocument) || error.reason === 'newer') throw error;
  }
  await reading.disk.files.pause(halfWrittenMilliseconds);
  return await readPlace(reading, path);
}

/**
 * Merges a copy of a document, as sync tools leave it when two computers wrote at once, into the
 * document. Which version both came from is not known, so that nothing either has is dropped.
 */
export async function mergeCopy({ shelf }: Reading, copy: Found): Promise<PlannedChange | null> {
  const place = await shelf.open(copy.place.ref);
  const ours = place?.low.data ?? null;
  if (place === null || ours === null) return null;
  const merged = mergeVersions(undefined, ours, copy.document) as Document;
  return { place, before: ours, after: merged };
}

/** Takes a merged copy out of the folder: it is kept aside, and the user is told where. */
export async function setCopyAside(reading: Reading, copy: Found): Promise<void> {
  const { disk, localFolder, problems } = reading;
  const file = fullPath(reading, copy.place.path);
  const bytes = await disk.files.readFile(file);
  const kept = await keepCopy(disk, localFolder, file, bytes, 'second-version');
  if (await copy.place.file.isChangedElsewhere()) return;
  await removeFile(disk.files, file);
  await copy.place.file.syncFolder();
  problems.add(`copy:${copy.place.path}`, m.main_store_copy_merged({ file, copy: kept }));
}
