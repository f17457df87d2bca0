import type { DocumentRef } from '../../domain/documents/document.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import { m } from '../../messages/index.ts';
import type { Acts } from './acts.ts';
import { UnreadableDocument } from './disk-shape.ts';
import { settingsFile } from './document-paths.ts';
import type { FolderWriter } from './folder-writer.ts';
import { mergeCopy, readPatientlyAt, setCopyAside, takeIn } from './outside.ts';
import type { Found, Reading } from './read-folder.ts';
import {
  changedPaths,
  clearLeftovers,
  fullPath,
  recover,
  tellReadable,
  tellUnreadable,
} from './read-folder.ts';
import type { Remembering } from './remembering.ts';
import type { Place } from './shelf.ts';

interface OutsideParts {
  readonly reading: Reading;
  readonly writer: FolderWriter;
  readonly acts: Acts;
  readonly remembering: Remembering;
  /** The instant, UTC, ISO 8601. */
  readonly now: () => string;
}

/** Takes in what other programs make of the folder. Every call has the keeper's turn for itself. */
export class OutsideChanges {
  readonly #parts: OutsideParts;

  constructor(parts: OutsideParts) {
    this.#parts = parts;
  }

  /** Opens a document; one whose file is damaged comes back from the history, or is told of. */
  async open(ref: DocumentRef): Promise<Place | null> {
    const { acts, reading } = this.#parts;
    const { catalog, shelf } = reading;
    try {
      return await shelf.open(ref);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
    }
    const path = catalog.entryOf(ref)?.path;
    if (path !== undefined)
      await (acts.writableJournal === null ? tryToRead(reading, path) : this.#takeInFile(path));
    return await shelf.open(ref).catch(() => null);
  }

  /** What to look at after the start: what is not as the catalogue knows it, and copies. */
  async pathsToLookAt(isEntered: boolean): Promise<readonly string[]> {
    const { reading } = this.#parts;
    await clearLeftovers(reading);
    const changed = isEntered ? [] : await changedPaths(reading);
    return [...changed, ...reading.copies.splice(0)];
  }

  /** Takes in what is at a path now. */
  async lookAt(path: string): Promise<void> {
    const { reading, writer } = this.#parts;
    // What is about to be written is compared then.
    if (writer.isDue(path)) return;
    // Where the drive has gone, its files are not removed; they come back with it. By that of the
    // settings, which is written again, it is noticed when that is.
    const isThere = (await reading.disk.files.stampOf(fullPath(reading, path))) !== null;
    if (!isThere && path !== settingsFile) await writer.expectDrive();
    const open = reading.shelf.placeAtPath(path);
    if (open === null) {
      await this.#takeInFile(path);
      return;
    }
    await this.takeIn(open);
    this.#enterAsRead(open);
  }

  /** Takes in what somebody else has made of a document that is open. */
  async takeIn(place: Place): Promise<void> {
    const { acts, reading, remembering, writer, now } = this.#parts;
    const taken = await takeIn(reading, place);
    if (taken === null) return;
    const isChanged = !isSameJson(taken.before, taken.after);
    if (taken.isDue && isChanged) {
      await acts.makeFinal([taken], m.main_store_changed_elsewhere(), now());
    } else if (taken.isDue) {
      acts.takeEffect([taken]);
    } else {
      writer.forget(place.path);
      remembering.before(taken);
      acts.show(taken);
      reading.shelf.letGo(place);
      remembering.written([place]);
      if (isChanged) acts.tellSoon(place.ref);
    }
  }

  /** Somebody may have opened it before this was heard of: then it is known here, but not in the lists. */
  #enterAsRead(place: Place): void {
    const { acts, reading, remembering } = this.#parts;
    const { ref, file } = place;
    const stamp = reading.catalog.entryOf(ref)?.stamp;
    // What we are writing ourselves has no stamp yet.
    if (!stamp || stamp === file.stamp) return;
    if (file.seen === null || reading.shelf.documentOf(ref) !== file.seen) return;
    remembering.written([place]);
    acts.tellSoon(ref);
  }

  /** Takes in what is in a file now of which nothing is open. */
  async #takeInFile(path: string): Promise<void> {
    const { acts, reading, remembering } = this.#parts;
    const known = reading.catalog.entryAt(path);
    const stamp = await reading.disk.files.stampOf(fullPath(reading, path));
    if (known !== null && known.stamp === stamp) return;
    let found: Found | null = null;
    try {
      found = await readPatientlyAt(reading, path);
      tellReadable(reading, path);
    } catch (error) {
      await recover(reading, 'tidying', path, error);
      const restored = reading.shelf.placeAtPath(path);
      if (restored !== null) {
        acts.tellSoon(restored.ref);
        return;
      }
    }
    if (known !== null && !isSameRef(known.ref, found?.place.ref)) {
      reading.catalog.remove(known.ref);
      remembering.removed(known);
      acts.tellSoon(known.ref);
    }
    if (found !== null) await this.#takeInFound(found);
  }

  async #takeInFound(found: Found): Promise<void> {
    const { acts, reading, remembering } = this.#parts;
    const { catalog, shelf } = reading;
    const { place, document } = found;
    const other = catalog.entryOf(place.ref);
    const isElsewhere = other !== null && other.path !== place.path;
    if (isElsewhere && (await shelf.placeAt(place.ref, other.path).file.isThere())) {
      await this.#mergeCopy(found);
      return;
    }
    // New, changed, or moved here by hand.
    const moved = shelf.placeOf(place.ref);
    if (moved !== null) shelf.close(moved);
    catalog.put(document, place.path, place.file.stamp);
    remembering.found(found);
    acts.tellSoon(place.ref);
  }

  async #mergeCopy(found: Found): Promise<void> {
    const { acts, reading, now } = this.#parts;
    const change = await mergeCopy(reading, found);
    if (change !== null && !isSameJson(change.before, change.after)) {
      await acts.makeFinal([change], m.main_store_changed_elsewhere(), now());
    }
    await setCopyAside(reading, found);
  }
}

/** In a folder that is not to be changed, a file that holds no document is told of, and that is all. */
async function tryToRead(reading: Reading, path: string): Promise<void> {
  try {
    await readPatientlyAt(reading, path);
    tellReadable(reading, path);
  } catch (error) {
    await tellUnreadable(reading, 'looking', path, error);
  }
}

const isSameRef = (one: DocumentRef, other: DocumentRef | undefined): boolean =>
  one.kind === other?.kind && one.id === other.id;
