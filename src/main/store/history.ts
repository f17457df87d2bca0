import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { Codec } from './codec.ts';
import { decodeText, fromFileText, toFileText } from './disk-shape.ts';
import type { DocumentVersion } from './store.ts';

export const historyFile = 'history.sqlite';
const layoutVersion = 1;
/** Of versions that follow each other faster, the last one is kept. */
const shortestGapMilliseconds = 10 * 60_000;
const mostVersions = 40;
/** So many versions of documents that are kept in all; the oldest go first. */
const mostVersionsInAll = 200_000;
const addsBetweenSweeps = 1000;

const layout = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS versions (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL,
    at TEXT NOT NULL, hash TEXT NOT NULL, content BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS versions_of ON versions (kind, id, number);
  CREATE INDEX IF NOT EXISTS versions_at ON versions (path, number);
  PRAGMA user_version = ${String(layoutVersion)};
`;

/**
 * Earlier versions of the documents, on this computer alone: compressed, a bounded number of each,
 * those of removed documents, too. Losing it loses no document, only the way back to old ones.
 */
export class History {
  readonly #database: DatabaseSync;
  readonly #codec: Codec;
  #adds = 0;

  private constructor(database: DatabaseSync, codec: Codec) {
    this.#database = database;
    this.#codec = codec;
  }

  /** Opens the history in a local folder that is there. Throws when it is damaged. */
  static open(localFolder: string, codec: Codec): History {
    const database = new DatabaseSync(join(localFolder, historyFile));
    try {
      database.exec(layout);
      return new History(database, codec);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** A history that is forgotten with this process, where none can be kept. */
  static inMemory(codec: Codec): History {
    const database = new DatabaseSync(':memory:');
    database.exec(layout);
    return new History(database, codec);
  }

  /**
   * Adds a version, unless it is the newest already.
   * @param path where the document is, below the data folder
   * @param at the instant, UTC, ISO 8601
   */
  add(document: Document, path: string, at: string): void {
    const { kind, id } = document;
    const text = this.#codec.encode(toFileText(document));
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    const [newest, previous] = this.#newestOf({ kind, id });
    if (newest?.hash === hash) return;
    if (newest && previous && gapBetween(previous.at, at) < shortestGapMilliseconds) {
      this.#database.prepare('DELETE FROM versions WHERE number = ?').run(newest.number);
    }
    this.#database
      .prepare('INSERT INTO versions (kind, id, path, at, hash, content) VALUES (?,?,?,?,?,?)')
      .run(kind, id, path, at, hash, deflateRawSync(text));
    this.#sweep({ kind, id });
  }

  /** All versions of one document, newest first. */
  versionsOf({ kind, id }: DocumentRef): readonly DocumentVersion[] {
    return this.#database
      .prepare('SELECT number, at FROM versions WHERE kind = ? AND id = ? ORDER BY number DESC')
      .all(kind, id)
      .map((row) => ({ number: Number(row.number), at: String(row.at) }));
  }

  /** One version; null when there is none of this number. */
  read(number: number): Document | null {
    return this.#documentOf('SELECT content FROM versions WHERE number = ?', number);
  }

  /** The newest version of what was at a path; null when none is known. */
  newestAt(path: string): Document | null {
    const query = 'SELECT content FROM versions WHERE path = ? ORDER BY number DESC LIMIT 1';
    return this.#documentOf(query, path);
  }

  /** Documents of which there are versions, each with its newest one's content. */
  *newestOfEach(): Generator<{ readonly document: Document; readonly at: string }> {
    const rows = this.#database
      .prepare('SELECT max(number) AS number, at FROM versions GROUP BY kind, id')
      .all();
    for (const { number, at } of rows) {
      const document = this.read(Number(number));
      if (document !== null) yield { document, at: String(at) };
    }
  }

  close(): void {
    this.#database.close();
  }

  #newestOf({ kind, id }: DocumentRef) {
    return this.#database
      .prepare(
        'SELECT number, at, hash FROM versions WHERE kind = ? AND id = ? ORDER BY number DESC LIMIT 2',
      )
      .all(kind, id)
      .map((row) => ({
        number: Number(row.number),
        at: String(row.at),
        hash: String(row.hash),
      }));
  }

  #documentOf(query: string, value: string | number): Document | null {
    const content = this.#database.prepare(query).get(value)?.content;
    if (!(content instanceof Uint8Array)) return null;
    return fromFileText(decodeText(this.#codec, inflateRawSync(content)));
  }

  #sweep({ kind, id }: DocumentRef): void {
    this.#database
      .prepare(
        `DELETE FROM versions WHERE kind = ? AND id = ? AND number NOT IN (
           SELECT number FROM versions WHERE kind = ? AND id = ? ORDER BY number DESC LIMIT ?)`,
      )
      .run(kind, id, kind, id, mostVersions);
    this.#adds += 1;
    if (this.#adds % addsBetweenSweeps !== 0) return;
    this.#database
      .prepare(
        `DELETE FROM versions WHERE number <= (
           SELECT number FROM versions ORDER BY number DESC LIMIT 1 OFFSET ?)`,
      )
      .run(mostVersionsInAll);
  }
}

/** However the clock was set in between. */
function gapBetween(one: string, other: string): number {
  return Math.abs(Date.parse(other) - Date.parse(one));
}
