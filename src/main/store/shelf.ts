import { join } from 'node:path';
import { Low } from 'lowdb';
import type {
  Document,
  DocumentKind,
  DocumentOf,
  DocumentRef,
} from '../../domain/documents/document.ts';
import type { Disk } from './document-file.ts';
import { DocumentFile } from './document-file.ts';
import { pathOfNew, peopleFolder } from './document-paths.ts';

/** Where one document lives: its file, and what is in it. */
export interface Place {
  readonly ref: DocumentRef;
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly file: DocumentFile;
  /** Holds null until the document has been read or written. */
  readonly low: Low<Document | null>;
}

/** All documents of a data folder, each in its place. */
export class Shelf {
  readonly #disk: Disk;
  readonly #dataFolder: string;
  readonly #places: Readonly<Record<DocumentKind, Map<string, Place>>> = {
    person: new Map(),
    series: new Map(),
    meeting: new Map(),
    settings: new Map(),
  };
  /** Paths that hold something, be it ours or not: nothing new goes there. */
  readonly #takenPaths = new Set<string>();
  /** Places of removed documents whose files are still there. */
  readonly #leaving = new Map<string, Place>();
  readonly #byPath = new Map<string, Place>();
  readonly #folderOfPerson = new Map<string, string>();
  readonly #folderNames = new Set<string>();

  constructor(disk: Disk, dataFolder: string) {
    this.#disk = disk;
    this.#dataFolder = dataFolder;
  }

  placeOf(ref: DocumentRef): Place | null {
    return this.#places[ref.kind].get(ref.id) ?? null;
  }

  /** The places of all documents. */
  places(): readonly Place[] {
    return [...this.#byPath.values()];
  }

  /** The paths of all documents in one folder. */
  pathsIn(folder: string): readonly string[] {
    return [...this.#byPath.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  /** The place of the document that is at a path. */
  placeAtPath(path: string): Place | null {
    return this.#byPath.get(path) ?? null;
  }

  documentOf(ref: DocumentRef): Document | null {
    return this.placeOf(ref)?.low.data ?? null;
  }

  read<K extends DocumentKind>(kind: K, id: string): DocumentOf<K> | null {
    const document = this.documentOf({ kind, id });
    return document !== null && isOfKind(document, kind) ? document : null;
  }

  list<K extends DocumentKind>(kind: K): readonly DocumentOf<K>[] {
    return [...this.#places[kind].values()]
      .map(({ low }) => low.data)
      .filter((document) => document !== null)
      .filter((document) => isOfKind(document, kind));
  }

  /** Notes that a path holds something. */
  take(path: string): void {
    this.#takenPaths.add(path);
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
  placeForNew(document: Document, others: readonly Place[]): Place {
    const leaving = this.#leaving.get(`${document.kind} ${document.id}`);
    if (leaving !== undefined) return leaving;
    const path = pathOfNew(document, (personId) => this.#findFolder(personId, others)).join('/');
    const isTaken = (candidate: string): boolean =>
      this.#takenPaths.has(candidate) || others.some((other) => other.path === candidate);
    let free = path;
    for (let count = 2; isTaken(free); count += 1) {
      free = path.replace(/\.json$/, `-${String(count)}.json`);
    }
    return this.placeAt({ kind: document.kind, id: document.id }, free);
  }

  /** Puts a document in its place; from now on it is what readers see. */
  put(place: Place, document: Document): void {
    place.low.data = document;
    this.#places[place.ref.kind].set(place.ref.id, place);
    this.#byPath.set(place.path, place);
    this.#leaving.delete(keyOf(place));
    this.take(place.path);
    this.#learnFolder(document, place.path);
  }

  /** Takes a document away; its path is free again. */
  remove(place: Place): void {
    this.#places[place.ref.kind].delete(place.ref.id);
    this.#byPath.delete(place.path);
    this.#leaving.set(keyOf(place), place);
    this.#takenPaths.delete(place.path);
  }

  /** Notes that the file of a removed document is gone. */
  letGo(place: Place): void {
    this.#leaving.delete(keyOf(place));
  }

  /** Notes a person's folder that is there, even if nothing in it can be read. */
  learnFolderName(name: string): void {
    this.#folderNames.add(name);
  }

  #findFolder(personId: string, others: readonly Place[]): string | null {
    const known = this.#folderOfPerson.get(personId);
    if (known !== undefined) return known;
    const names = [...others.map(({ path }) => folderNameIn(path) ?? ''), ...this.#folderNames];
    return names.find((name) => name.endsWith(`-${personId}`)) ?? null;
  }

  #learnFolder(document: Document, path: string): void {
    const name = folderNameIn(path);
    if (name === null || document.kind === 'settings') return;
    const personId = document.kind === 'person' ? document.id : document.personId;
    const isBetter = document.kind === 'person' || !this.#folderOfPerson.has(personId);
    if (isBetter) this.#folderOfPerson.set(personId, name);
  }
}

const keyOf = ({ ref }: Place): string => `${ref.kind} ${ref.id}`;

/** The name of the person's folder in a path below the data folder. */
export function folderNameIn(path: string): string | null {
  const [top, name, file] = path.split('/');
  return top === peopleFolder && file !== undefined ? (name ?? null) : null;
}

function isOfKind<K extends DocumentKind>(
  document: Document,
  kind: K,
): document is Document & DocumentOf<K> {
  return document.kind === kind;
}
