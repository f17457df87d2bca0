import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Document, DocumentKind, DocumentRef } from '../../domain/documents/document.ts';
import { backupsToKeep, believedNow, isBeyondBackups } from './backup-schedule.ts';
import type { Codec } from './codec.ts';
import { decodeText, fromFileText, toFileText } from './disk-shape.ts';
import { LazyDatabase } from './lazy-database.ts';
import type { Backup, BackupDifference, DocumentVersion, RemovedDocument } from './store.ts';

export const historyFile = 'history.sqlite';
const layoutVersion = 1;
/** Of versions that follow each other faster, the last one is kept. */
const shortestGapMilliseconds = 10 * 60_000;
const mostVersions = 40;

// A version without content says that the document was removed.
const layout = `
  CREATE TABLE IF NOT EXISTS versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL,
    path TEXT NOT NULL, at TEXT NOT NULL, hash TEXT, content BLOB
  );
  CREATE INDEX IF NOT EXISTS versions_of ON versions (kind, id, number);
  CREATE INDEX IF NOT EXISTS versions_at ON versions (path, number);
  CREATE TABLE IF NOT EXISTS backups (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, reason TEXT NOT NULL, newest INTEGER NOT NULL
  );
`;

/**
 * Earlier versions of the documents, on this computer alone: compressed, a bounded number of each,
 * those of removed documents, too. A backup is a moment of this history, of which every document's
 * version is kept. Losing the history loses no document, only the way back to old ones.
 */
export class History {
  readonly #database: LazyDatabase;
  readonly #codec: Codec;

  private constructor(database: LazyDatabase, codec: Codec) {
    this.#database = database;
    this.#codec = codec;
  }

  /** Opens the history in a local folder that is there. Throws when it is damaged. */
  static open(localFolder: string, codec: Codec): History {
    const path = join(localFolder, historyFile);
    return new History(new LazyDatabase(path, layout, layoutVersion), codec);
  }

  /** A history that is forgotten with this process, where none can be kept. */
  static inMemory(codec: Codec): History {
    return new History(new LazyDatabase(':memory:', layout, layoutVersion), codec);
  }

  /**
   * Adds a version, unless it is the newest already.
   * @param path where the document is, below the data folder
   * @param at the instant, UTC, ISO 8601
   */
  add(document: Document, path: string, at: string): void {
    const text = this.#codec.encode(toFileText(document));
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    const [newest] = this.#newestOf(document);
    if (newest?.hash === hash) return;
    this.#insert(document, path, at, hash, deflateRawSync(text));
  }

  /** Notes that a document was removed; its versions stay. */
  addRemoval(ref: DocumentRef, path: string, at: string): void {
    const [newest] = this.#newestOf(ref);
    if (newest !== undefined && newest.hash !== null) this.#insert(ref, path, at, null, null);
  }

  /** Whether any version of a document is known. */
  knows(ref: DocumentRef): boolean {
    return this.#newestOf(ref).length > 0;
  }

  /** All versions of one document, newest first. */
  versionsOf({ kind, id }: DocumentRef): readonly DocumentVersion[] {
    return this.#database
      .all(
        `SELECT number, at FROM versions WHERE kind = ? AND id = ? AND content IS NOT NULL
         ORDER BY number DESC`,
        kind,
        id,
      )
      .map((row) => ({ number: Number(row.number), at: String(row.at) }));
  }

  /** One version; null when there is none of this number. */
  read(number: number): Document | null {
    return this.#documentOf('SELECT content FROM versions WHERE number = ?', number);
  }

  /** The numbers of all versions of documents of a kind. */
  numbersOf(kind: DocumentKind): readonly number[] {
    return this.#database
      .all('SELECT number FROM versions WHERE kind = ? AND content IS NOT NULL', kind)
      .map(({ number }) => Number(number));
  }

  /** One version as it was in its file; null when there is none of this number. */
  textOf(number: number): string | null {
    return this.#textOf('SELECT content FROM versions WHERE number = ?', number);
  }

  /** The newest version of what was at a path; null when none is known. */
  newestAt(path: string): Document | null {
    const query = `SELECT content FROM versions WHERE path = ? AND content IS NOT NULL
      ORDER BY number DESC LIMIT 1`;
    return this.#documentOf(query, path);
  }

  /** Documents that were removed, as they were last. */
  removed(): readonly RemovedDocument[] {
    const query = `SELECT kind, id, at FROM versions WHERE content IS NULL
      AND number = (SELECT max(number) FROM versions AS newest
        WHERE newest.kind = versions.kind AND newest.id = versions.id)`;
    return this.#database.all(query).flatMap((row) => {
      const [last] = this.versionsOf(toRef(row));
      const document = last === undefined ? null : this.read(last.number);
      return document === null ? [] : [{ document, at: String(row.at) }];
    });
  }

  /** Keeps every document as it is now. Nothing is kept twice: unchanged since the last, none is made. */
  backUp(reason: Backup['reason'], at: string): void {
    const newest = Number(this.#database.get('SELECT max(number) AS n FROM versions')?.n);
    const [last] = this.backups();
    if (!Number.isInteger(newest) || newest === 0) return;
    if (reason === 'scheduled' && last?.newest === newest) return;
    const insert = 'INSERT INTO backups (at, reason, newest) VALUES (?, ?, ?)';
    this.#database.change(insert, at, reason, newest);
    const backups = this.backups();
    const now = believedNow(backups, at);
    const kept = new Set(backupsToKeep(backups, now).map(({ id }) => id));
    for (const { id } of backups) {
      if (!kept.has(id)) this.#database.change('DELETE FROM backups WHERE id = ?', id);
    }
    this.#forgetRemoved(now);
  }

  /** All backups, newest first. */
  backups(): readonly (Backup & { readonly newest: number })[] {
    return this.#database
      .all('SELECT id, at, reason, newest FROM backups ORDER BY id DESC')
      .map((row) => ({
        id: Number(row.id),
        at: String(row.at),
        reason: row.reason === 'scheduled' ? 'scheduled' : 'before-restore',
        newest: Number(row.newest),
      }));
  }

  /** Documents that a backup holds and that are not the same now; null when there is no such backup. */
  differencesTo(backupId: number): readonly BackupDifference[] | null {
    const backup = this.backups().find(({ id }) => id === backupId);
    if (backup === undefined) return null;
    const query = `
      WITH was AS (SELECT kind, id, max(number) AS number FROM versions WHERE number <= ?
          GROUP BY kind, id),
        is_now AS (SELECT kind, id, max(number) AS number FROM versions GROUP BY kind, id)
      SELECT was.kind, was.id, was.number AS version, present.hash IS NULL AS is_removed
      FROM was JOIN is_now USING (kind, id)
        JOIN versions AS past ON past.number = was.number
        JOIN versions AS present ON present.number = is_now.number
      WHERE past.hash IS NOT NULL AND past.hash IS NOT present.hash ORDER BY was.number`;
    return this.#database.all(query, backup.newest).map((row) => ({
      ref: toRef(row),
      version: Number(row.version),
      isRemoved: row.is_removed === 1,
    }));
  }

  /** Brings what was added to the disk. */
  save(): void {
    this.#database.save();
  }

  close(): void {
    this.#database.close();
  }

  #newestOf({ kind, id }: DocumentRef) {
    return this.#database
      .all(
        'SELECT number, at, hash FROM versions WHERE kind = ? AND id = ? ORDER BY number DESC LIMIT 2',
        kind,
        id,
      )
      .map((row) => ({
        number: Number(row.number),
        at: String(row.at),
        hash: row.hash === null ? null : String(row.hash),
      }));
  }

  #insert(
    { kind, id }: DocumentRef,
    path: string,
    at: string,
    hash: string | null,
    content: Uint8Array | null,
  ): void {
    const [newest, previous] = this.#newestOf({ kind, id });
    const insert =
      'INSERT INTO versions (kind, id, path, at, hash, content) VALUES (?, ?, ?, ?, ?, ?)';
    this.#database.change(insert, kind, id, path, at, hash, content);
    const isReplaced =
      newest && previous && content && gapBetween(previous.at, at) < shortestGapMilliseconds;
    this.#sweep({ kind, id }, isReplaced ? newest.number : null);
  }

  #documentOf(query: string, value: string | number): Document | null {
    const text = this.#textOf(query, value);
    return text === null ? null : fromFileText(text);
  }

  #textOf(query: string, value: string | number): string | null {
    const content = this.#database.get(query, value)?.content;
    if (!(content instanceof Uint8Array)) return null;
    return decodeText(this.#codec, inflateRawSync(content));
  }

  /**
   * Lets go of documents that were removed longer ago than backups are kept: what somebody deleted
   * must not stay for ever. None that a backup holds is among them, however the clock was set.
   */
  #forgetRemoved(at: string): void {
    const oldest = this.backups().at(-1)?.newest ?? 0;
    const query = `SELECT kind, id, at FROM versions WHERE content IS NULL AND number <= ?
      AND number = (SELECT max(number) FROM versions AS newest
        WHERE newest.kind = versions.kind AND newest.id = versions.id)`;
    for (const removed of this.#database.all(query, oldest)) {
      if (!isBeyondBackups(String(removed.at), at)) continue;
      const { kind, id } = toRef(removed);
      this.#database.change('DELETE FROM versions WHERE kind = ? AND id = ?', kind, id);
    }
  }

  /** Lets go of what is too much, but of nothing that a backup holds. */
  #sweep({ kind, id }: DocumentRef, replaced: number | null): void {
    const numbers = this.#database
      .all('SELECT number FROM versions WHERE kind = ? AND id = ? ORDER BY number DESC', kind, id)
      .map((row) => Number(row.number));
    if (replaced === null && numbers.length <= mostVersions) return;
    const held = new Set(
      this.backups().map(({ newest }) => numbers.find((number) => number <= newest)),
    );
    const remove = 'DELETE FROM versions WHERE number = ?';
    for (const [index, number] of numbers.entries()) {
      if ((number === replaced || index >= mostVersions) && !held.has(number))
        this.#database.change(remove, number);
    }
  }
}

const toRef = (row: Readonly<Record<string, unknown>>): DocumentRef => ({
  kind: String(row.kind) as DocumentKind,
  id: String(row.id),
});

/** However the clock was set in between. */
function gapBetween(one: string, other: string): number {
  return Math.abs(Date.parse(other) - Date.parse(one));
}
