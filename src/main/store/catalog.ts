import { join } from 'node:path';
import type { Document, DocumentKind, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import { searchTextOf, summaryOf } from '../../domain/documents/summaries.ts';
import { openAnew, openAt } from './catalog-layout.ts';
import { keysOf } from './catalog-keys.ts';
import { catalogFile, conditionOf, readSummaries } from './catalog-queries.ts';
import type { LazyDatabase, Row } from './lazy-database.ts';
import type { SearchWithin, Where } from './store.ts';

/** The stamp of a document that is newer here than in its file. */
const unwritten = '';

/** Where a document is, and which version of its file the catalogue knows. */
export interface Entry {
  readonly ref: DocumentRef;
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  /** Tells one version of the file from another; empty when the file has yet to be written. */
  readonly stamp: string;
}

/**
 * What lists, reminders and the search need of every document, so that documents themselves are read
 * when somebody wants one. Made from the documents and worth nothing without them: one that is
 * missing, broken or of another layout is made anew.
 */
export class Catalog {
  readonly #path: string;
  #database: LazyDatabase;
  #isBroken = false;

  private constructor(path: string) {
    this.#path = path;
    try {
      this.#database = openAt(path);
    } catch {
      this.#database = openAnew(path);
    }
  }

  /** Opens the catalogue in a local folder; where none can be kept, one that ends with the process. */
  static in(localFolder: string): Catalog {
    return new Catalog(join(localFolder, catalogFile));
  }

  /** A catalogue that ends with the process. */
  static inMemory(): Catalog {
    return new Catalog(':memory:');
  }

  /** Whether something could not be entered, so that the catalogue is to be made anew. */
  get isBroken(): boolean {
    return this.#isBroken || this.#database.hasLost;
  }

  /** Begins an empty catalogue in place of this one. */
  renew(): void {
    this.#database.close();
    this.#database = openAnew(this.#path);
    this.#isBroken = false;
  }

  /** Whether every document of the folder has been entered once. */
  get isComplete(): boolean {
    try {
      return this.#database.get('SELECT is_complete FROM state') !== undefined;
    } catch {
      this.#isBroken = true;
      return false;
    }
  }

  /** Notes that every document of the folder has been entered. */
  complete(): void {
    this.#enter(() => {
      if (!this.isComplete) this.#database.change('INSERT INTO state (is_complete) VALUES (1)');
    });
  }

  entryOf({ kind, id }: DocumentRef): Entry | null {
    return toEntry(
      this.#database.get(
        'SELECT kind, id, path, stamp FROM documents WHERE kind = ? AND id = ?',
        kind,
        id,
      ),
    );
  }

  entryAt(path: string): Entry | null {
    return toEntry(
      this.#database.get('SELECT kind, id, path, stamp FROM documents WHERE path = ?', path),
    );
  }

  /** The entries of all documents in one folder. */
  entriesIn(folder: string): readonly Entry[] {
    const query = 'SELECT kind, id, path, stamp FROM documents WHERE path >= ? AND path < ?';
    return this.#database
      .all(query, `${folder}/`, `${folder}0`)
      .flatMap((row) => toEntry(row) ?? []);
  }

  /** The folders that hold documents. */
  folders(): readonly string[] {
    const query = `SELECT DISTINCT substr(path, 1, length(rtrim(path, replace(path, '/', ''))) - 1)
      AS folder FROM documents WHERE kind <> 'settings'`;
    return this.#database.all(query).map(({ folder }) => String(folder));
  }

  /** The path of a person's document, or of any in their folder: a decision lies beside others'. */
  pathAbout(personId: string): string | null {
    const query = `SELECT path FROM documents WHERE person = ? AND kind <> 'decision'
      ORDER BY kind = 'person' DESC LIMIT 1`;
    const path = this.#database.get(query, personId)?.path;
    return path === undefined ? null : String(path);
  }

  /**
   * Enters a document, or what has become of it.
   * @param stamp of its file; null while the file has yet to be written
   */
  put(document: Document, path: string, stamp: string | null): void {
    const query = `
      INSERT INTO documents
        (kind, id, path, stamp, person, series, original, latest, raised, open_actions, summary)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (kind, id) DO UPDATE SET path = excluded.path, stamp = excluded.stamp,
        person = excluded.person, series = excluded.series, original = excluded.original,
        latest = excluded.latest, raised = excluded.raised, open_actions = excluded.open_actions,
        summary = excluded.summary`;
    this.#enter(() => {
      this.#database.changeWith(query, () => {
        const { kind, id, person, series, original, latest, raised, openActions } =
          keysOf(document);
        const keys = [person, series, original, latest, raised, openActions];
        const summary = JSON.stringify(summaryOf(document));
        return [kind, id, path, stamp ?? unwritten, ...keys, summary];
      });
    });
  }

  remove({ kind, id }: DocumentRef): void {
    const rows = 'SELECT number FROM documents WHERE kind = ? AND id = ?';
    this.#enter(() => {
      this.#database.change(`DELETE FROM words WHERE rowid IN (${rows})`, kind, id);
      this.#database.change('DELETE FROM documents WHERE kind = ? AND id = ?', kind, id);
    });
  }

  /** What lists need of the documents of one kind. */
  summaries(kind: DocumentKind, where?: Where): readonly Summary[] {
    return readSummaries(this.#database, kind, where);
  }

  entries(kind: DocumentKind, where?: Where): readonly Entry[] {
    const [condition, values] = conditionOf(kind, where);
    const query = `SELECT kind, id, path, stamp FROM documents WHERE ${condition}`;
    return this.#database.all(query, ...values).flatMap((row) => toEntry(row) ?? []);
  }

  /** Some documents whose words are not, or no longer, those of their files. */
  entriesWithoutWords(limit: number): readonly Entry[] {
    const query = `SELECT kind, id, path, stamp FROM documents
      WHERE words_of IS NOT stamp AND stamp <> '' LIMIT ?`;
    return this.#database.all(query, limit).flatMap((row) => toEntry(row) ?? []);
  }

  /** Notes which words stand in a document; null when it could not be read. */
  putWords({ ref, stamp }: Entry, document: Document | null): void {
    this.#enter(() => {
      const query = 'SELECT number FROM documents WHERE kind = ? AND id = ?';
      const number = this.#database.get(query, ref.kind, ref.id)?.number;
      if (number === undefined) return;
      this.#database.change('UPDATE documents SET words_of = ? WHERE number = ?', stamp, number);
      this.#database.change('DELETE FROM words WHERE rowid = ?', number);
      if (document === null || document.kind === 'settings') return;
      const { title, body } = searchTextOf(document);
      this.#database.change(
        'INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)',
        number,
        title,
        body,
      );
    });
  }

  /**
   * Documents that hold every word, each from its beginning, best first; names count most.
   * @param text what somebody typed, word by word, in any script
   * @param within of whom, or of which kind alone they are to be; all when left out
   */
  search(text: string, limit: number, within: SearchWithin = {}): readonly DocumentRef[] {
    const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    if (words.length === 0) return [];
    const { personId, kind } = within;
    const conditions = [
      ...(personId === undefined ? [] : ['AND person = ?']),
      ...(kind === undefined ? [] : ['AND kind = ?']),
    ];
    const values = [personId, kind].filter((value) => value !== undefined);
    const query = `SELECT kind, id FROM words JOIN documents ON documents.number = words.rowid
      WHERE words MATCH ? ${conditions.join(' ')}
      ORDER BY bm25(words, 10.0, 1.0) LIMIT ?`;
    const wanted = words.map((word) => `"${word}"*`).join(' ');
    return this.#database.all(query, wanted, ...values, limit).map(toRef);
  }

  /** Brings what was entered to the disk. */
  save(): void {
    this.#enter(() => {
      this.#database.save();
    });
  }

  /** The same; it survives a power cut, too. */
  saveDurably(): void {
    this.#enter(() => {
      this.#database.saveDurably();
    });
  }

  /**
   * Ends it, with the stamp of the journal as the last act left it: as long as the journal has this
   * stamp, what the catalogue shows is the last word (first-look.ts).
   */
  close(journalStamp: string | null): void {
    this.#enter(() => {
      this.#database.change('UPDATE state SET journal = ?', journalStamp);
    });
    this.#database.close();
  }

  /** Never throws: who saves a document must not fail because of a list that can be made anew. */
  #enter(change: () => void): void {
    try {
      change();
    } catch {
      this.#isBroken = true;
    }
  }
}

const toRef = (row: Row): DocumentRef => ({
  kind: String(row.kind) as DocumentKind,
  id: String(row.id),
});

function toEntry(row: Row | undefined): Entry | null {
  if (row === undefined) return null;
  return { ref: toRef(row), path: String(row.path), stamp: String(row.stamp) };
}
