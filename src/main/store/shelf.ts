import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { Catalog } from './catalog.ts';
import { UnreadableDocument } from './disk-shape.ts';
import type { Disk } from './document-file.ts';
import { DocumentFile } from './document-file.ts';
import { folderNameIn, folderOf, pathOfNew, peopleFolder } from './document-paths.ts';

/** Where one document lives: its file, and what is in it. */
export interface Place {
  readonly ref: DocumentRef;
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly file: DocumentFile;
  /** Holds null until the document has been read or written. */
  readonly low: Low<Document | null>;
}

/** So many documents stay open that nothing waits for; what was used last is wanted again first. */
const mostOpen = 200;

/**
 * The documents that are in use, each in its place: read when somebody wants them, and closed again
 * when others are wanted more. Which there are, and where, the catalogue knows.
 */
export class Shelf {
  readonly #disk: Disk;
  readonly #dataFolder: string;
  readonly #catalog: Catalog;
  readonly #open = new Map<string, Place>();
  readonly #byPath = new Map<string, Place>();
  readonly #opening = new Map<string, Promise<Place | null>>();
  /** Places of removed documents whose files are still there. */
  readonly #leaving = new Map<string, Place>();

  constructor(disk: Disk, dataFolder: string, catalog: Catalog) {
    this.#disk = disk;
    this.#dataFolder = dataFolder;
    this.#catalog = catalog;
  }

  /**
   * Opens a document; null when there is none.
   * @throws UnreadableDocument when its file does not hold it
   */
  async open(ref: DocumentRef): Promise<Place | null> {
    const key = keyOf(ref);
    const known = this.#open.get(key);
    if (known !== undefined) {
      this.#open.delete(key);
      this.#open.set(key, known);
      return known;
    }
    const opening = this.#opening.get(key) ?? this.#read(ref);
    this.#opening.set(key, opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(key);
    }
  }

  /** The place of a document that is open. */
  placeOf(ref: DocumentRef): Place | null {
    return this.#open.get(keyOf(ref)) ?? null;
  }

  /** The place of the open document that is at a path. */
  placeAtPath(path: string): Place | null {
    return this.#byPath.get(path) ?? null;
  }

  /** A document that is open. */
  documentOf(ref: DocumentRef): Document | null {
    return this.placeOf(ref)?.low.data ?? null;
  }

  /** The place for a document at a path that it already has. */
  placeAt(ref: DocumentRef, path: string): Place {
    const file = new DocumentFile(this.#disk, join(this.#dataFolder, ...path.split('/')));
    return { ref, path, file, low: new Low<Document | null>(file, null) };
  }

  /**
   * Finds a place for a document that has none, without taking it.
   * @param others new documents of the same act, whose folders count as well
   */
  async placeForNew(document: Document, others: readonly Place[]): Promise<Place> {
    const leaving = this.#leaving.get(keyOf(document));
    if (leaving !== undefined) return leaving;
    const folder = await this.#folderFor(document, others);
    const path = pathOfNew(document, () => folder).join('/');
    let free = path;
    for (let count = 2; await this.#isTaken(free, document, others); count += 1) {
      free = path.replace(/\.json$/, `-${String(count)}.json`);
    }
    return this.placeAt({ kind: document.kind, id: document.id }, free);
  }

  /**
   * Looks where a document may have been put, and opens it if it is there: the catalogue may have
   * lost an entry that the document itself survived, and a file keeps the name that it began with.
   */
  async findWritten(document: Document): Promise<Place | null> {
    const folder = await this.#folderFor(document, []);
    const usual = pathOfNew(document, () => folder).join('/');
    const known = await this.#openAt(document, usual);
    if (known !== null) return known;
    for (const path of await this.#pathsBeside(usual, document.id)) {
      const other = await this.#openAt(document, path);
      if (other !== null) return other;
    }
    return null;
  }

  /** Puts a document in its place; from now on it is what readers see. */
  put(place: Place, document: Document): void {
    place.low.data = document;
    this.#open.set(keyOf(place.ref), place);
    this.#byPath.set(place.path, place);
    this.#leaving.delete(keyOf(place.ref));
    const isWritten = document === place.file.seen;
    this.#catalog.put(document, place.path, isWritten ? place.file.stamp : null);
  }

  /** Takes a document away; its path is free again. */
  remove(place: Place): void {
    this.close(place);
    this.#leaving.set(keyOf(place.ref), place);
    this.#catalog.remove(place.ref);
  }

  /** Notes that the file of a removed document is gone. */
  letGo(place: Place): void {
    this.#leaving.delete(keyOf(place.ref));
  }

  /** Closes a document: who wants it next reads its file anew. */
  close(place: Place): void {
    this.#open.delete(keyOf(place.ref));
    this.#byPath.delete(place.path);
  }

  /** Closes what has not been used for longest. @param isNeeded says what must stay open */
  trim(isNeeded: (path: string) => boolean): void {
    for (const place of this.#open.values()) {
      if (this.#open.size <= mostOpen) return;
      if (!isNeeded(place.path) && place.ref.kind !== 'settings') this.close(place);
    }
  }

  async #read(ref: DocumentRef): Promise<Place | null> {
    const entry = this.#catalog.entryOf(ref);
    if (entry === null) return null;
    const place = this.placeAt(ref, entry.path);
    const document = await place.file.read();
    if (document !== null && keyOf(document) !== keyOf(ref)) {
      throw new UnreadableDocument('damaged', 'id');
    }
    // Somebody may have put or removed it meanwhile, and knows better.
    const current = this.#open.get(keyOf(ref));
    if (current !== undefined) return current;
    if (document === null || this.#leaving.has(keyOf(ref))) return null;
    place.low.data = document;
    this.#open.set(keyOf(ref), place);
    this.#byPath.set(place.path, place);
    return place;
  }

  /** Opens the document that is written at a path, if it is this one. */
  async #openAt(document: Document, path: string): Promise<Place | null> {
    const place = this.placeAt({ kind: document.kind, id: document.id }, path);
    const found = await place.file.read().catch(() => null);
    if (found === null || keyOf(found) !== keyOf(document)) return null;
    this.put(place, found);
    return place;
  }

  /** Files of the same folder that are named by an id. */
  async #pathsBeside(path: string, id: string): Promise<readonly string[]> {
    const folder = folderOf(path);
    if (folder === null) return [];
    const items = await this.#disk.files
      .readFolder(join(this.#dataFolder, ...folder.split('/')))
      .catch(() => []);
    return items
      .filter(({ name }) => name.endsWith('.json') && name.includes(`-${id}`))
      .map(({ name }) => `${folder}/${name}`);
  }

  async #isTaken(path: string, document: Document, others: readonly Place[]): Promise<boolean> {
    if (others.some((other) => other.path === path)) return true;
    const entry = this.#catalog.entryAt(path);
    if (entry !== null && keyOf(entry.ref) !== keyOf(document)) return true;
    return await this.placeAt(document, path).file.isThere();
  }

  /** The name of the folder of the person whom a document is about; null when they have none yet. */
  async #folderFor(document: Document, others: readonly Place[]): Promise<string | null> {
    const { kind } = document;
    if (kind === 'settings' || kind === 'template' || kind === 'decision') return null;
    if (kind === 'reading' || kind === 'calendar' || kind === 'article') return null;
    const personId = document.kind === 'person' ? document.id : document.personId;
    const known = this.#catalog.pathAbout(personId);
    if (known !== null) return folderNameIn(known);
    const isTheirs = (name: string): boolean => name.endsWith(`-${personId}`);
    const planned = others.map(({ path }) => folderNameIn(path) ?? '').find(isTheirs);
    if (planned !== undefined) return planned;
    // A folder in which nothing can be read is theirs all the same.
    const people = join(this.#dataFolder, peopleFolder);
    const items = await this.#disk.files.readFolder(people).catch(() => []);
    return items.map(({ name }) => name).find(isTheirs) ?? null;
  }
}

const keyOf = (ref: DocumentRef): string => `${ref.kind} ${ref.id}`;
