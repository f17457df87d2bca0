import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Document, DocumentKind, DocumentRef } from '../../domain/documents/document.ts';
import { searchTextOf } from '../../domain/documents/summaries.ts';

const indexFile = 'index.sqlite';
/** Raised whenever what is kept of a document changes: an index of another number is built anew. */
const layoutVersion = 1;

// The texts themselves are not kept a second time (content=''): only where which word stands.
const layout = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL,
    UNIQUE (kind, id)
  );
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    title, body, content='', contentless_delete=1, prefix='2 3',
    tokenize="unicode61 remove_diacritics 2"
  );
  PRAGMA user_version = ${String(layoutVersion)};
`;

/**
 * Finds documents by words. Made from the documents and worth nothing without them: an index that
 * is missing, broken or of another version is made anew.
 */
export class SearchIndex {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Opens the index in a local folder; where none can be kept, one that ends with the process. */
  static open(localFolder: string): SearchIndex {
    try {
      return SearchIndex.#openAt(join(localFolder, indexFile));
    } catch {
      return SearchIndex.anew(localFolder);
    }
  }

  /** Begins an empty index in place of whatever is there. */
  static anew(localFolder: string): SearchIndex {
    const path = join(localFolder, indexFile);
    try {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
      return SearchIndex.#openAt(path);
    } catch {
      return SearchIndex.#openAt(':memory:');
    }
  }

  static #openAt(path: string): SearchIndex {
    const database = new DatabaseSync(path);
    try {
      const found = Number(database.prepare('PRAGMA user_version').get()?.user_version);
      if (found !== 0 && found !== layoutVersion) throw new Error('another layout');
      database.exec(layout);
      return new SearchIndex(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** @param stamp tells one version of the document from another */
  put(document: Document, stamp: string): void {
    const { kind, id } = document;
    if (kind === 'settings') return;
    const known = this.#find({ kind, id });
    if (known?.stamp === stamp) return;
    const { title, body } = searchTextOf(document);
    this.#inOneGo(() => {
      const number = known?.number ?? this.#add({ kind, id });
      this.#database.prepare('UPDATE documents SET stamp = ? WHERE number = ?').run(stamp, number);
      this.#database.prepare('DELETE FROM words WHERE rowid = ?').run(number);
      this.#database
        .prepare('INSERT INTO words (rowid, title, body) VALUES (?,?,?)')
        .run(number, title, body);
    });
  }

  remove(ref: DocumentRef): void {
    const known = this.#find(ref);
    if (known === null) return;
    this.#inOneGo(() => {
      this.#database.prepare('DELETE FROM words WHERE rowid = ?').run(known.number);
      this.#database.prepare('DELETE FROM documents WHERE number = ?').run(known.number);
    });
  }

  /** Every document that the index knows. */
  all(): readonly DocumentRef[] {
    return this.#database.prepare('SELECT kind, id FROM documents').all().map(toRef);
  }

  /**
   * Documents that hold every word, each from its beginning, best first; names count most.
   * @param text what somebody typed, word by word, in any script
   */
  search(text: string, limit: number): readonly DocumentRef[] {
    const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    if (words.length === 0) return [];
    return this.#database
      .prepare(
        `SELECT kind, id FROM words JOIN documents ON documents.number = words.rowid
         WHERE words MATCH ? ORDER BY bm25(words, 10.0, 1.0) LIMIT ?`,
      )
      .all(words.map((word) => `"${word}"*`).join(' '), limit)
      .map(toRef);
  }

  /** Does many changes at once, which is a hundred times faster than one after the other. */
  inBulk(task: () => void): void {
    this.#inOneGo(task);
  }

  close(): void {
    this.#database.close();
  }

  #add({ kind, id }: DocumentRef): number {
    const insert = this.#database.prepare(
      "INSERT INTO documents (kind, id, stamp) VALUES (?,?,'')",
    );
    return Number(insert.run(kind, id).lastInsertRowid);
  }

  #find({ kind, id }: DocumentRef) {
    const row = this.#database
      .prepare('SELECT number, stamp FROM documents WHERE kind = ? AND id = ?')
      .get(kind, id);
    return row === undefined ? null : { number: Number(row.number), stamp: String(row.stamp) };
  }

  #inOneGo(task: () => void): void {
    if (this.#database.isTransaction) {
      task();
      return;
    }
    this.#database.exec('BEGIN');
    try {
      task();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

const toRef = (row: Readonly<Record<string, unknown>>): DocumentRef => ({
  kind: String(row.kind) as DocumentKind,
  id: String(row.id),
});
